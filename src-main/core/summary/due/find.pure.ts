import { en } from 'chrono-node'
import {
  dateInMonth, dayFrom, dayOf, endOfMonth, endOfQuarter, endOfYear, fridayOf, isoOf, mondayOf, monthOf, nextDate, weekdayOf, yearOf, type Day,
} from './calendar.pure.ts'
import { clockToday, countAt } from './clock.pure.ts'
import { findForeign } from './find-foreign.pure.ts'
import { partOf, periodAt } from './parts.pure.ts'
import { FEASTS, FIRST_ORDINALS, monthNamed, MONTHS, ORDINAL, ORDINALS, WEEKDAYS } from './vocabulary.pure.ts'
import { dueWords, type DueWord } from './words.pure.ts'

/** The words that say when, as they stand in the text, and the day they mean (yyyy-mm-dd). */
export interface Due {
  readonly phrase: string
  readonly date: string
}

/** A day found from one word on; `end` is the index behind its last word. */
interface Found {
  readonly day: Day
  readonly end: number
}

/** Words that make a day a deadline, strongest first in choosing. */
const DEADLINE = new Set(['by', 'before', 'until', 'till', 'due', 'latest', 'than'])
const LEAD = new Set([...DEADLINE, 'on', 'for', 'at', 'over', 'from', 'within', 'in', 'during', 'this', 'next'])
/** Hours and softeners between the preposition and the day: "by noon tomorrow", "by about Friday", "first thing on Monday". */
const BETWEEN = new Set('noon midday midnight lunch lunchtime first thing early late sometime around about say the at in on morning afternoon evening am pm latest very start beginning middle of'.split(' '))
const HOUR = /^\d{1,2}(?::\d{2})?(?:am|pm)?$/
const PART_OF_DAY = new Set(['morning', 'afternoon', 'evening', 'night', 'noon', 'midday', 'lunchtime'])

/**
 * Finds by when something is to be done: the words behind by, before, until, due, on, next, this, tomorrow, in N days.
 * Relative days count from `isoDate`, the meeting's date. "Next week" means its Friday, "the end of the month" its last
 * day. German, French, Spanish and Swedish are read where English says nothing.
 * Vague times ("when you get a chance", "at the next stand-up", "in April") are no date.
 */
export function findDue(text: string, isoDate: string): Due | null {
  const today = dayOf(isoDate)
  if (today === null) return null
  const words = dueWords(text)
  let best: { due: Due; deadline: boolean } | null = null
  for (let at = 0; at < words.length; at++) {
    const found = NO_DEADLINE.has(words[at - 1]?.key ?? '') || isPast(words, at) ? null : phraseAt(words, at, today)
    if (found === null) continue
    const [first, last] = [words[at], words[found.end - 1]]
    if (first === undefined || last === undefined) continue
    const from = first.key === 'than' ? (words[at - (words[at - 2]?.key === 'no' ? 2 : 1)] ?? first) : first
    const due = { phrase: text.slice(from.start, last.end), date: isoOf(found.day) }
    const deadline = DEADLINE.has(first.key)
    if (deadline) return due
    best ??= { due, deadline }
    at = found.end - 1
  }
  if (best !== null) return best.due
  const foreign = findForeign(words, today)
  const found = foreign ?? clockToday(words, today)
  const [first, last] = [words[found?.from ?? 0], words[(found?.to ?? 0) - 1]]
  if (found === null || first === undefined || last === undefined) return null
  return { phrase: text.slice(first.start, last.end), date: isoOf(found.day) }
}

/** "Last Monday", "every Friday". */
const NO_DEADLINE = new Set(['last', 'every', 'each'])
const PAST = /^(?:said|have|has|had|did|was|were|been|saw|heard|.+[a-z]ed|.+['’]ve)$/
const AHEAD = /^(?:will|.+['’]ll|going|gonna|please|can|could|must|should)$/
/** "What you said today", "as discussed this morning". */
function isPast(words: readonly DueWord[], at: number): boolean {
  if (words[at]?.key !== 'today' && words[at]?.key !== 'this') return false
  if (words.slice(0, at).some(({ key }) => AHEAD.test(key))) return false
  return [1, 2].some((back) => PAST.test(words[at - back]?.key ?? ''))
}

function phraseAt(words: readonly DueWord[], at: number, today: Day): Found | null {
  const key = words[at]?.key ?? ''
  const bare = relative(words, at, today)
  if (bare !== null && followedFreely(words, bare.end)) return withPartOfDay(words, bare)
  const part = partOf(words, at, today)
  if (part?.unit === 'week') return part
  const dated = words[at - 1]?.stop === true ? calendarDay(words, at, today) : null
  if (dated !== null && words.slice(at, dated.end).some((word) => MONTHS.test(word.key))) return dated
  if (WEEKDAYS.has(key)) return words[at - 1]?.key === 'than' ? null : bareWeekday(words, at, today)
  if (!LEAD.has(key)) return null
  if (key === 'in' || key === 'within') return span(words, at + 1, today) ?? partOf(words, at + 1, today)
  // "No later than Friday"; "better than Monday" is none.
  if (key === 'than' && words[at - 1]?.key !== 'later') return null
  let from = at + 1
  if (key === 'due' && (words[from]?.key === 'on' || words[from]?.key === 'by')) from++
  for (let skipped = 0; skipped <= 4; skipped++, from++) {
    const found = partOf(words, from, today) ?? namedDay(words, from, today)
    // Before the weekend is by Friday.
    if (found !== null && key === 'before' && words[found.end - 1]?.key === 'weekend') return { ...found, day: found.day - 2 }
    if (found !== null) return withPartOfDay(words, found)
    const between = words[from]?.key ?? ''
    if (!BETWEEN.has(between) && !HOUR.test(between)) return null
  }
  return null
}

/** A day by any of its names. */
function namedDay(words: readonly DueWord[], at: number, today: Day): Found | null {
  return relative(words, at, today) ?? weekday(words, at, today) ?? calendarDay(words, at, today) ?? feast(words, at, today)
}

/** "Christmas", "the new year"; not "the Christmas party". */
function feast(words: readonly DueWord[], start: number, today: Day): Found | null {
  const at = words[start]?.key === 'the' ? start + 1 : start
  for (const length of [3, 2, 1]) {
    const [month, date] = FEASTS.get(words.slice(at, at + length).map(({ key }) => key).join(' ')) ?? []
    const day = month === undefined || date === undefined ? null : dayFrom(yearOf(today), month, date)
    if (day === null || month === undefined || date === undefined || at + length > words.length) continue
    const end = at + length
    if (words[end - 1]?.possessive === true || !endsHere(words, end)) return null
    return { day: day < today ? (dayFrom(yearOf(today) + 1, month, date) ?? day) : day, end }
  }
  return null
}

/** "tomorrow's stand-up" and "today's talk" name a thing, not a deadline. */
const followedFreely = (words: readonly DueWord[], end: number): boolean => words[end - 1]?.possessive !== true

function withPartOfDay(words: readonly DueWord[], found: Found): Found {
  let end = found.end
  while (PART_OF_DAY.has(words[end]?.key ?? '') && words[end - 1]?.stop !== true) end++
  return { day: found.day, end }
}

/** Today, tomorrow, ends of something, this or next week. */
function relative(words: readonly DueWord[], at: number, today: Day): Found | null {
  const key = words[at]?.key ?? ''
  const next = words[at + 1]?.key ?? ''
  if (key === 'today' || key === 'tonight' || key === 'eod' || key === 'cob') return { day: today, end: at + 1 }
  if (key === 'tomorrow') return { day: today + 1, end: at + 1 }
  if (key === 'eow') return { day: fridayOf(today), end: at + 1 }
  if (key === 'eom') return { day: endOfMonth(today), end: at + 1 }
  if (key === 'eoq') return { day: endOfQuarter(today), end: at + 1 }
  if (key === 'the') {
    const inner = next === 'end' || next === 'weekend' || next === 'close' ? relative(words, at + 1, today) : null
    if (inner !== null) return inner
    const after = words[at + 2]?.key === 'after' ? `${next} after ${words[at + 3]?.key ?? ''}` : ''
    if (after === 'day after tomorrow') return { day: today + 2, end: at + 4 }
    return after === 'week after next' ? { day: fridayOf(today, 2), end: at + 4 } : away(words, at, today)
  }
  if (key === 'weekend') return { day: mondayOf(today) + 6, end: at + 1 }
  if (key === 'close' && next === 'of') return /^(?:business|play|day)$/.test(words[at + 2]?.key ?? '') ? closing(words, at + 3, today) : null
  if (key === 'end' && next === 'of') return endOf(words, at + 2, today)
  if (key === 'this' && (PART_OF_DAY.has(next) || next === 'weekend')) return { day: next === 'weekend' ? mondayOf(today) + 6 : today, end: at + 2 }
  if (key === 'this' || key === 'next') {
    const named = WEEKDAYS.get(next)
    if (named !== undefined) return { day: key === 'next' ? mondayOf(today) + 7 + named : upcoming(today, named, 0), end: at + 2 }
    const day = endOfUnit(next, today, key === 'next' ? 1 : 0)
    return day === null || next === 'day' ? null : { day, end: at + 2 }
  }
  return away(words, at, today)
}

/** "Three weeks from now", "a week from Friday", "a week on Monday", "two weeks before Christmas", "the day before the 12th", "a week tomorrow". */
function away(words: readonly DueWord[], at: number, today: Day): Found | null {
  const the = words[at]?.key === 'the'
  const unit = words[at + 1]?.key ?? ''
  if (the && unit !== 'day' && unit !== 'week') return null
  const days = unit === 'week' ? 7 : 1
  const counted = the ? { days, end: at + 2, add: (day: Day) => day + days } : countAt(words, at)
  if (counted === null) return null
  const [key = '', behind = ''] = [words[counted.end]?.key, words[counted.end + 1]?.key]
  if (key === 'from' && (behind === 'now' || behind === 'today')) return { day: counted.add(today), end: counted.end + 2 }
  if (counted.days === 7 && key === 'tomorrow') return { day: counted.add(today + 1), end: counted.end + 1 }
  const [back, on] = [key === 'before', key === 'after' || key === 'from' || (key === 'on' && counted.days === 7)]
  const anchor = back || on ? namedDay(words, counted.end + 1, today) : null
  if (anchor === null) return null
  const day = back ? 2 * anchor.day - counted.add(anchor.day) : counted.add(anchor.day)
  return day < today ? null : { day, end: anchor.end }
}

/** "Close of business Friday", "end of day tomorrow", "close of business on the 12th": that day's; today's where none is named. */
function closing(words: readonly DueWord[], end: number, today: Day): Found {
  if (words[end - 1]?.stop === true) return { day: today, end }
  const from = words[end]?.key === 'on' ? end + 1 : end
  const named = words[from]?.key === 'tomorrow' ? { day: today + 1, end: from + 1 } : (weekday(words, from, today) ?? calendarDay(words, from, today))
  return named ?? { day: today, end }
}

function endOf(words: readonly DueWord[], from: number, today: Day): Found | null {
  let at = from
  if (words[at]?.key === 'the') at++
  const later = words[at]?.key === 'next' ? 1 : 0
  if (later === 1 || words[at]?.key === 'this') at++
  const key = words[at]?.key ?? ''
  if (key === 'day' && later === 0) return closing(words, at + 1, today)
  if (key === 'business' || key === 'play' || key === 'today') return closing(words, at + (words[at + 1]?.key === 'day' ? 2 : 1), today)
  const weekdayNamed = WEEKDAYS.get(key)
  if (weekdayNamed !== undefined) return { day: upcoming(today, weekdayNamed, 1), end: at + 1 }
  const period = periodAt(words, from, today)
  return period === null ? null : { day: period.last, end: period.end }
}

function endOfUnit(unit: string, today: Day, later: number): Day | null {
  if (unit === 'day') return today + later
  if (unit === 'week') return fridayOf(today, later)
  if (unit === 'month') return endOfMonth(today, later)
  if (unit === 'quarter') return endOfQuarter(today, later)
  return unit === 'year' ? endOfYear(today, later) : null
}

/** First such weekday at least `from` days ahead. */
function upcoming(today: Day, named: number, from: number): Day {
  const ahead = (named - weekdayOf(today) + 7) % 7
  return today + (ahead < from ? ahead + 7 : ahead)
}

function weekday(words: readonly DueWord[], at: number, today: Day): Found | null {
  const named = WEEKDAYS.get(words[at]?.key ?? '')
  if (named === undefined) return null
  if (words[at + 1]?.key === 'last') return null
  if (words[at + 1]?.key === 'next' && words[at + 2]?.key === 'week') return { day: mondayOf(today) + 7 + named, end: at + 3 }
  // "Thursday week" is a week later.
  if (words[at + 1]?.key === 'week' && words[at]?.possessive !== true && words[at]?.stop !== true) return { day: upcoming(today, named, 1) + 7, end: at + 2 }
  // "Monday the 17th", "Friday, March 28": the date says it more exactly.
  const exact = calendarDay(words, at + 1, today)
  return exact ?? { day: upcoming(today, named, 1), end: at + 1 }
}

/** "I'll send it Friday": a weekday without preposition counts at the end of what is said, or before a time of day. */
function bareWeekday(words: readonly DueWord[], at: number, today: Day): Found | null {
  const word = words[at]
  const next = words[at + 1]
  if (word === undefined || word.possessive || at === 0) return null
  const closes = next === undefined || word.stop || PART_OF_DAY.has(next.key) || next.key === 'at' || next.key === 'week'
  const found = closes ? weekday(words, at, today) : null
  return found === null ? null : withPartOfDay(words, found)
}

/** "in two weeks", "within 10 days", "in a month". */
function span(words: readonly DueWord[], at: number, today: Day): Found | null {
  let from = at
  while (/^(?:the|next|about|around)$/.test(words[from]?.key ?? '') && from < at + 2) from++
  const counted = countAt(words, from)
  return counted === null ? null : { day: counted.add(today), end: counted.end }
}

/** "the 31st", "the 1st of April", "March 28", "15 March", "2025-04-03", "4/15". */
function calendarDay(words: readonly DueWord[], start: number, today: Day): Found | null {
  const at = words[start]?.key === 'the' ? start + 1 : start
  const word = words[at]
  if (word === undefined) return null
  const near = words.slice(at, at + 5)
  const dated = near.slice(0, 3).some(({ key }) => MONTHS.test(key)) && near.slice(0, 3).some(({ key }) => /^\d/.test(key))
  if (dated || /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?$/.test(word.key)) {
    const exact = explicit(near, today)
    if (exact !== null) return { day: exact.day, end: at + exact.end }
  }
  const ordinal = ORDINAL.exec(word.key)?.[1]
  const tens = word.key === 'twenty' || word.key === 'thirty' ? ORDINALS.get(`${word.key}-${words[at + 1]?.key ?? ''}`) : undefined
  const date = ordinal === undefined ? (tens ?? ORDINALS.get(word.key) ?? FIRST_ORDINALS.get(word.key)) : Number(ordinal)
  if (date === undefined) return null
  let end = at + (tens === undefined ? 1 : 2)
  const month = words[end]?.key === 'of' ? words[end + 1]?.key : words[end]?.key
  if (month !== undefined && MONTHS.test(month) && (words[end]?.key === 'of' || at > start)) {
    const number = monthNamed(month) ?? 0
    const day = dayFrom(yearOf(today) + (number < monthOf(today) || (number === monthOf(today) && date < dateInMonth(today)) ? 1 : 0), number, date)
    end += words[end]?.key === 'of' ? 2 : 1
    return day === null ? null : { day, end }
  }
  const within = words[end]?.key === 'of' && words[end - 1]?.stop !== true ? periodAt(words, end + 1, today) : null
  if (within?.unit === 'month') {
    const day = within.first + date - 1
    return day > within.last || day < today ? null : { day, end: within.end }
  }
  // "The first" and "the second" alone are of anything; "the fifth item": an ordinal before a noun counts something else.
  if (FIRST_ORDINALS.has(word.key) || !endsHere(words, end)) return null
  const day = nextDate(today, date)
  return day === null ? null : { day, end }
}

/** Dates with a month in words or figures, read by chrono-node against noon UTC of the meeting's day, so that no time zone matters. */
function explicit(words: readonly DueWord[], today: Day): Found | null {
  const text = words.map(({ key }) => key).join(' ')
  const [result] = en.casual.parse(text, { instant: new Date((today + 0.5) * 86_400_000), timezone: 0 }, { forwardDate: true })
  if (result === undefined || result.index > 0 || !result.start.isCertain('day') || !result.start.isCertain('month')) return null
  const [year, month, date] = [result.start.get('year'), result.start.get('month'), result.start.get('day')]
  const day = year === null || month === null || date === null ? null : dayFrom(year, month, date)
  if (day === null || (day < today && result.start.isCertain('year'))) return null
  // chrono takes the year nearest to the weekday named beside the date; a deadline lies ahead.
  const ahead = day < today ? dayFrom(yearOf(today) + 1, monthOf(day), dateInMonth(day)) : day
  return ahead === null ? null : { day: ahead, end: result.text.split(' ').length }
}

const GOES_ON = /^(?:and|or|at|so|if|but|please|then|because|for|to|with|when|in|on|noon|morning|of)$/
/** Nothing stands behind that the words before would only describe: "the fifth item", "the Christmas party". */
const endsHere = (words: readonly DueWord[], end: number): boolean => words[end - 1]?.stop === true || GOES_ON.test(words[end]?.key ?? 'and')
