/** Spoken names of symbols and letters, and the sounds people make while reading a value aloud. */
const entries = (list: string): [string, string][] =>
  list.trim().split(/\s+/).map((pair) => {
    const at = pair.lastIndexOf('=')
    return [pair.slice(0, at), pair.slice(at + 1)]
  })

const SYMBOLS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  en: new Map(entries('at=@ dot=. point=. period=. dash=- hyphen=- minus=- underscore=_ slash=/ colon=: plus=+')),
  de: new Map(entries('at=@ ät=@ at-zeichen=@ klammeraffe=@ punkt=. dot=. minus=- bindestrich=- strich=- unterstrich=_ schrägstrich=/ slash=/ doppelpunkt=: plus=+')),
  fr: new Map(entries('arobase=@ at=@ point=. dot=. tiret=- moins=- underscore=_ slash=/ barre=/ plus=+')),
  es: new Map(entries('arroba=@ at=@ punto=. dot=. guion=- guión=- menos=- barra=/ más=+ mas=+ underscore=_')),
  sv: new Map(entries('snabel-a=@ snabela=@ at=@ punkt=. dot=. streck=- strecket=- bindestreck=- minus=- understreck=_ snedstreck=/ slash=/ kolon=: plus=+')),
}

/** Symbols whose second word says which: "tiret bas", "guion bajo". */
export const LOWERED: ReadonlyMap<string, string> = new Map(entries('tiret=bas guion=bajo guión=bajo barra=baja'))

/** Symbols of two words that are something else by themselves. */
export const TWO_WORDS: ReadonlyMap<string, string> = new Map([
  ['deux points', ':'], ['dos puntos', ':'], ['forward slash', '/'],
  ['barre oblique', '/'], ['barra inclinada', '/'], ['barra oblicua', '/'], ['double colon', '::'], ['colon colon', '::'], ['doppelpunkt doppelpunkt', '::'],
  ['doppelter doppelpunkt', '::'], ['kolon kolon', '::'], ['dubbelt kolon', '::'],
  ['dubbla kolon', '::'], ['snabel a', '@'], ['a commercial', '@'], ['at zeichen', '@'],
])

export const symbolsOf = (lang: string): ReadonlyMap<string, string> => SYMBOLS[lang] ?? SYMBOLS['en'] ?? new Map()

const FILLERS = new Set('um uh er erm ehm hm mm mhm ah eh äh ähm öh öhm em euh heu este ö öhm'.split(' '))
export const isFiller = (lower: string): boolean => FILLERS.has(lower)

const CASE_WORDS = new Set('capital uppercase lowercase groß klein großes kleines majuscule minuscule mayúscula minúscula stort litet versalt'.split(' '))
/** "capital r": says how the next letter is written. */
export const isCaseWord = (lower: string): boolean => CASE_WORDS.has(lower)

/** One-letter words of each language; they count as letters only beside other letters. */
const ONE_LETTER_WORDS: Readonly<Record<string, string>> = { en: 'ai', de: '', fr: 'àayo', es: 'aeoyu', sv: 'iåöà' }
export const isOneLetterWord = (lower: string, lang: string): boolean => (ONE_LETTER_WORDS[lang] ?? 'ai').includes(lower)

const ZONES = new Set(
  ('com org net edu gov mil info biz io dev app ai co eu de fr es se uk nl ch be pl pt dk fi cz ie nz ca au br mx jp cn kr ru tv fm cloud online site tech store ' +
    'studio agency media solutions services consulting software network academy university email example test invalid local health group systems digital world page blog shop xyz').split(' '),
)
/** Country codes that are words too; believed after "dot", which says nothing else, but not after "point". */
const WORDY_ZONES = new Set('in it me is at us no so to be my am li la im design works team link house life live news photo pro school space support today tools work world care city law art berlin hamburg paris london scot swiss cafe band games clinic'.split(' '))

export const isZone = (lower: string, isPlainDot: boolean): boolean => ZONES.has(lower) || (isPlainDot && WORDY_ZONES.has(lower))
