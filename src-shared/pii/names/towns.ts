import { withoutEnd } from '../ends.ts'
import towns from './data/towns.json' with { type: 'json' }
import { isEnglishWord } from './english-words.ts'
import { isFunctionWord } from './function-words.ts'
import { hasWordList, isCommonIn } from './words-by-language.ts'

/** As their people call them, where the list has an English name. */
const OWN_NAMES =
  'münchen wien nürnberg hannover braunschweig bruxelles brüssel antwerpen anvers gent gand brugge bruges genf bern roma milano torino firenze venezia napoli praha prag ' +
  'warszawa warschau lisboa lisbonne københavn köpenhamn helsingfors helsinki moskva londres londra parís ginebra múnich colonia bruselas amberes nueva york'

const OWN_WORDS = ['new york', 'den haag', 'la haye', 'a coruña', 'la coruña', 'san sebastián']

let known: ReadonlySet<string> | undefined
const listed = (): ReadonlySet<string> => (known ??= new Set([...towns.split('|'), ...OWN_NAMES.split(' '), ...OWN_WORDS]))

export const listedTowns = (): Iterable<string> => listed()

/** A town of more than some 15,000 people where one of the five languages or a neighbour is spoken. In lower case. */
export const isTown = (lower: string): boolean => listed().has(lower)

const WORDS_BEHIND = /^(?:, ?|,?\n| )?(?:(?:in|à|en|i|aus) )?((?:\p{L}[\p{L}\p{M}'’.-]{1,24})(?: \p{L}[\p{L}\p{M}'’.-]{1,24}){0,3})/u
const STATE = /^,? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?![\p{L}\d])/u
const POSTCODE = /^,? [a-z]{1,2} ?\d{1,2}[a-z]? ?\d?[a-z]{2}(?![\p{L}\d])/iu
const CLAUSE_END = /^(?:[.,;!?\n)]|$)/

/**
 * How far a town reaches that follows a street ("…, Baton Rouge, LA", "… road plymouth", "…, à Lille"); 0 where none does.
 * In lower case a town that is a word as well ("reading") must end the clause.
 */
export function townBehind(after: string, lang: string): number {
  const match = WORDS_BEHIND.exec(after)
  const words = match?.[1]
  if (match === null || words === undefined) return 0
  const lead = match[0].length - words.length
  const parts = words.split(' ')
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join(' ')
    const bare = withoutEnd(name, /[.,'’-]/)
    if (!isTown(bare.toLowerCase().replaceAll('’', "'"))) continue
    const end = lead + bare.length
    const isSure = /^\p{Lu}/u.test(bare) || count > 1 || !isWord(bare, lang) || CLAUSE_END.test(after.slice(end))
    if (!isSure) return 0
    const rest = after.slice(end)
    return end + ((STATE.exec(rest) ?? POSTCODE.exec(rest))?.[0].length ?? 0)
  }
  return 0
}

const isWord = (lower: string, lang: string): boolean => isFunctionWord(lower) || (hasWordList(lang) ? isCommonIn(lower, lang) : isEnglishWord(lower))
