import { isMonth } from '../shadow/months.ts'
import { isEverydayWord, isGivenName, isListedAs, isListedName } from './everyday.ts'
import { isFunctionWord } from './function-words.ts'
import { isGivenIn } from './given.ts'
import { isGreeting } from './greetings.ts'
import { isCommonIn, isWordIn } from './words-by-language.ts'

/** What a word is besides a possible name of a place or a firm. Words in lower case; `lang` a language of the five, or another. */

/** A word of that language or an English one: talk at work is full of those. */
export const isOrdinary = (lower: string, lang: string): boolean => isEverydayWord(lower) || isCommonIn(lower, lang) || isMonth(lower) || isGreeting(lower)

/** The same, with every way in which words are made of words. */
export const isMadeOfWords = (lower: string, lang: string): boolean => isOrdinary(lower, lang) || isWordIn(lower, lang)

/** Somebody's first name, here or anywhere. */
export const isSomebody = (lower: string, lang: string): boolean => isGivenName(lower) || isGivenIn(lower, lang)

/** The same, or a family name of the list. */
export const isAnybody = (lower: string, lang: string): boolean => isSomebody(lower, lang) || isListedName(lower)

/** Never the name of anything: small words, days, months, nationalities. */
export const isNoName = (lower: string): boolean =>
  isFunctionWord(lower) || isMonth(lower) || isGreeting(lower) || OPENERS.has(lower) || isListedAs(lower, 'calendar')

/** What begins a sentence before a name, with the sentence's capital. */
const OPENERS = new Set((
  'yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday meanwhile afterwards later however finally then also perhaps ' +
  'gestern heute morgen montag dienstag mittwoch donnerstag freitag samstag sonntag danach später außerdem zuerst ' +
  'hier demain lundi mardi mercredi jeudi vendredi samedi dimanche ensuite puis enfin ' +
  'ayer hoy mañana lunes martes miércoles jueves viernes sábado domingo luego después además ' +
  'igår idag imorgon måndag tisdag onsdag torsdag fredag lördag söndag sedan dessutom').split(' '))
