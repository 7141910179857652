import { cuesIn } from '../cues.ts'
import { isFunctionWord } from './function-words.ts'
import { isGivenIn } from './given.ts'
import { plainLetters } from './handle-forms.ts'
import { isOfficeWord } from './office-words.ts'
import alsoWords from './data/also-words.json' with { type: 'json' }
import german from './data/words-de.json' with { type: 'json' }
import spanish from './data/words-es.json' with { type: 'json' }
import french from './data/words-fr.json' with { type: 'json' }
import swedish from './data/words-sv.json' with { type: 'json' }
import names from './data/names.json' with { type: 'json' }

/** What one hears in German, French, Spanish and Swedish: the words most often said, and how words are made of words. */
interface Vocabulary {
  readonly words: ReadonlySet<string>
  /** Endings that a word of the list may have besides; what is left must be of the list, alone or with a vowel of its ending. */
  readonly inflection: RegExp
  /** Endings and beginnings that make words and hardly ever names. */
  readonly made: RegExp
  readonly hasCompounds: boolean
  /** Words of a complete list that are names elsewhere, and those that are as often names here. */
  readonly alsoNames?: ReadonlySet<string>
  readonly either?: ReadonlySet<string>
}

const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  de: {
    words: new Set(german),
    inflection: /(?<=.{3})(?:e|en|er|es|em|ern|n|s|t|te|ten|tet|test|st|et|end|ende|enden|in|innen)$/,
    made: /(?<=.{3})(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|lich\p{L}{0,2}|isch\p{L}{0,2}|ieren|iert\p{L}{0,2}|tion|tionen|bar\p{L}{0,2}|los\p{L}{0,2}|ität|ismus|weise|falls)$|^(?:ge\p{L}{3,}(?:t|en|te|ten|ter|tes)|(?:auf|aus|ab|an|ein|vor|zu|nach|durch|über|unter|um|mit|weiter|zurück|hin|her|be|ver|zer|ent)(?:ge)?\p{L}{2,}(?:en|t|te|ten))$/u,
    hasCompounds: true,
  },
  fr: {
    words: new Set(french),
    inflection: /(?<=.{3})(?:e|s|es|x|é|ée|és|ées|er|ez|ent|ons|ait|ais|aient|ant|ant|a|ai|ra|rai|rait|ront|ir|it|is|aux|euse|eur|eurs)$/,
    made: /(?<=.{3})(?:tions?|ments?|eurs?|euses?|ages?|ités?|iques?|istes?|ables?|ibles?|ances?|ences?|ives?|ifs?|elles?|aient|erait|erais|erions|erez|eront)$/u,
    hasCompounds: false,
    alsoNames: new Set(alsoWords.fr.words.split(' ')),
    either: new Set(alsoWords.fr.either.split(' ')),
  },
  es: {
    words: new Set(spanish),
    inflection: /(?<=.{3})(?:o|a|os|as|e|es|s|n|an|en|ó|é|ar|er|ir|ando|iendo|ado|ada|ados|adas|ido|ida|idos|idas|aba|aban|ía|ían|aron|ieron|ará|arán|aría|amos|emos|imos)$/,
    made: /(?<=.{3})(?:ción|ciones|sión|siones|mente|dad|dades|ando|iendo|ados?|adas?|idos?|idas?|aron|ieron|aban?|aría|ería|iría|arán?|erán?|miento|mientos|ismo|ista|istas|able|ables|ible|ibles|ción|or|ores)$/u,
    hasCompounds: false,
    alsoNames: new Set(alsoWords.es.words.split(' ')),
    either: new Set(alsoWords.es.either.split(' ')),
  },
  sv: {
    words: new Set(swedish),
    inflection: /(?<=.{3})(?:a|e|n|en|et|t|ar|er|or|arna|erna|orna|na|s|ens|ets|de|te|t|dd|ade|at|ande|are|aren|arens|ast|ig|igt|iga)$/,
    made: /(?<=.{3})(?:era|erar|erade|erat|ning|ningar|ningen|ningarna|het|heten|heter|tion|tionen|tioner|lig|ligt|liga|ande|anden|ade|ades|erna|orna|arna|skap|skapet|bara|bart|fri|fritt|fria|iska|iskt|isk)$/u,
    hasCompounds: true,
  },
}

/** "genomgången" is "genom" and "gången", "brandschutz" "brand" and "schutz"; a joint may stand between. */
function isCompound(lower: string, { words, inflection }: Vocabulary): boolean {
  for (let cut = 3; cut <= lower.length - 3; cut++) {
    if (!words.has(lower.slice(0, cut))) continue
    const rest = lower.slice(cut)
    for (const tail of rest.startsWith('s') || rest.startsWith('n') ? [rest, rest.slice(1)] : [rest]) {
      if (tail.length >= 4 && (words.has(tail) || words.has(tail.replace(inflection, '')))) return true
    }
  }
  return false
}

/** What a stem may have had in its place. */
const VOWELS = ['', 'e', 'en', 'a', 'er', 'o', 'ar']

const known = new Map<string, boolean>()
const MAX_KNOWN = 20_000

/** True for a word of that language, as far as its common words and their endings tell. False for languages without a list. */
export function isWordIn(lower: string, lang: string): boolean {
  const key = `${lang} ${lower}`
  const before = known.get(key)
  if (before !== undefined) return before
  const found = isWordOf(lower, lang)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(key, found)
  return found
}

function isWordOf(lower: string, lang: string): boolean {
  const vocabulary = VOCABULARIES[lang]
  if (vocabulary === undefined) return false
  if (vocabulary.words.has(lower) || isFunctionWord(lower, lang) || isOfficeWord(lower, lang) || vocabulary.alsoNames?.has(lower) === true) return true
  if (cuesIn(lower).length > 0) return true // "passeport": named beside every number
  if (isGivenIn(lower, lang) || isSurnameByForm(lower)) return false
  // Where a complete list says what is a word besides, a name without its marks is a name all the same.
  const isName = world().has(lower) || ((vocabulary.alsoNames !== undefined || /(?:ström|gren|lund|berg|holm|dahl|mark)$/.test(lower)) && isWorldName(lower))
  if (lower.length > 24 || ((vocabulary.made.test(lower) || (lang === 'de' && lower.includes('ungs', 3))) && !isName)) return true
  const stem = lower.replace(vocabulary.inflection, '')
  if (isName) return false
  // "réécrit", "reescribe", "enverra": done again, or done some day.
  if ((lang === 'fr' || lang === 'es') && lower.length > 6) {
    const again = lower.replace(/^(?:ré|re|pré|pre|dés|des|sobre|sur)(?=\p{L}{4})/u, '')
    if (again !== lower && isWordIn(again, lang)) return true
    if (lang === 'fr' && /(?:verr|viendr|tiendr|voudr|devr|pourr|recevr)(?:a|ai|as|ont|ons|ez|ait|aient|ais|iez|ions)$/.test(lower)) return true
  }
  if (stem !== lower && VOWELS.some((ending) => vocabulary.words.has(stem + ending))) return true
  // "blanketten", "flyttlasset": long and definite, as no name is.
  if (lang === 'sv' && lower.length >= 9 && /(?:[^s]en|et|ena|orna|arna)$/.test(lower) && !isWorldName(lower)) return true
  return vocabulary.hasCompounds && isCompound(lower, vocabulary)
}

/** True for one of the words most often said, no more. */
export const isCommonIn = (lower: string, lang: string): boolean =>
  VOCABULARIES[lang]?.words.has(lower) === true || isFunctionWord(lower, lang) || isOfficeWord(lower, lang)

/** True for a name that a complete list has as a word too: it needs a vote. */
export const isNameAndWord = (lower: string, lang: string): boolean => VOCABULARIES[lang]?.either?.has(lower) === true

export const hasWordList = (lang: string): boolean => VOCABULARIES[lang] !== undefined

let worldNames: ReadonlySet<string> | undefined
const world = (): ReadonlySet<string> => (worldNames ??= new Set(names.split(' ')))

/** True for a given or family name of a large international list that is no everyday word of the five languages; marks may be missing there. */
export function isWorldName(lower: string): boolean {
  return world().has(lower) || (/[^a-z]/.test(lower) && (world().has(plainLetters(lower)) || isSurnameByForm(lower)))
}

const SURNAME_FORM = /.{2}(?:sson|qvist|kvist|stedt|owski|ewski|inski|ński|owska|ewska|inska|ńska|wicz|czyk|poulos|oğlu|escu|ović|enko|shvili)$/

/** "rosenqvist", "nowakowska": family names by what they end in, hardly ever words. */
export const isSurnameByForm = (lower: string): boolean => lower.length >= 6 && SURNAME_FORM.test(lower)
