import type { Dice } from './generate.ts'
import { NAMES } from './names.ts'
import { readAddress, readOut, type FreshLanguage, type FreshType } from './said.ts'

export const digitsOf = (dice: Dice, count: number): string => Array.from({ length: count }, () => dice.below(10)).join('')
export const lettersOf = (dice: Dice, count: number): string => Array.from({ length: count }, () => 'ABCDEFGHJKLMNPRSTVWXYZ'[dice.below(22)]).join('')
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

export function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

export function iban(country: string, bban: string): string {
  const turned = `${bban}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return `${country}${String(98n - (BigInt(turned) % 97n)).padStart(2, '0')}${bban}`.replace(/(.{4})(?=.)/g, '$1 ')
}

/** ISO 7064 MOD 11,10 over ten digits, of which exactly one comes twice. */
function taxId(dice: Dice): string {
  const body = ['8', ...dice.shuffled(['0', '1', '2', '3', '4', '5', '6', '7']), '9'].map((digit, at) => (at === 9 ? '0' : digit)).join('')
  let product = 10
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return `${body}${(11 - product) % 10}`
}

export function nationalId(dice: Dice, lang: FreshLanguage): string {
  const born = `${70 + dice.below(29)}${String(1 + dice.below(12)).padStart(2, '0')}${String(1 + dice.below(28)).padStart(2, '0')}`
  if (lang === 'de') return taxId(dice)
  if (lang === 'sv') return luhn(`${born}${digitsOf(dice, 3)}`).replace(/(\d{4})$/, '-$1')
  if (lang === 'es') {
    const number = `4${digitsOf(dice, 7)}`
    return `${number}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23]}`
  }
  if (lang === 'fr') {
    const body = `2${born.slice(0, 4)}75${digitsOf(dice, 6)}`
    return `${body}${String(97n - (BigInt(body) % 97n)).padStart(2, '0')}`
  }
  return `${dice.one(['AB', 'CE', 'JK', 'PR'])} ${digitsOf(dice, 2)} ${digitsOf(dice, 2)} ${digitsOf(dice, 2)} ${dice.one(['A', 'B', 'C'])}`
}

const PHONES: Readonly<Record<FreshLanguage, (dice: Dice) => string>> = {
  en: (dice) => dice.one([`07700 900${digitsOf(dice, 3)}`, `020 7946 0${digitsOf(dice, 3)}`, `+44 7700 900${digitsOf(dice, 3)}`]),
  de: (dice) => dice.one([`030 23125${digitsOf(dice, 3)}`, `+49 171 39200${digitsOf(dice, 2)}`, `0221 4710${digitsOf(dice, 3)}`]),
  fr: (dice) => dice.one([`01 99 00 ${digitsOf(dice, 2)} ${digitsOf(dice, 2)}`, `06 39 98 ${digitsOf(dice, 2)} ${digitsOf(dice, 2)}`]),
  es: (dice) =>
    dice.one([
      `61${digitsOf(dice, 1)} ${digitsOf(dice, 3)} ${digitsOf(dice, 3)}`,
      `91${2 + dice.below(7)} ${digitsOf(dice, 3)} ${digitsOf(dice, 3)}`,
    ]),
  sv: (dice) => dice.one([`070-174 06 ${digitsOf(dice, 2)}`, `08-465 004 ${digitsOf(dice, 2)}`]),
}
const PLACES: Readonly<Record<FreshLanguage, (dice: Dice) => string>> = {
  en: (dice) => `${1 + dice.below(90)} ${dice.one(['Marlowe', 'Thistle', 'Harbour', 'Kestrel'])} ${dice.one(['Road', 'Lane', 'Avenue', 'Close'])}`,
  de: (dice) => `${dice.one(['Lindenallee', 'Brunnenstraße', 'Am Mühlgraben', 'Gartenweg'])} ${1 + dice.below(90)}`,
  fr: (dice) => `${1 + dice.below(90)} ${dice.one(['rue des Tilleuls', 'avenue du Lac', 'impasse des Lilas', 'boulevard Victor Hugo'])}`,
  es: (dice) => `${dice.one(['calle de los Olmos', 'avenida del Puerto', 'plaza Mayor', 'calle Serrano'])} ${1 + dice.below(90)}`,
  sv: (dice) => `${dice.one(['Lindvägen', 'Brunnsgatan', 'Skolgränd', 'Björkstigen'])} ${1 + dice.below(90)}`,
}
const MONTHS: Readonly<Record<FreshLanguage, string>> = { en: '{} August', de: '{}. August', fr: '{} août', es: '{} de agosto de', sv: '{} augusti' }
const BANKS: Readonly<Record<FreshLanguage, readonly [string, number]>> = {
  en: ['GB', 14],
  de: ['DE', 18],
  fr: ['FR', 23],
  es: ['ES', 20],
  sv: ['SE', 20],
}
const PLATES: Readonly<Record<FreshLanguage, (dice: Dice) => string>> = {
  en: (dice) => `${lettersOf(dice, 2)}${dice.one(['19', '68', '21'])} ${lettersOf(dice, 3)}`,
  de: (dice) => `${dice.one(['B', 'HH', 'KA', 'FÜ'])}-${lettersOf(dice, 2)} ${1 + dice.below(8999)}`,
  fr: (dice) => `${lettersOf(dice, 2)}-${digitsOf(dice, 3)}-${lettersOf(dice, 2)}`,
  es: (dice) => `${digitsOf(dice, 4)} ${lettersOf(dice, 3)}`,
  sv: (dice) => `${lettersOf(dice, 3)} ${digitsOf(dice, 3)}`,
}

/** A value of a type as it is written and as it is read out. */
export function valueOf(type: FreshType, lang: FreshLanguage, dice: Dice): { written: string; said: string } {
  const code = (written: string): { written: string; said: string } => ({ written, said: readOut(written, lang) })
  const first = dice.one(NAMES[lang].first)
  const last = dice.one(NAMES[lang].last)
  switch (type) {
    case 'PERSON': {
      const name = dice.below(2) === 0 ? first : `${first} ${last}`
      return { written: name, said: name }
    }
    case 'EMAIL': {
      const written = `${plain(first)}.${plain(last)}@${dice.one(['example.com', 'example.org', 'postfach.net'])}`
      return { written, said: readAddress(written, lang) }
    }
    case 'USERNAME': {
      const written = `${plain(last)}_${digitsOf(dice, 2)}`
      return { written, said: readAddress(written, lang) }
    }
    case 'PHONE':
      return code(PHONES[lang](dice))
    case 'ADDRESS': {
      const written = PLACES[lang](dice)
      return { written, said: written }
    }
    case 'DATE_OF_BIRTH': {
      const written = `${MONTHS[lang].replace('{}', String(1 + dice.below(28)))} ${1960 + dice.below(39)}`
      return { written, said: written }
    }
    case 'CREDIT_CARD':
      return code(luhn(`4${digitsOf(dice, 14)}`).replace(/(.{4})(?=.)/g, '$1 '))
    case 'IBAN':
      return code(iban(BANKS[lang][0], `${lang === 'en' ? 'NWBK' : ''}${digitsOf(dice, BANKS[lang][1])}`))
    case 'BANK_ACCOUNT':
      return code(digitsOf(dice, 8))
    case 'NATIONAL_ID':
      return code(nationalId(dice, lang))
    case 'PASSPORT':
      return code(`${lettersOf(dice, 1)}${digitsOf(dice, 8)}`)
    case 'DRIVER_LICENSE':
      return code(`${lettersOf(dice, 2)}${digitsOf(dice, 7)}`)
    case 'MEDICAL_ID':
      return code(digitsOf(dice, 10))
    case 'LICENSE_PLATE':
      return code(PLATES[lang](dice))
    case 'SECRET':
      return code(digitsOf(dice, 4 + dice.below(3)))
    case 'IP_ADDRESS':
      return code(Array.from({ length: 4 }, () => 11 + dice.below(200)).join('.'))
  }
}
