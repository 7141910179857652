import { parseClock, parseSpokenClock } from '../../../src-shared/text/timecode.ts'
import type { TranscriptFormat } from '../../../src-shared/domain/transcript.ts'
import { isBoilerplate } from './boilerplate.ts'
import { clockIn, fromFirst, looksLikeTimeOfDay, withHalfDay } from './clock-time.ts'
import { Entries, type Parsed } from './parsed.ts'
import { readPreamble } from './preamble.ts'
import { speakersAmong } from './speaker-labels.ts'
import { isBlank, oneLine, personName, type Line } from './tidy.ts'

/**
 * Turns whose head is a name and then a clock, the words below or behind it:
 *
 *     [Jane Doe] 10:02:31        Zoom, saved
 *     Jane Doe  0:35             Otter
 *     Jane Doe   0:30            Teams, out of Word
 *     Jane Doe 0 minutes 30 seconds
 *     Jane Doe (00:12): words    Rev and others
 *     [Jane Doe] (0:12 - 0:20)   TurboScribe
 */
interface Head {
  /** How name and clock are joined; a file uses one way throughout. */
  readonly joint: 'bracketed' | 'wide' | 'single' | 'dash' | 'closed' | 'closed-colon' | 'spoken'
  readonly name: string
  readonly ms: number
  readonly endMs: number | undefined
  readonly timeOfDay: boolean
  readonly words: string
}

const LONGEST_HEAD = 160
const CLOCK = String.raw`((?:\d{1,6}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)(?:\s?([ap])\.?m\.?)?`
const RANGE = String.raw`${CLOCK}(?:\s?(?:-->|[-–—])\s?${CLOCK})?`
const BRACKETED = new RegExp(String.raw`^\[([^\[\]]{1,100})\]\s{0,8}${CLOCK}\s*$`, 'i')
const TRAILING = new RegExp(String.raw`(\s*[|·•–—-]\s*|\s+)${RANGE}$`, 'i')
const CLOSED = new RegExp(String.raw`^(\[[^([\]]{1,90}\]\s?|[^([]{1,90})[([]${RANGE}[\])]\s?(:?)`, 'i')
/** A name, then up to three pairs of number and word; `parseSpokenClock` knows the words. */
const SPOKEN = /^(.{1,100}?) ((?:\d{1,4} \p{L}{3,9} ?){1,3})$/u
/** What the Teams page shows above each group of turns: "0 minutes 3 seconds0:03", or "0 90:09". */
const SPOKEN_TWICE = /^\d{1,4} .{1,60}\d:\d{2}$/

function headOf(text: string): Head | undefined {
  if (!/\d/.test(text.slice(0, LONGEST_HEAD)) || !/[^\s]/.test(text)) return undefined
  const closed = CLOSED.exec(text.slice(0, 140))
  if (closed !== null) {
    const joint = closed[6] === ':' ? 'closed-colon' : 'closed'
    return head(joint, closed[1]?.replace(/^\[|\]\s?$/g, ''), closed.slice(2, 6), text.slice(closed[0].length))
  }
  const line = text.trim()
  if (line.length > LONGEST_HEAD) return undefined
  const bracketed = BRACKETED.exec(line)
  if (bracketed !== null) return head('bracketed', bracketed[1], bracketed.slice(2), '')
  if (/\d(?: [ap]m)?$/i.test(line)) {
    const tail = line.slice(-40)
    const trailing = TRAILING.exec(tail)
    if (trailing === null) return undefined
    const gap = trailing[1] ?? ''
    const joint = /[|·•–—-]/.test(gap) ? 'dash' : gap.length > 1 || gap === '\t' ? 'wide' : 'single'
    return head(joint, line.slice(0, line.length - tail.length + trailing.index), trailing.slice(2), '')
  }
  const spoken = SPOKEN.exec(line)
  const ms = spoken === null ? undefined : parseSpokenClock((spoken[2] ?? '').trim())
  if (spoken === null || ms === undefined) return undefined
  return { joint: 'spoken', name: personName(spoken[1] ?? ''), ms, endMs: undefined, timeOfDay: false, words: '' }
}

/** @param clocks start and its half of the day, then perhaps the same of the end */
function head(joint: Head['joint'], name: string | undefined, clocks: readonly (string | undefined)[], words: string): Head | undefined {
  const [start, half, end] = clocks
  const ms = clockIn(start ?? '', half !== undefined)
  const person = personName(name ?? '').replace(/[\s,:]+$/, '')
  if (ms === undefined || person === '' || parseClock(person) !== undefined) return undefined
  return { joint, name: person, ms: withHalfDay(ms, half), endMs: parseClock(end ?? ''), timeOfDay: half !== undefined, words }
}

export interface TurnHeads {
  readonly count: number
  read(): Parsed
}

/** Finds the way of writing heads that this file uses, if any. */
export function findTurnHeads(lines: readonly Line[]): TurnHeads {
  const heads = lines.map(({ text }) => headOf(text))
  const byJoint = Map.groupBy(heads.filter((found) => found !== undefined), ({ joint }) => joint)
  let best: { joint: Head['joint']; names: ReadonlySet<string>; count: number } | undefined
  for (const [joint, group] of byJoint) {
    const labels = group.map(({ name }) => name)
    const names = speakersAmong(labels, labels.length)
    const count = labels.filter((name) => names.has(name)).length
    if (best === undefined || count > best.count) best = { joint, names, count }
  }
  if (best === undefined || best.count === 0) return { count: 0, read: () => ({ format: 'plain-text', entries: [], emptyCues: 0 }) }
  const { joint, names, count } = best
  const isHead = (found: Head | undefined): found is Head => found !== undefined && found.joint === joint && names.has(found.name)
  return { count, read: () => read(lines, heads.map((found) => (isHead(found) ? found : undefined)), joint) }
}

interface Turn {
  readonly speaker: string | undefined
  readonly ms: number
  readonly endMs?: number | undefined
  readonly words: string[]
}

function read(lines: readonly Line[], heads: readonly (Head | undefined)[], joint: Head['joint']): Parsed {
  const turns: Turn[] = []
  const first = heads.findIndex((found) => found !== undefined)
  lines.forEach((line, index) => {
    const found = heads[index]
    const open = turns.at(-1)
    if (found !== undefined) {
      if (joint === 'spoken' && open !== undefined) dropGroupHead(open.words, found.name)
      turns.push({ speaker: found.name, ms: found.ms, endMs: found.endMs, words: [found.words] })
    } else if (open !== undefined && !isBoilerplate(line.text)) {
      const alone = joint === 'wide' && isBlank(lines[index - 1]) ? parseClock(line.text.trim()) : undefined
      if (alone === undefined) open.words.push(line.text)
      else turns.push({ speaker: undefined, ms: alone, words: [] })
    }
  })
  const times = turns.map(({ ms }) => ms)
  const timeOfDay =
    heads.some((found) => found?.timeOfDay) ||
    (joint === 'bracketed' && looksLikeTimeOfDay(times, 600_000)) ||
    (joint === 'single' && looksLikeTimeOfDay(times, 3_600_000))
  const starts = timeOfDay ? fromFirst(times) : times
  const entries = new Entries()
  turns.forEach(({ speaker, endMs, words }, index) =>
    entries.add({ speaker, startMs: starts[index], endMs: timeOfDay ? undefined : endMs, text: words.join('\n') }),
  )
  const preamble = lines.slice(0, Math.max(0, first))
  return { format: formatOf(lines, joint, first), entries: entries.list, emptyCues: entries.empty, ...readPreamble(withoutGroupHead(preamble, joint)) }
}

/** The Teams page repeats name, time and initials above a group of turns; they were gathered as words of the turn before. */
function dropGroupHead(words: string[], name: string): void {
  const last = (): string => oneLine(words.at(-1) ?? '')
  let above = false
  while (words.length > 0 && (last() === '' || last() === name || SPOKEN_TWICE.test(last()))) above = words.pop() !== '' || above
  if (above && /^\p{Lu}{1,3}$/u.test(last())) words.pop()
}

function withoutGroupHead(preamble: readonly Line[], joint: Head['joint']): readonly Line[] {
  if (joint !== 'spoken') return preamble
  const twice = (line: Line | undefined): boolean => line !== undefined && SPOKEN_TWICE.test(line.text.trim())
  return preamble.filter((line, index) => !twice(line) && !twice(preamble[index + 1]))
}

function formatOf(lines: readonly Line[], joint: Head['joint'], first: number): TranscriptFormat {
  if (joint === 'bracketed') return 'zoom-text'
  if (joint === 'spoken') return 'teams-text'
  if (joint === 'single') return 'zoom-text'
  if (joint !== 'wide') return 'plain-text'
  if (lines.some(({ text }) => /^\s*transcribed by https?:\/\/otter\.ai/i.test(text.slice(0, 100)))) return 'otter-text'
  if (lines.some(({ text }) => /(?:started|stopped) transcription\s*$/i.test(text.slice(0, 160)))) return 'teams-text'
  // Otter puts two blanks before the clock and two behind it; Word's copy of a Teams transcript has three before it.
  return /\S {2}\d[\d:]*\s*$/.test(lines[first]?.text.slice(0, 200) ?? '') ? 'otter-text' : 'teams-text'
}
