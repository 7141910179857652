import { isBoilerplate } from './boilerplate.ts'
import { fromFirst, looksLikeTimeOfDay } from './clock-time.ts'
import { dateIn } from './dates.ts'
import { namesOnFirstLines } from './first-line-names.ts'
import { DAY, stampOf, type Stamp } from './line-stamp.ts'
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
 *     0:05                                YouTube: the words below; Gong: the name, then the words
 *     [00:00:05.000 --> 00:00:09.000] Jane Doe      Sotto's own: the words below, indented
 */
export interface StampedLines {
  /** Lines that begin with a time; `alone` of them hold nothing else. */
  readonly count: number
  readonly alone: number
  /** Written by Sotto: heads at the margin, words indented. */
  readonly own: boolean
  read(): Parsed
}

export function findStampedLines(lines: readonly Line[]): StampedLines {
  const stamps = withoutDates(lines.map(stampOf).filter((stamp) => stamp !== undefined).filter(({ rest }) => !isBoilerplate(rest)))
  const own = ownLayout(lines, stamps)
  return { count: stamps.length, alone: stamps.filter(({ rest }) => rest.trim() === '').length, own, read: () => read(lines, stamps, own) }
}

/** A header's "2024-04-18 14:02" among plain clocks is when the meeting was, not when something was said. */
function withoutDates(stamps: readonly Stamp[]): readonly Stamp[] {
  const dated = stamps.filter((stamp) => stamp.dated).length
  return dated * 2 < stamps.length ? stamps.filter((stamp) => !stamp.dated) : stamps
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
  const below = stamps.every(({ rest }) => rest.trim() === '') && namesAbove === undefined ? namesOnFirstLines(turns.map(({ body }) => body)) : undefined
  const entries = new Entries()
  const starts = stamps.map(({ startMs }) => startMs)
  const chat = stamps.some(({ rest }) => CHAT.test(rest))
  const timeOfDay = stamps.some(({ ofDay }) => ofDay) || (chat && looksLikeTimeOfDay(starts, 600_000))
  const from = timeOfDay ? fromFirst(starts) : starts
  turns.forEach((turn, index) => {
    const { endMs } = turn.stamp
    const spoken = below?.[index]
    if (spoken !== undefined) {
      entries.add({ speaker: spoken.speaker, startMs: from[index], endMs: timeOfDay ? undefined : endMs, text: spoken.words.join('\n') })
      return
    }
    const { speaker, words } = name === undefined ? { speaker: namesAbove?.[index], words: turn.stamp.rest } : name(turn)
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
