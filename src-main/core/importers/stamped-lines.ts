import { leadingClock } from '../../../src-shared/text/timecode.ts'
import { isBoilerplate } from './boilerplate.ts'
import { fromFirst, looksLikeTimeOfDay, withHalfDay } from './clock-time.ts'
import { dateIn } from './dates.ts'
import { Entries, type Parsed } from './parsed.ts'
import { readPreamble } from './preamble.ts'
import { speakersAmong, splitLabel } from './speaker-labels.ts'
import { isBlank, personName, type Line } from './tidy.ts'

/**
 * Lines that begin with a time:
 *
 *     [00:00:05] Jane Doe: words          Descript, Fireflies, chat of Zoom ("10:02:31 From Jane Doe : words")
 *     2024-05-14 10:02:31 From Jane Doe to Everyone:     Zoom's chat since 2023: the words below
 *     [00:00.000 --> 00:04.000] words     Whisper's own text
 *     0:05 - Jane Doe                     Fathom, Word: a head with the words below
 *     0:05                                YouTube: the words below
 *     [00:00:05.000 --> 00:00:09.000] Jane Doe      Sotto's own: the words below, indented
 */
interface Stamp {
  readonly at: number
  readonly startMs: number | undefined
  readonly endMs: number | undefined
  /** Tells the time of day, by its half or by a date before it. */
  readonly ofDay: boolean
  readonly bracketed: boolean
  readonly rest: string
}

const OPENERS = /^\s{0,40}[@\-*•#]{0,4}\s{0,4}([[(]?)\s?/
/** Before a clock: the day, where a line tells it. */
const DAY = /^(?:\d{4}-\d{2}-\d{2}[T ]|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}),? )(?=\d)/
const HALF_DAY = /^\s?([ap])\.?m\.?(?![a-z])/i
/** A comma alone parts the two times in YouTube's SBV. */
const RANGE = /^(?:\s{0,4}(?:-->|->|–|—|-|to)\s{0,4}|,(?=\d))/
const UNTIMED = '--:--]'

function stampOf({ text }: Line, at: number): Stamp | undefined {
  const opener = OPENERS.exec(text)
  let rest = text.slice(opener?.[0].length ?? 0)
  const bracketed = (opener?.[1] ?? '') !== ''
  if (bracketed && rest.startsWith(UNTIMED)) return { at, startMs: undefined, endMs: undefined, ofDay: false, bracketed, rest: rest.slice(UNTIMED.length) }
  const day = DAY.exec(rest)?.[0] ?? ''
  rest = rest.slice(day.length)
  const start = leadingClock(rest)
  if (start === undefined) return undefined
  rest = rest.slice(start.length)
  const half = HALF_DAY.exec(rest)
  rest = rest.slice(half?.[0].length ?? 0)
  const range = RANGE.exec(rest)
  const end = range === null ? undefined : leadingClock(rest.slice(range[0].length))
  if (range !== null && end !== undefined) rest = rest.slice(range[0].length + end.length)
  if (bracketed) {
    const closer = /^\s?[\])]/.exec(rest)
    if (closer === null) return undefined
    rest = rest.slice(closer[0].length)
  } else if (!/^(?:\s|$|[-–—|:])/.test(rest)) {
    return undefined
  }
  return {
    at,
    startMs: withHalfDay(start.ms, half?.[1]),
    endMs: end === undefined ? undefined : withHalfDay(end.ms, half?.[1]),
    ofDay: half !== null || day !== '',
    bracketed,
    rest: rest.replace(/^\s{0,8}(?:[-–—|:](?=\s|$))?/, ''),
  }
}

export interface StampedLines {
  /** Lines that begin with a time; `alone` of them hold nothing else. */
  readonly count: number
  readonly alone: number
  /** Written by Sotto: heads at the margin, words indented. */
  readonly own: boolean
  read(): Parsed
}

export function findStampedLines(lines: readonly Line[]): StampedLines {
  const stamps = lines.map(stampOf).filter((stamp) => stamp !== undefined)
  const own = ownLayout(lines, stamps)
  return { count: stamps.length, alone: stamps.filter(({ rest }) => rest.trim() === '').length, own, read: () => read(lines, stamps, own) }
}

interface Turn {
  readonly stamp: Stamp
  /** Lines up to the next stamp. */
  readonly body: string[]
}

function read(lines: readonly Line[], all: readonly Stamp[], indented: boolean): Parsed {
  const stamps = indented ? all.filter(({ at }) => !/^\s/.test(lines[at]?.text ?? '')) : all
  const namesAbove = namesAboveClocks(lines, stamps)
  const turns: Turn[] = stamps.map((stamp, index) => {
    const next = stamps[index + 1]
    const until = next === undefined ? lines.length : next.at - (namesAbove === undefined ? 0 : 1)
    return { stamp, body: lines.slice(stamp.at + 1, Math.max(stamp.at + 1, until)).filter(({ text }) => !isBoilerplate(text)).map(({ text }) => text) }
  })
  const name = indented ? (turn: Turn) => ({ speaker: turn.stamp.rest, words: '' }) : namesAbove === undefined ? namesIn(turns) : undefined
  const entries = new Entries()
  const starts = stamps.map(({ startMs }) => startMs)
  const chat = stamps.some(({ rest }) => CHAT.test(rest))
  const timeOfDay = stamps.some(({ ofDay }) => ofDay) || (chat && looksLikeTimeOfDay(starts, 600_000))
  const from = timeOfDay ? fromFirst(starts) : starts
  turns.forEach((turn, index) => {
    const { speaker, words } = name === undefined ? { speaker: namesAbove?.[index], words: turn.stamp.rest } : name(turn)
    const { endMs } = turn.stamp
    entries.add({ speaker, startMs: from[index], endMs: timeOfDay ? undefined : endMs, text: [words, ...turn.body].join('\n') })
  })
  const first = (stamps[0]?.at ?? 0) - (namesAbove === undefined ? 0 : 1)
  const preamble = readPreamble(lines.slice(0, Math.max(0, first)))
  const firstLine = lines[stamps[0]?.at ?? 0]?.text.trimStart().slice(0, 40) ?? ''
  const date = preamble.date ?? (DAY.test(firstLine) ? dateIn(firstLine) : undefined)
  return { format: chat ? 'zoom-text' : 'plain-text', entries: entries.list, emptyCues: entries.empty, ...preamble, date }
}

/** Sotto's own text export: heads at the margin, every line of words indented. */
function ownLayout(lines: readonly Line[], stamps: readonly Stamp[]): boolean {
  const first = stamps[0]
  if (first === undefined || !first.bracketed || /^\s/.test(lines[first.at]?.text ?? '')) return false
  const heads = new Set(stamps.map(({ at }) => at))
  let words = 0
  for (let at = first.at + 1; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || isBlank(line)) continue
    const atMargin = !line.text.startsWith('  ')
    if (atMargin && !heads.has(at)) return false
    if (!atMargin) words++
  }
  return words > 0
}

const CHAT = /^\s?from\s+\S/i

/** Who speaks and what they say, where name and words stand behind the time or below it. */
function namesIn(turns: readonly Turn[]): (turn: Turn) => { speaker: string | undefined; words: string } {
  const isHead = ({ stamp, body }: Turn): boolean => stamp.rest.trim() !== '' && stamp.rest.length <= 90 && body.some((line) => line.trim() !== '')
  const heads = turns.filter(isHead).map(({ stamp }) => headName(stamp.rest))
  const headNames = speakersAmong(heads, turns.filter(({ stamp }) => stamp.rest.trim() !== '').length)
  if (heads.filter((name) => headNames.has(name)).length * 2 > turns.length) {
    return (turn) => {
      const name = headName(turn.stamp.rest)
      return isHead(turn) && headNames.has(name) ? { speaker: name, words: '' } : { speaker: undefined, words: turn.stamp.rest }
    }
  }
  const labelled = turns.map((turn) => splitLabel(firstWords(turn)))
  const names = speakersAmong(labelled.map((found) => found && chatName(found.label)).filter((label) => label !== undefined), turns.length)
  return (turn) => {
    const found = splitLabel(firstWords(turn))
    const name = found === undefined ? undefined : chatName(found.label)
    if (found === undefined || name === undefined || !names.has(name)) return { speaker: undefined, words: turn.stamp.rest }
    if (turn.stamp.rest.trim() === '') turn.body[turn.body.findIndex((line) => line.trim() !== '')] = ''
    return { speaker: name, words: found.rest }
  }
}

const firstWords = ({ stamp, body }: Turn): string => (stamp.rest.trim() === '' ? (body.find((line) => line.trim() !== '') ?? '') : stamp.rest)
/** "Jane Doe (Acme)" stays; a colon or bar at the end goes. */
const headName = (rest: string): string => chatName(personName(rest).replace(/[\s:|]+$/, ''))
const chatName = (label: string): string => (/^\s?from\s+\S/i.test(label) ? label.replace(/^\s?from\s+/i, '').replace(/\s+to\s+.{1,80}$/i, '') : label).trim()

/**
 * Names on a line of their own above a clock on a line of its own (copied from a web page): the name of each turn, or
 * undefined where the file is not written so.
 */
function namesAboveClocks(lines: readonly Line[], stamps: readonly Stamp[]): (string | undefined)[] | undefined {
  if (stamps.some(({ rest }) => rest.trim() !== '')) return undefined
  const above = stamps.map(({ at }) => {
    const line = lines[at - 1]
    return line === undefined || isBlank(line) || line.text.length > 80 ? undefined : personName(line.text)
  })
  const labels = above.filter((name) => name !== undefined)
  const names = speakersAmong(labels, stamps.length)
  // Every clock has a name above it there; words that happen to look like a name are rarer.
  return labels.filter((name) => names.has(name)).length >= stamps.length * 0.9 ? above : undefined
}
