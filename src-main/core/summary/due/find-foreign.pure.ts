import { addMonths, mondayOf, nextDate, weekdayOf, type Day } from './calendar.pure.ts'
import { datedAhead, TONGUES, type Tongue } from './tongues.pure.ts'
import type { DueWord } from './words.pure.ts'

/** Days in German, French, Spanish and Swedish. Indices are those of the words; `to` is behind the last. */
export interface Foreign {
  readonly day: Day
  readonly from: number
  readonly to: number
}

/** Longest phrase, in words. */
const LONGEST = 6
/** The words that phrases begin with: hardly any word of a text does. */
const OPENINGS = new Map(TONGUES.map((tongue) => [tongue, new Set<string | undefined>([...tongue.phrases.keys()].map((phrase) => phrase.split(' ')[0]))]))
/** Words that may stand between "by" and the day. */
const MOST_BETWEEN = 3

/** By when, in whichever of these languages says it; a deadline ("bis", "avant", "antes", "senast") before a mere day. */
export function findForeign(words: readonly DueWord[], today: Day): Foreign | null {
  let best: Foreign | null = null
  for (const tongue of TONGUES) {
    for (let at = 0; at < words.length; at++) {
      const found = placeAt(words, at, today, tongue)
      if (found === null) continue
      if (tongue.by.has(words[at]?.key ?? '')) return found
      best ??= found
      at = found.to - 1
    }
  }
  return best
}

function placeAt(words: readonly DueWord[], at: number, today: Day, tongue: Tongue): Foreign | null {
  const itself = phraseAt(words, at, today, tongue) ?? spanAt(words, at, today, tongue)
  const key = words[at]?.key ?? ''
  if (itself !== null || (!tongue.by.has(key) && !tongue.on.has(key))) return itself
  for (let from = at + 1; from <= at + MOST_BETWEEN; from++) {
    const found = phraseAt(words, from, today, tongue) ?? dateAt(words, from, today, tongue) ?? weekdayAt(words, from, today, tongue)
    if (found !== null) return { ...found, from: at }
    if (!tongue.between.has(words[from]?.key ?? '')) return null
  }
  return null
}

function phraseAt(words: readonly DueWord[], at: number, today: Day, tongue: Tongue): Foreign | null {
  const before = words[at - 1]?.key ?? ''
  if (OPENINGS.get(tongue)?.has(words[at]?.key) !== true || tongue.notAfter.has(before) || tongue.past.has(before)) return null
  for (let size = Math.min(LONGEST, words.length - at); size >= 1; size--) {
    const when = tongue.phrases.get(words.slice(at, at + size).map(({ key }) => key).join(' '))
    if (when !== undefined) return { day: when(today), from: at, to: at + size }
  }
  return null
}

function weekdayAt(words: readonly DueWord[], at: number, today: Day, tongue: Tongue): Foreign | null {
  const named = tongue.weekdays.findIndex((forms) => forms.includes(words[at]?.key ?? ''))
  const [before, behind] = [words[at - 1]?.key ?? '', words[at + 1]?.key ?? '']
  if (named === -1 || tongue.past.has(before) || tongue.past.has(behind)) return null
  const dated = dateAt(words, tongue.between.has(behind) ? at + 2 : at + 1, today, tongue)
  if (dated !== null) return { ...dated, from: at }
  const later = tongue.next.has(before) || tongue.next.has(behind)
  const ahead = (named - weekdayOf(today) + 7) % 7 || 7
  return { day: later ? mondayOf(today) + 7 + named : today + ahead, from: at, to: at + (tongue.next.has(behind) ? 2 : 1) }
}

/** "15. März", "le 3 avril", "el 3 de abril", "den 3 april"; in a month that is not named, "am 15.". */
function dateAt(words: readonly DueWord[], at: number, today: Day, tongue: Tongue): Foreign | null {
  const figure = /^(\d{1,2})(?:er|º|:e|e)?$/.exec(words[at]?.key ?? '')?.[1]
  if (figure === undefined) return null
  const behind = tongue.of.has(words[at + 1]?.key ?? '') ? at + 2 : at + 1
  const month = tongue.months.findIndex((forms) => forms.includes(words[behind]?.key ?? '')) + 1
  if (month > 0) {
    const day = datedAhead(today, Number(figure), month)
    return day === null ? null : { day, from: at, to: behind + 1 }
  }
  // A bare figure is a date only as the last word, or written "15.".
  const alone = words[at + 1] === undefined || words[at]?.stop === true
  const day = alone ? nextDate(today, Number(figure)) : null
  return day === null ? null : { day, from: at, to: at + 1 }
}

/** "in zwei Wochen", "dans dix jours", "en tres días", "om två veckor". */
function spanAt(words: readonly DueWord[], at: number, today: Day, tongue: Tongue): Foreign | null {
  if (!tongue.within.has(words[at]?.key ?? '')) return null
  let from = at + 1
  if (/^(?:de|von)$/.test(words[from]?.key ?? '')) from++
  const key = words[from]?.key ?? ''
  const amount = tongue.numbers.get(key) ?? (/^\d{1,3}$/.test(key) ? Number(key) : null)
  const unit = tongue.units.get(words[from + 1]?.key ?? '')
  if (amount === null || unit === undefined) return null
  const day = unit === 'month' ? addMonths(today, amount) : today + amount * (unit === 'week' ? 7 : 1)
  return { day, from: at, to: from + 2 }
}
