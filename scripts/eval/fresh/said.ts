export const FRESH_LANGUAGES = ['en', 'de', 'fr', 'es', 'sv'] as const
export type FreshLanguage = (typeof FRESH_LANGUAGES)[number]
export const FRESH_TYPES = [
  'PERSON',
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'DATE_OF_BIRTH',
  'CREDIT_CARD',
  'IBAN',
  'BANK_ACCOUNT',
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENSE',
  'MEDICAL_ID',
  'LICENSE_PLATE',
  'SECRET',
  'USERNAME',
  'IP_ADDRESS',
] as const
export type FreshType = (typeof FRESH_TYPES)[number]

interface Spoken {
  readonly digits: readonly string[]
  readonly plus: string
  readonly at: string
  readonly dot: string
  readonly dash: string
  readonly underscore: string
}

const SPOKEN: Readonly<Record<FreshLanguage, Spoken>> = {
  en: {
    digits: ['oh', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
    plus: 'plus',
    at: 'at',
    dot: 'dot',
    dash: 'dash',
    underscore: 'underscore',
  },
  de: {
    digits: ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
    plus: 'plus',
    at: 'at',
    dot: 'punkt',
    dash: 'minus',
    underscore: 'unterstrich',
  },
  fr: {
    digits: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
    plus: 'plus',
    at: 'arobase',
    dot: 'point',
    dash: 'tiret',
    underscore: 'tiret bas',
  },
  es: {
    digits: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
    plus: 'más',
    at: 'arroba',
    dot: 'punto',
    dash: 'guion',
    underscore: 'guion bajo',
  },
  sv: {
    digits: ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio'],
    plus: 'plus',
    at: 'snabel-a',
    dot: 'punkt',
    dash: 'bindestreck',
    underscore: 'understreck',
  },
}

/** A code read out one sign at a time: letters by themselves, digits as words, blanks and slashes left out. */
export function readOut(code: string, lang: FreshLanguage): string {
  const { digits, plus, dot } = SPOKEN[lang]
  return [...code]
    .flatMap((sign) => {
      if (/\d/.test(sign)) return [digits[Number(sign)] ?? sign]
      if (sign === '+') return [plus]
      if (sign === '.') return [dot]
      return /\p{L}/u.test(sign) ? [sign] : []
    })
    .join(' ')
}

/** An address of the net read out: its words stay words. */
export function readAddress(address: string, lang: FreshLanguage): string {
  const { at, dot, dash, underscore } = SPOKEN[lang]
  return address
    .replaceAll('-', ` ${dash} `)
    .replaceAll('@', ` ${at} `)
    .replaceAll('.', ` ${dot} `)
    .replaceAll('_', ` ${underscore} `)
    .replace(/\d/g, (digit) => ` ${readOut(digit, lang)} `)
    .replace(/ {2,}/g, ' ')
    .trim()
}
