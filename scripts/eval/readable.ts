import '../node-guard.mjs'
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createTokenBook, redactMeeting } from '../../src-main/core/redaction/index.ts'
import { rawText } from '../../src-shared/domain/raw-text/make.ts'
import { tokenPattern } from '../../src-shared/domain/token.ts'
import { readMeetings, type AnnotatedMeeting } from './notes/annotated.ts'
import { shownLines } from './notes/reader.ts'
import { takeNotes } from './notes/take-notes.ts'

/**
 * How well redacted meetings read: tokens for words, and lines of notes that are nothing but tokens. Roles are given names, and
 * people are spoken to by them now and then, as a real meeting's are.
 *   npm run eval -- readable --sets DIR [--of ID,ID…] [--show ID]
 * DIR holds dev/*.json.
 */
const { values } = parseArgs({ options: { sets: { type: 'string' }, of: { type: 'string' }, show: { type: 'string' } } })
if (values.sets === undefined) {
  console.error('usage: npm run eval -- readable --sets DIR [--of ID,ID…] [--show ID]')
  process.exit(2)
}

const NAMES = [
  'Dorothea Lindqvist', 'Matteo Ferrari', 'Aisha Rahman', 'Grant Holloway', 'Yuki Tanaka', 'Rosa Delgado',
  'Piotr Nowak', 'Hope Adeyemi', 'Lars Winkler',
]
/** Every so many turns somebody is spoken to by their first name, and every so many spoken of by their full one. */
const [SPOKEN_TO, SPOKEN_OF] = [11, 37]
/** Words a token there may be at most. */
const WORDS_A_TOKEN = 12

const isRoleOrLetter = (speaker: string): boolean => /^(?:Speaker [A-Z]|(?:\p{Lu}\p{L}+ )?(?:Designer|Expert|Manager)|User Interface Designer)$/u.test(speaker)

/** The meeting with names in the place of roles and letters, and in what is said. */
function withNames(meeting: AnnotatedMeeting): AnnotatedMeeting {
  const speakers = [...new Set([...meeting.participants, ...meeting.segments.flatMap(({ speaker }) => speaker ?? [])])]
  const called = new Map(speakers.map((speaker, at) => [speaker, isRoleOrLetter(speaker) ? (NAMES[at % NAMES.length] ?? speaker) : speaker]))
  const people = [...called.values()].filter((name) => name.includes(' ') && !name.startsWith('The '))
  const segments = meeting.segments.map((segment, at) => {
    const somebody = people[(at * 7) % Math.max(1, people.length)] ?? ''
    const first = somebody.split(' ')[0] ?? ''
    const text = at % SPOKEN_OF === 0 ? `${segment.text} ${somebody} said so.` : at % SPOKEN_TO === 0 ? `${first}, ${segment.text}` : segment.text
    return { ...segment, text: first === '' ? segment.text : text, speaker: called.get(segment.speaker ?? '') ?? segment.speaker }
  })
  return { ...meeting, participants: [...called.values()], segments }
}

const tokensIn = (text: string): number => text.match(tokenPattern())?.length ?? 0
const wordsIn = (text: string): number => text.replace(tokenPattern(), 'token').match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
const sumOf = (texts: readonly string[], count: (text: string) => number): number => texts.reduce((sum, text) => sum + count(text), 0)
const isBare = (text: string): boolean => tokensIn(text) > 0 && !/[\p{L}\p{N}]/u.test(text.replace(tokenPattern(), ''))

const wanted = values.of?.split(',')
let failed = 0
const HEADS = ['words', 'tokens', 'words a token', 'lines', 'of tokens only', 'in lines']
const row = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(14) + cells.map((cell, at) => String(cell).padStart((HEADS[at] ?? '').length + 3)).join('')
console.log(row('meeting', HEADS))
for (const meeting of readMeetings(values.sets, 'dev')) {
  if (wanted !== undefined && !wanted.includes(meeting.id)) continue
  const named = withNames(meeting)
  const cues = named.segments.map(({ speaker, text }) => {
    return { text: rawText(text), ...(speaker === null || speaker === undefined ? {} : { speaker: rawText(speaker) }) }
  })
  const redacted = redactMeeting({ cues, participants: named.participants.map(rawText) }, createTokenBook({ indexKey: randomBytes(32), entries: [] }))
  const segments = redacted.cues.map(({ speaker, text }, at) => ({ ...named.segments[at], speaker: speaker?.text ?? null, text: String(text.text) }))
  const { summary } = await takeNotes({ participants: redacted.participants.map(({ text }) => String(text)), segments }, '2025-03-12T10:00:00')
  const lines = shownLines(summary).map(({ text }) => text)
  const said = segments.map(({ text }) => text)
  const [words, tokens] = [sumOf(said, wordsIn), sumOf(said, tokensIn)]
  const perLine = sumOf(lines, wordsIn) / Math.max(1, sumOf(lines, tokensIn))
  const bare = lines.filter(isBare)
  const isBad = words / Math.max(1, tokens) < WORDS_A_TOKEN || bare.length > 0
  if (isBad) failed++
  const figures = [words, tokens, (words / Math.max(1, tokens)).toFixed(1), lines.length, bare.length, perLine.toFixed(1)]
  console.log(`${row(meeting.id, figures)}${isBad ? '   MISSED' : ''}`)
  if (values.show === meeting.id) {
    for (const { speaker, text } of segments) console.log(`${speaker ?? ''}: ${text}`)
    for (const text of lines) console.log(`- ${text}`)
  }
}
console.log(`at least ${WORDS_A_TOKEN} words a token, and no line of tokens only: ${failed === 0 ? 'met' : `MISSED in ${failed}`}`)
