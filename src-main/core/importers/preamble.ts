import { bareLine, isBoilerplate } from './boilerplate.ts'
import { dateIn } from './dates.ts'
import { hasWords, type Line } from './tidy.ts'

/** What the lines above the first words say about the meeting. */
export interface Preamble {
  readonly title: string | undefined
  readonly date: string | undefined
  readonly attendees: readonly string[]
}

const TITLE = /^(?:meeting title|call title|meeting|title|subject|topic|titel|thema)\s?:\s?(.{1,200})$/i
const PEOPLE = /^(?:attendees|participants|present|speakers|invited|teilnehmer|teilnehmende|asistentes|participantes)\s?:?\s?(.{0,5000})$/i
const OTHER_KEY = /^(?:date|datum|when|time|duration|location|where|created|host|meeting id|recording|language|source|file|summary keywords|keywords)\b\s?:?/i
const HEADINGS = /^(?:transcript|transkript|transcription|transcripción|(?:webex )?meeting transcript|audio file|summary|notes|outline)$/i
/** "27m 42s", "45 minutes", "1:02:03", "file.wav": facts, not titles. */
const NO_TITLE = /^(?:(?:\d{1,4}\s?(?:h|m|s|hours?|min|minutes?|sec|seconds?)[\s,]*){1,3}|[\d:.,/\s-]+|\S{1,100}\.(?:wav|mp3|m4a|mp4|webm|ogg))$/i
/** What Teams and Meet add to a meeting's name. */
const TAIL =
  /(?:\s*[-–]\s*\d{8}_\d{6}(?:utc)?)?\s*[-–]\s*(?:meeting )?(?:transcript|recording|transkript|transcripción|transcription)$|\s*[-–]\s*notes by gemini$/i
const DATE_TAIL = /\s*(?:\(\d{4}[-/]\d{2}[-/]\d{2}[^()]{0,30}\)|[-–]\s*\d{4}[-/]\d{2}[-/]\d{2}[\d:\sA-Z+-]{0,20})$/

/** Reads title, date and listed people; knows the headers of Teams, Meet, Otter and of people who write their own. */
export function readPreamble(lines: readonly Line[]): Preamble {
  let title: string | undefined
  let heading: string | undefined
  let date: string | undefined
  const attendees: string[] = []
  let listing = false
  for (const { text } of lines) {
    const bare = bareLine(text)
    if (!hasWords(bare)) {
      listing = listing && attendees.length === 0
      continue
    }
    const people = PEOPLE.exec(bare)?.[1]
    if (people !== undefined) {
      attendees.push(...namesIn(people))
      listing = people === ''
    } else if (HEADINGS.test(bare) || isBoilerplate(text)) {
      listing = false
    } else if (listing) {
      attendees.push(...namesIn(bare))
    } else {
      date ??= dateIn(bare)
      title ??= TITLE.exec(bare)?.[1]
      heading ??= titleOf(bare)
    }
  }
  return { title: title ?? heading, date, attendees }
}

/** A header further down than this is none. */
const HEADER_LINES = 80

/** The people whom a file's header lists, and the line behind the list. */
export function listedPeople(lines: readonly Line[]): { names: string[]; end: number } {
  for (const [at, { text }] of lines.slice(0, HEADER_LINES).entries()) {
    const people = PEOPLE.exec(bareLine(text))?.[1]
    if (people === undefined) continue
    if (people !== '') return { names: namesIn(people), end: at + 1 }
    const names: string[] = []
    let end = at + 1
    for (; end < lines.length && end < at + HEADER_LINES; end++) {
      const bare = bareLine(lines[end]?.text ?? '')
      if (hasWords(bare)) names.push(...namesIn(bare))
      else if (names.length > 0) break
    }
    return { names, end }
  }
  return { names: [], end: 0 }
}

/** Meet lists a shared screen as somebody's presentation. */
const isPerson = (name: string): boolean => hasWords(name) && name.length <= 100 && !/['’]s presentation$/i.test(name)

const namesIn = (list: string): string[] =>
  list.split(/[,;]/).map((name) => name.replace(/^[\s\-*•]{1,10}/, '').trim()).filter(isPerson)

function titleOf(line: string): string | undefined {
  if (line.length > 200 || OTHER_KEY.test(line) || NO_TITLE.test(line)) return undefined
  const name = line.replace(TAIL, '').replace(DATE_TAIL, '').trim()
  // A line that is little more than a date is no title.
  return hasWords(name) && !(dateIn(name) !== undefined && name.length < 40) ? name : undefined
}
