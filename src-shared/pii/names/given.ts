import given from './data/given.json' with { type: 'json' }
import { plainLetters } from './handle-forms.ts'
import { REGIONAL_GIVEN } from './regional-names.ts'
import { SWEDISH_GIVEN } from './swedish-names.ts'

const lists: Readonly<Record<string, () => ReadonlySet<string>>> = {
  de: once(() => given.de.split(' ')),
  en: once(() => given.en.split(' ')),
  es: once(() => given.es.split(' ')),
  fr: once(() => given.fr.split(' ')),
  sv: once(() => SWEDISH_GIVEN),
  international: once(() => [...given.international.split(' '), ...REGIONAL_GIVEN]),
}

/** The lists are long: each is taken apart when its language is first met. */
function once(read: () => readonly string[]): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | undefined
  return () => (known ??= new Set(read()))
}

/** True for a given name borne in that language's countries, or in several of the others. Whether it is a word too is not asked. */
export function isGivenIn(lower: string, lang: string): boolean {
  return isListed(lower, lang) || (/[^a-z]/.test(lower) && isListed(plainLetters(lower), lang))
}

/** Lists and speakers leave marks out. */
const isListed = (lower: string, lang: string): boolean => lists[lang]?.().has(lower) === true || lists['international']?.().has(lower) === true
