import type { Dice } from '../../fresh/generate.ts'
import type { FreshLanguage } from '../../fresh/said.ts'
import { digitsOf, iban, lettersOf, luhn, nationalId, plain } from '../../fresh/values.ts'
import type { UnseenType } from '../unseen-set.ts'
import type { Patterns } from './patterns.ts'

/** A pattern with # for a digit and ? for a letter. */
const fill = (pattern: string, dice: Dice): string => pattern.replace(/[#?]/g, (sign) => (sign === '#' ? digitsOf(dice, 1) : lettersOf(dice, 1)))
const hex = (dice: Dice, count: number): string => Array.from({ length: count }, () => '0123456789abcdef'[dice.below(16)]).join('')
const two = (value: number): string => String(value).padStart(2, '0')

export const TYPE_OF: Readonly<Record<string, UnseenType>> = {
  PERSON: 'PERSON',
  FIRST: 'PERSON',
  LAST: 'PERSON',
  SPELLED: 'PERSON',
  EMAIL: 'EMAIL',
  URL: 'URL',
  PHONE: 'PHONE',
  ADDRESS: 'ADDRESS',
  BIRTH: 'DATE_OF_BIRTH',
  CARD: 'CREDIT_CARD',
  IBAN: 'IBAN',
  SORT: 'BANK_ACCOUNT',
  ACCOUNT: 'BANK_ACCOUNT',
  NATIONAL: 'NATIONAL_ID',
  NINO: 'NATIONAL_ID',
  PASSPORT: 'PASSPORT',
  LICENCE: 'DRIVER_LICENSE',
  MEDICAL: 'MEDICAL_ID',
  PLATE: 'LICENSE_PLATE',
  PASSWORD: 'SECRET',
  PIN: 'SECRET',
  KEY: 'SECRET',
  USER: 'USERNAME',
  IP: 'IP_ADDRESS',
  MAC: 'MAC',
  CRYPTO: 'CRYPTO',
}

const NATIONALS: Readonly<Record<FreshLanguage, readonly ((dice: Dice) => string)[]>> = {
  en: [(dice) => `${1 + dice.below(7)}${fill('##-4#-1###', dice)}`, (dice) => `${1 + dice.below(6)}${fill('## 3# 2###', dice)}`],
  de: [(dice) => nationalId(dice, 'de').replace(/^(..)(...)(...)(...)$/, '$1 $2 $3 $4'), (dice) => nationalId(dice, 'de')],
  fr: [(dice) => nationalId(dice, 'fr').replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7'), (dice) => nationalId(dice, 'fr')],
  es: [(dice) => nationalId(dice, 'es').replace(/(?=[A-Z])/, '-'), (dice) => nationalId(dice, 'es'), nie],
  sv: [(dice) => `19${nationalId(dice, 'sv')}`, (dice) => nationalId(dice, 'sv').replace('-', '')],
}
const BANKS: Readonly<Record<FreshLanguage, readonly (readonly [string, string, number])[]>> = {
  en: [
    ['IE', 'AIBK', 14],
    ['GB', 'BARC', 14],
    ['NL', 'INGB', 10],
  ],
  de: [
    ['DE', '', 18],
    ['CH', '', 17],
    ['AT', '', 16],
  ],
  fr: [
    ['FR', '', 23],
    ['LU', '', 16],
    ['BE', '', 12],
  ],
  es: [
    ['ES', '', 20],
    ['PT', '', 21],
  ],
  sv: [
    ['SE', '', 20],
    ['FI', '', 14],
    ['NO', '', 11],
  ],
}
const MONTHS: Readonly<Record<FreshLanguage, string>> = {
  en: 'February April July September November December',
  de: 'Februar April Juli September November Dezember',
  fr: 'février avril juillet septembre novembre décembre',
  es: 'febrero abril julio septiembre noviembre diciembre',
  sv: 'februari april juli september november december',
}
const MAILS = ['kestrel-works.co.uk', 'posteo.example', 'uni-nord.example.edu', 'gmail.com', 'lakeside.example.org', 'proton.me', 'harbour.io']

function nie(dice: Dice): string {
  const [lead, body] = [dice.below(3), digitsOf(dice, 7)]
  return `${'XYZ'[lead] ?? 'X'}${body}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(`${lead}${body}`) % 23] ?? 'T'}`
}

/** @returns how a date of birth is written and how it is said */
export function birth(lang: FreshLanguage, dice: Dice): { written: string; said: string } {
  const [day, year, month] = [1 + dice.below(28), 1944 + dice.below(62), dice.below(6)]
  const name = MONTHS[lang].split(' ')[month] ?? ''
  const number = [2, 4, 7, 9, 11, 12][month] ?? 1
  const long = {
    en: `${name} ${day}, ${year}`,
    de: `${day}. ${name} ${year}`,
    fr: `${day} ${name} ${year}`,
    es: `${day} de ${name} de ${year}`,
    sv: `${day} ${name} ${year}`,
  }[lang]
  const short = dice.one([
    `${year}-${two(number)}-${two(day)}`,
    `${two(day)}.${two(number)}.${year}`,
    `${two(day)}/${two(number)}/${String(year).slice(2)}`,
  ])
  return { written: dice.below(2) === 0 ? long : short, said: long }
}

/** A value as it is written. */
export function written(kind: string, lang: FreshLanguage, person: { first: string; last: string }, dice: Dice, formats: Patterns): string {
  const [first, last] = [plain(person.first), plain(person.last)]
  const pick = (patterns: readonly string[]): string => fill(dice.one(patterns), dice)
  switch (kind) {
    case 'EMAIL':
      return [
        dice.one([`${first}.${last}`, `${last}${first.charAt(0)}`, `${first}${digitsOf(dice, 2)}`, `${first.charAt(0)}-${last}`, `info.${last}`]),
        dice.one(MAILS),
      ].join('@')
    case 'URL':
      return dice.one([
        `https://www.linkedin.com/in/${first}-${last}-${hex(dice, 4)}`,
        `instagram.com/${first}.${last}`,
        `https://${last}${first}.example.com/about`,
        `gitlab.com/${first.charAt(0)}${last}`,
      ])
    case 'USER':
      return dice.one([`${first}_${last}`, `${last}${digitsOf(dice, 3)}`, `the.${first}`, `${first}-${last.slice(0, 4)}${digitsOf(dice, 1)}`])
    case 'PHONE':
      return pick(formats.PHONES[lang])
    case 'ADDRESS':
      return pick(formats.ADDRESSES[lang])
    case 'CARD':
      return luhn(dice.one([`4${digitsOf(dice, 14)}`, `2221${digitsOf(dice, 11)}`, `37${digitsOf(dice, 12)}`, `6011${digitsOf(dice, 11)}`])).replace(
        /(.{4})(?=.)/g,
        dice.one(['$1 ', '$1-', '$1']),
      )
    case 'IBAN': {
      const [country, bank, count] = dice.one(BANKS[lang])
      const grouped = iban(country, `${bank}${digitsOf(dice, count)}`)
      return dice.below(3) === 0 ? grouped.replaceAll(' ', '') : grouped
    }
    case 'SORT':
      return pick(['##-##-##', '## ## ##', '######'])
    case 'ACCOUNT':
      return lang === 'sv' ? pick(['####-# ### ###', '##########']) : pick(['########', '######-#', '#### ####', '##########'])
    case 'NATIONAL':
      return dice.one(NATIONALS[lang])(dice)
    case 'NINO':
      return nationalId(dice, 'en').replaceAll(' ', dice.one([' ', '']))
    case 'PASSPORT':
      return pick(formats.PASSPORTS[lang])
    case 'LICENCE':
      return pick(formats.LICENCES[lang])
    case 'MEDICAL':
      return pick(formats.MEDICALS[lang])
    case 'PLATE':
      return pick(formats.PLATES[lang])
    case 'PASSWORD':
      return dice.one(formats.PASSWORDS[lang])
    case 'PIN':
      return pick(['####', '######', '##?#'])
    case 'KEY':
      return dice.one([
        `ghp_${fill('??#?#??#?##??#?#??#?##??#?#??#?##??#', dice)}`,
        `AKIA${fill('??????????????', dice)}Q7`,
        `sk_live_${hex(dice, 24)}`,
        hex(dice, 32),
      ])
    case 'IP':
      return dice.below(4) === 0 ? `2001:db8:${hex(dice, 4)}::${hex(dice, 4)}` : Array.from({ length: 4 }, () => 11 + dice.below(200)).join('.')
    case 'MAC':
      return (hex(dice, 12).match(/../g) ?? []).join(dice.one([':', '-']))
    case 'CRYPTO':
      return dice.one([`0x${hex(dice, 40)}`])
    default:
      throw new Error(`no format of ${kind}`)
  }
}
