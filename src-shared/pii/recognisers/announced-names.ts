import { NAMED_AFTER, NAMED_OFTEN, NAMED_STEMS } from '../names/announcements.ts'
import { isEverGivenName, isEverydayWord, isListedName } from '../names/everyday.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isGivenIn } from '../names/given.ts'
import { isGreeting } from '../names/greetings.ts'
import { bare, isNameElsewhere, isStrange } from '../names/looks.ts'
import { endsOrganisation } from '../names/organisations.ts'
import { isParticle, isTitle } from '../names/parse.ts'
import { isPlainAndGiven } from '../names/plain-and-given.ts'
import { isProductWord } from '../names/products.ts'
import { isSurnameToo } from '../names/surnames.ts'
import { isTown } from '../names/towns.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { isMonth } from '../shadow/months.ts'
import { beginningsOf, matchesAt, placesOf } from '../together.ts'
import type { View, Word } from '../views.ts'
import { matchesOf } from '../matches.ts'

/**
 * Names that are words as well, where grammar leaves nothing else: "Familie Kurz", "au nom de Fontaine", "the surname's
 * Underhill", "ordförande är Vår Kvist", and in forms the family name before the given one ("Knight, Sunny").
 */
const cued = (cues: string): RegExp => new RegExp(`(?:${cues})(?<!\\p{L}['’])[ \\u00a0]`, 'uy')
const SURE = cued(NAMED_AFTER)
const LIKELY = cued(NAMED_OFTEN)
const ELIDED = /au nom d['’]/uy
const BEGINNINGS = beginningsOf('(?<![\\p{L}\\d])', [SURE, ELIDED, LIKELY])

const MAX_WORDS = 4

export const announcedWordRecogniser: Recogniser = {
  name: 'announced-word',
  only: 'source',
  *find(view, context) {
    yield* turnedRound(view, context)
    if (!view.mentions(NAMED_STEMS)) return
    const places = placesOf(BEGINNINGS, view.lower)
    for (const [pattern, isSure] of [[SURE, true], [ELIDED, true], [LIKELY, false]] as const) {
      for (const { index, 0: cue } of matchesAt(places, view.lower, pattern)) {
        const found = nameAt(view, index + cue.length, isSure, context)
        if (found !== null) yield found
      }
    }
  },
}

function nameAt(view: View, start: number, isSure: boolean, context: RecogniserContext): Candidate | null {
  const from = wordAt(view.words, start)
  const first = view.words[from]
  if (first === undefined || first.start !== start || isTitle(first.lower)) return null
  const hasCapital = first.hasCapital
  let last = from - 1
  for (let at = from; at < Math.min(view.words.length, from + MAX_WORDS); at++) {
    const word = view.words[at]
    const before = view.words[at - 1]
    if (word === undefined || (at > from && !/^[ -]$/.test(view.text.slice(before?.end ?? 0, word.start)))) break
    if (at > from && isParticle(word.lower) && isLikeName(view.words[at + 1], hasCapital, isSure, context)) continue
    if (word.hasCapital !== hasCapital || !isLikeName(word, hasCapital, isSure || at > from, context)) break
    last = at
  }
  const end = view.words[last]
  if (last < from || end === undefined || endsOrganisation(bare(end))) return null
  // "is that rose any good": one plain word alone is a word, unless nothing else can stand there.
  const isOdd = isNameElsewhere(bare(first), context) || (context.lang === 'en' && isStrange(first))
  if (!isSure && last === from && (!hasCapital || context.lang === 'de') && !isOdd) return null
  return { start: first.start, end: end.start + withoutGenitive(bare(end), context).length, type: 'PERSON', score: 0.72, cue: 'announced' }
}

/** "på Malins plats" */
const withoutGenitive = (lower: string, { lang }: RecogniserContext): string =>
  (lang === 'sv' || lang === 'de') && lower.endsWith('s') && !isGivenIn(lower, lang) && isGivenIn(lower.slice(0, -1), lang) ? lower.slice(0, -1) : lower

function isLikeName(word: Word | undefined, hasCapital: boolean, isSure: boolean, context: RecogniserContext): boolean {
  if (word === undefined || !/^\p{L}[\p{L}\p{M}'’]+$/u.test(word.text) || (hasCapital && !word.hasCapital)) return false
  const lower = bare(word)
  if (/['’](?:re|t|ll|ve|d|m)$/.test(lower)) return false
  if (isFunctionWord(lower, context.lang) || isFunctionWord(lower) || isGreeting(lower) || isParticle(lower)) return false
  if (isMonth(lower) || isProductWord(lower) || DAYS.has(lower)) return false
  const isKnown = isSurnameToo(lower) || isPlainAndGiven(lower, context.lang) || isEverGivenName(lower) || isGivenIn(lower, context.lang) ||
    isListedName(lower) || isNameElsewhere(lower, context) || (context.lang === 'en' && isStrange(word))
  if (isKnown) return true
  return hasCapital && isSure && !isTown(lower) && !NOBODIES.has(lower)
}

const DAYS = new Set((
  'monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi ' +
  'jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo måndag tisdag onsdag torsdag fredag lördag söndag').split(' '))
/** What households, forms and bookings are called besides. */
const NOBODIES = new Set((
  'company firm business club team school hospital church council trust society estate owner seller buyer god christ law science peace und beruf freunde kinder feier fest leben zeit name vorname nachname firma verein gesellschaft haus ' +
  'adresse telefon straße ort datum geburtsdatum unterschrift email société entreprise association mairie école état empresa sociedad asociación ayuntamiento estado företaget föreningen bolaget kommunen').split(' '))

/** "Reviewer: Forest, Ginger;", "Patient MARSH, DAISY": the family name, a comma and a given name, each with a capital. */
const GIVEN_BEHIND = /, (\p{Lu}[\p{L}'’-]{1,24})(?=[ \t]*(?:[;|)(\n\d]|,|$| admitted| born| dob))/u
const TURNED = new RegExp(`(?:^|[:;|(\\n]|\\p{Ll}(?= \\p{Lu}{3}))[ \\t]{0,2}((\\p{Lu}[\\p{L}'’-]{1,24})${GIVEN_BEHIND.source})`, 'gu')
/** "G. March" between other names. */
const INITIALED = /(?<=[,;:\n] ?)\p{Lu}\. \p{Lu}\p{Ll}{2,20}(?=[,;\n]|$)/gu

function* turnedRound(view: View, context: RecogniserContext): Generator<Candidate> {
  if (GIVEN_BEHIND.test(view.text)) yield* familyFirst(view, context)
  if (!view.text.includes('. ')) return
  for (const { index, 0: name } of matchesOf(view.text, INITIALED)) {
    yield { start: index, end: index + name.length, type: 'PERSON', score: 0.7, cue: 'announced' }
  }
}

function* familyFirst(view: View, context: RecogniserContext): Generator<Candidate> {
  const isGiven = (lower: string): boolean => isEverGivenName(lower) || isGivenIn(lower, context.lang) || isPlainAndGiven(lower, context.lang)
  for (const match of matchesOf(view.text, TURNED)) {
    const [whole, name = '', family = '', given = ''] = match
    const [surname, first] = [family.toLowerCase(), given.toLowerCase()]
    if (!isGiven(first) || isTown(surname) || isGreeting(surname) || isFunctionWord(surname) || isMonth(surname) || isTitle(surname)) continue
    if (isEverydayWord(surname) && !isSurnameToo(surname) && !isListedName(surname)) continue
    const start = match.index + whole.lastIndexOf(name)
    yield { start, end: start + name.length, type: 'PERSON', score: 0.8, cue: 'announced' }
  }
}

/** The first word that starts at a place or behind it. */
function wordAt(words: readonly Word[], at: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}
