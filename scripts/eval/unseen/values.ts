import type { Dice } from '../fresh/generate.ts'
import { readAddress, type FreshLanguage } from '../fresh/said.ts'
import { digitsOf, iban, lettersOf, luhn, nationalId, plain } from '../fresh/values.ts'
import { digitsSaid } from './numerals.ts'
import type { UnseenSet, UnseenType } from './unseen-set.ts'

interface Value {
  readonly written: string
  readonly said: string
  /** As recognisers write it: words, or digits again. */
  readonly heard: string
}

const hexOf = (dice: Dice, count: number): string => Array.from({ length: count }, () => '0123456789abcdef'[dice.below(16)]).join('')
const two = (value: number): string => String(value).padStart(2, '0')

/** A code: letters by themselves, digits as people read them. */
function code(written: string, lang: FreshLanguage, dice: Dice): Value {
  const said = (written.match(/\d+|\p{L}|[.:+]/gu) ?? [])
    .map((part) => {
      if (part === '.') return { en: 'dot', de: 'punkt', fr: 'point', es: 'punto', sv: 'punkt' }[lang]
      if (part === ':') return ''
      if (part === '+') return lang === 'es' ? 'más' : 'plus'
      return /\d/.test(part) ? digitsSaid(part, lang, dice) : part
    })
    .filter((part) => part !== '')
    .join(' ')
  const spaced = written.replace(/[-/]/g, ' ')
  return { written, said, heard: dice.below(3) === 0 ? spaced : said }
}

const PHONES: Readonly<Record<FreshLanguage, (dice: Dice) => string>> = {
  en: (dice) =>
    dice.one([
      `0117 496 0${digitsOf(dice, 3)}`,
      `(415) 555-01${digitsOf(dice, 2)}`,
      `07700900${digitsOf(dice, 3)}`,
      `+1 212 555 01${digitsOf(dice, 2)}`,
    ]),
  de: (dice) =>
    dice.one([
      `089 99998${digitsOf(dice, 3)}`,
      `0152 28817${digitsOf(dice, 3)}`,
      `+49 40 66969${digitsOf(dice, 3)}`,
      `0172/99202${digitsOf(dice, 2)}`,
    ]),
  fr: (dice) =>
    dice.one([
      `02 61 91 ${digitsOf(dice, 2)} ${digitsOf(dice, 2)}`,
      `+33 6 39 98 ${digitsOf(dice, 2)} ${digitsOf(dice, 2)}`,
      `0465 71 ${digitsOf(dice, 2)} ${digitsOf(dice, 2)}`,
    ]),
  es: (dice) =>
    dice.one([
      `69${digitsOf(dice, 1)} ${digitsOf(dice, 2)} ${digitsOf(dice, 2)} ${digitsOf(dice, 2)}`,
      `+34 93${2 + dice.below(7)} ${digitsOf(dice, 3)} ${digitsOf(dice, 3)}`,
    ]),
  sv: (dice) => dice.one([`0701-74 06 ${digitsOf(dice, 2)}`, `031-390 06 ${digitsOf(dice, 2)}`, `+46 8 465 004 ${digitsOf(dice, 2)}`]),
}
const STREETS: Readonly<Record<FreshLanguage, readonly ((number: number) => string)[]>> = {
  en: [(n) => `${n} Wisteria Drive`, (n) => `Flat 3, ${n} Cobbler's Row, York YO1 7HH`, (n) => `${n} West Maple Street, Dayton, OH 45402`],
  de: [(n) => `Schillerstraße ${n}, 04109 Leipzig`, (n) => `Hinterm Deich ${n}`, (n) => `Kastanienweg ${n}a`],
  fr: [(n) => `${n} rue de la Poterie, 35000 Rennes`, (n) => `${n} bis, chemin du Moulin`, (n) => `${n} place Carnot`],
  es: [(n) => `calle del Pozo, ${n}, 3.º B`, (n) => `avenida de América ${n}, 28028 Madrid`, (n) => `paseo de Gracia ${n}`],
  sv: [(n) => `Storgatan ${n} B, 582 23 Linköping`, (n) => `Hamnvägen ${n}`, (n) => `Kyrkogränd ${n}`],
}
const MONTHS: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['January', 'March', 'October'],
  de: ['Januar', 'März', 'Oktober'],
  fr: ['janvier', 'mars', 'octobre'],
  es: ['enero', 'marzo', 'octubre'],
  sv: ['januari', 'mars', 'oktober'],
}
const PLATES: Readonly<Record<FreshLanguage, (dice: Dice) => string>> = {
  en: (dice) => `${lettersOf(dice, 2)}${two(10 + dice.below(60))} ${lettersOf(dice, 3)}`,
  de: (dice) => `${dice.one(['M', 'DD', 'OS', 'LÖ'])}-${lettersOf(dice, 1)} ${100 + dice.below(8000)}`,
  fr: (dice) => `${lettersOf(dice, 2)}-${digitsOf(dice, 3)}-${lettersOf(dice, 2)}`,
  es: (dice) => `${digitsOf(dice, 4)} ${lettersOf(dice, 3)}`,
  sv: (dice) => `${lettersOf(dice, 3)} ${digitsOf(dice, 2)}${lettersOf(dice, 1)}`,
}
const BANKS: Readonly<Record<FreshLanguage, readonly [string, string, number]>> = {
  en: ['GB', 'LOYD', 14],
  de: ['AT', '', 16],
  fr: ['BE', '', 12],
  es: ['ES', '', 20],
  sv: ['SE', '', 20],
}
const SECRETS: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['Juniper-Teapot-44', 'blueKettle!9'],
  de: ['Regenschirm_Lampe7', 'kaffeeTasse!31'],
  fr: ['Parapluie_Vert8', 'tasseBleue!52'],
  es: ['Paraguas_Rojo6', 'tazaAzul!73'],
  sv: ['Paraply_Gul5', 'kaffeKopp!64'],
}

function birth(lang: FreshLanguage, dice: Dice): Value {
  const [day, year, month] = [1 + dice.below(28), 1950 + dice.below(55), dice.below(3)]
  const name = MONTHS[lang][month] ?? ''
  const long = {
    en: `${day} ${name} ${year}`,
    de: `${day}. ${name} ${year}`,
    fr: `${day} ${name} ${year}`,
    es: `${day} de ${name} de ${year}`,
    sv: `${day} ${name} ${year}`,
  }[lang]
  const short = [two(day), two([1, 3, 10][month] ?? 1), year].join(lang === 'de' ? '.' : lang === 'sv' ? '-' : '/')
  return { written: dice.below(2) === 0 ? long : short, said: long, heard: long }
}

/** A value as it is written, read out and heard. */
export function unseenValue(type: Exclude<UnseenType, 'PERSON'>, lang: FreshLanguage, set: UnseenSet, dice: Dice): Value {
  const first = plain(dice.one(set[lang].first))
  const last = plain(dice.one(set[lang].last))
  const address = (written: string): Value => {
    const said = readAddress(written, lang)
    return { written, said, heard: dice.below(4) === 0 ? written : said }
  }
  switch (type) {
    case 'EMAIL':
      return address(
        [
          dice.one([first, `${first.charAt(0)}${last}`, `${last}-${first}`, `${first}_${last}`]),
          dice.one(['werft-nord.example', 'mail.example.net', 'quarry.example.com']),
        ].join('@'),
      )
    case 'URL': {
      const written = `${dice.one(['github.com', 'linkedin.com/in', 'medium.com/@', 'x.com'])}/${first}${last}`.replace('@/', '@')
      return { written, said: written, heard: written }
    }
    case 'USERNAME':
      return address(dice.one([`${first}${digitsOf(dice, 2)}`, `${first}_${last.slice(0, 3)}`, `${last}.${first.charAt(0)}${digitsOf(dice, 1)}`]))
    case 'PHONE':
      return code(PHONES[lang](dice), lang, dice)
    case 'ADDRESS': {
      const written = dice.one(STREETS[lang])(2 + dice.below(140))
      return { written, said: written, heard: written }
    }
    case 'DATE_OF_BIRTH':
      return birth(lang, dice)
    case 'CREDIT_CARD':
      return code(luhn(`5${1 + dice.below(5)}${digitsOf(dice, 13)}`).replace(/(.{4})(?=.)/g, '$1 '), lang, dice)
    case 'IBAN':
      return code(iban(BANKS[lang][0], `${BANKS[lang][1]}${digitsOf(dice, BANKS[lang][2])}`), lang, dice)
    case 'BANK_ACCOUNT':
      return code(digitsOf(dice, 8 + dice.below(3)), lang, dice)
    case 'NATIONAL_ID':
      return code(nationalId(dice, lang), lang, dice)
    case 'PASSPORT':
      return code(`${lettersOf(dice, 2)}${digitsOf(dice, 7)}`, lang, dice)
    case 'DRIVER_LICENSE':
      return code(`${lettersOf(dice, 1)}${digitsOf(dice, 9)}`, lang, dice)
    case 'MEDICAL_ID':
      return code(dice.below(2) === 0 ? digitsOf(dice, 9) : `${lettersOf(dice, 2)}${digitsOf(dice, 6)}`, lang, dice)
    case 'LICENSE_PLATE':
      return code(PLATES[lang](dice), lang, dice)
    case 'SECRET': {
      const word = dice.one(SECRETS[lang])
      const pin = digitsOf(dice, 4 + dice.below(3))
      return dice.below(2) === 0 ? { written: word, said: word, heard: word } : code(pin, lang, dice)
    }
    case 'IP_ADDRESS':
      return code(Array.from({ length: 4 }, () => 11 + dice.below(200)).join('.'), lang, dice)
    case 'MAC':
      return code((hexOf(dice, 12).match(/../g) ?? []).join(':'), lang, dice)
    case 'CRYPTO': {
      const written = `0x${hexOf(dice, 40)}`
      return { written, said: written, heard: written }
    }
  }
}
