import { parseClock } from '../../../src-shared/text/timecode.ts'
import { bareLine, isBoilerplate, isMeetLine } from './boilerplate.ts'
import { Entries, type Parsed } from './parsed.ts'
import { readPreamble } from './preamble.ts'
import { speakersAmong, splitLabel, type Labelled } from './speaker-labels.ts'
import { isBlank, type Line } from './tidy.ts'

/**
 * Lines "Name: words", pasted or typed, and Google Meet's documents, which add a header, clocks on lines of their own and
 * closing lines. A line without a speaker goes on where the one before stopped.
 */
export interface LabelledLines {
  readonly count: number
  readonly isMeet: boolean
  read(): Parsed
}

const clockOf = (line: Line): number | undefined => {
  const bare = bareLine(line.text).replace(/^\(|\)$/g, '')
  return bare.length > 16 ? undefined : parseClock(bare)
}

export function findLabelledLines(lines: readonly Line[]): LabelledLines {
  const isMeet = lines.some(({ text }) => isMeetLine(text))
  const start = isMeet ? bodyStart(lines) : 0
  const body = lines.slice(start).filter((line) => !isBlank(line) && !isBoilerplate(line.text) && clockOf(line) === undefined)
  const labels = body.map(({ text }) => splitLabel(text)?.label).filter((label) => label !== undefined)
  const speakers = onlyAtParagraphs(lines, speakersAmong(labels, body.length), labels)
  const count = labels.filter((label) => speakers.has(label)).length
  return { count, isMeet, read: () => read(lines, start, speakers, isMeet) }
}

/** In a Meet document the talk begins at the first clock, or below the heading "Transcript". */
function bodyStart(lines: readonly Line[]): number {
  const clock = lines.findIndex((line) => clockOf(line) !== undefined)
  if (clock >= 0) return clock
  const heading = lines.findIndex(({ text }) => /^(?:transcript|transkript|transcripción|transcription)$/i.test(bareLine(text)))
  return heading + 1
}

/** Where turns are paragraphs, a label that is seen once and does not begin a paragraph is part of the words. */
function onlyAtParagraphs(lines: readonly Line[], speakers: ReadonlySet<string>, labels: readonly string[]): ReadonlySet<string> {
  if (speakers.size === 0) return speakers
  const times = new Map<string, number>()
  for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1)
  let atParagraph = 0
  let total = 0
  const inside = new Set<string>()
  lines.forEach((line, index) => {
    const label = splitLabel(line.text)?.label
    if (label === undefined || !speakers.has(label)) return
    const begins = isBlank(lines[index - 1])
    if (!begins && times.get(label) === 1) {
      inside.add(label)
      return
    }
    total++
    if (begins) atParagraph++
  })
  return total >= 4 && atParagraph >= total * 0.85 ? new Set([...speakers].filter((label) => !inside.has(label))) : speakers
}

function read(lines: readonly Line[], start: number, speakers: ReadonlySet<string>, isMeet: boolean): Parsed {
  const entries = new Entries()
  let open: { speaker: string | undefined; startMs: number | undefined; words: string[] } | undefined
  let clock: number | undefined
  const close = (): void => {
    if (open !== undefined) entries.add({ ...open, text: open.words.join('\n') })
    open = undefined
  }
  // A document downloaded as Markdown has every mark in the words escaped.
  const escaped = isMeet && lines.some(({ text }) => /^#{1,6} /.test(text))
  const plain = (text: string): string => (escaped ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text)
  const turn = ({ label, rest }: Labelled): void => {
    close()
    open = { speaker: label, startMs: clock, words: [plain(rest)] }
  }
  const preamble = lines.slice(0, start)
  for (const line of lines.slice(start)) {
    const time = clockOf(line)
    const labelled = splitLabel(line.text)
    if (time !== undefined) {
      clock = time
    } else if (labelled !== undefined && speakers.has(labelled.label)) {
      turn(labelled)
    } else if (open !== undefined) {
      if (!isBoilerplate(line.text)) open.words.push(plain(line.text))
    } else if (!isMeet && isSpeech(line.text)) {
      entries.add({ startMs: clock, text: line.text })
    } else {
      preamble.push(line)
    }
  }
  close()
  return { format: isMeet ? 'google-meet-text' : 'plain-text', entries: entries.list, emptyCues: entries.empty, ...readPreamble(preamble) }
}

/** Above the first speaker stand headings, or words of somebody unnamed: those are sentences. */
const isSpeech = (line: string): boolean => !isBoilerplate(line) && line.trim().split(/\s+/, 20).length > 12 && splitLabel(line) === undefined
