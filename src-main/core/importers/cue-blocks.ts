import { leadingClock } from '../../../src-shared/text/timecode.ts'
import { badTranscript, type FormatName } from './failures.ts'
import { isBlank, type Line } from './tidy.ts'

/** A cue as WebVTT and SRT both have it: a timing line and the lines under it. */
export interface CueBlock {
  readonly startMs: number
  readonly endMs: number
  readonly payload: readonly string[]
  /** Webex names the speaker in the cue's identifier. */
  readonly speaker?: string
}

const ARROW = '-->'
const EXAMPLE = { WebVTT: '00:00:01.000 --> 00:00:04.500', SRT: '00:00:01,000 --> 00:00:04,500' } as const
const A_TIMING: Record<'WebVTT' | 'SRT', string> = {
  WebVTT: `a cue time such as ${EXAMPLE.WebVTT}`,
  SRT: `a cue time such as ${EXAMPLE.SRT}`,
}

const NEGATIVE = /^-\d/
const SPACED = /(?<=\d) ?, ?(?=\d{3}(?:\D|$))/g

/** Start and end of a timing line; settings behind them are ignored. Dot and comma are both taken in either format. */
export function parseTiming(line: string): { startMs: number; endMs: number } | undefined {
  // Captions that were moved to and fro begin before zero, translated ones have a blank in a clock.
  const text = line.trim().slice(0, 200).replace(SPACED, ',')
  if (NEGATIVE.test(text)) {
    const timing = parseTiming(text.slice(1).replace(/(--> ?)-(?=\d)/, '$1'))
    return timing && { startMs: 0, endMs: text.includes('> -') ? 0 : timing.endMs }
  }
  const start = leadingClock(text)
  if (start === undefined) return undefined
  const arrow = text.slice(start.length).trimStart()
  if (!arrow.startsWith(ARROW)) return undefined
  const behind = arrow.slice(ARROW.length).trimStart()
  const end = leadingClock(behind)
  if (end === undefined || !/^(?:\s|$)/.test(behind.slice(end.length))) return undefined
  return { startMs: start.ms, endMs: end.ms }
}

/** Was this line meant to be a timing line? A clock-like left side before an arrow, not the bracketed stamp of a log. */
export function meansTiming(line: string): boolean {
  const at = line.indexOf(ARROW)
  if (at < 0 || at > 60) return false
  const left = line.slice(0, at).trim()
  return left.includes(':') && /\d/.test(left) && !/^[[(]/.test(left)
}

/** A counter (SRT) or an identifier no sentence looks like (a GUID, "3f2b…/12-0"). */
const isIdentifier = (line: string): boolean => /^\s*(?:\d{1,9}|[0-9a-f]{8}-[0-9a-f-]{27}\S{0,40})\s*$/i.test(line)
/** `12 "Jane Doe" (3819520)` */
const WEBEX_IDENTIFIER = /^\s*\d{1,9} "([^"]{1,200})"/
const isCutTiming = (line: string): boolean => /^\s*\d{1,6}:\d{1,2}[\d:.,]{0,12}\s*-{0,2}>?\s*$/.test(line)

/**
 * Reads cues line by line, as their standard says (https://www.w3.org/TR/webvtt1/#file-parsing) and more kindly: missing
 * counters, missing blank lines between cues and blank lines inside a cue cost no words. Linear.
 *
 * @param skips says which blocks without a timing line are comments
 * @throws Failure BAD_TRANSCRIPT naming the line where a time was expected
 */
export function readCueBlocks(lines: readonly Line[], format: FormatName & ('WebVTT' | 'SRT'), skips: (first: string) => boolean): CueBlock[] {
  const cues: Open[] = []
  let open: Open | undefined
  let waiting: Line[] = []

  const settle = (): void => {
    const [first, second] = waiting
    waiting = []
    if (first === undefined || skips(first.text)) return
    if (!isIdentifier(first.text)) throw badTranscript(format, first.number, A_TIMING[format])
    if (second !== undefined) throw badTranscript(format, second.number, A_TIMING[format])
  }

  lines.forEach((line, index) => {
    const timing = parseTiming(line.text)
    if (timing !== undefined) {
      if (open !== undefined && isIdentifier(open.payload.at(-1) ?? '')) open.payload.pop()
      const speaker = WEBEX_IDENTIFIER.exec(waiting.at(-1)?.text ?? '')?.[1]
      open = { ...timing, payload: [], ...(speaker === undefined ? {} : { speaker }) }
      cues.push(open)
      waiting = []
    } else if (meansTiming(line.text)) {
      throw badTranscript(format, line.number, A_TIMING[format])
    } else if (isBlank(line)) {
      settle()
      open = undefined
    } else if (open !== undefined) {
      open.payload.push(line.text)
    } else if (waiting.length === 0 && cues.length > 0 && isWords(line.text) && !skips(line.text) && parseTiming(lines[index + 1]?.text ?? '') === undefined) {
      // Words behind a blank line inside a cue: they still belong to it.
      open = cues.at(-1)
      open?.payload.push(line.text)
    } else {
      waiting.push(line)
    }
  })
  settle()
  return cues
}

interface Open extends CueBlock {
  readonly payload: string[]
}

const isWords = (line: string): boolean => !isIdentifier(line) && !isCutTiming(line)
