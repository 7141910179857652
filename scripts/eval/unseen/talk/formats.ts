import type { Dice } from '../../fresh/generate.ts'
import type { FreshLanguage } from '../../fresh/said.ts'
import { digitsOf, iban, lettersOf, luhn, nationalId, plain } from '../../fresh/values.ts'
import type { UnseenType } from '../unseen-set.ts'

/** A pattern with # for a digit and ? for a letter. */
const fill = (pattern: string, dice: Dice): string => pattern.replace(/[#?]/g, (sign) => (sign === '#' ? digitsOf(dice, 1) : lettersOf(dice, 1)))
const hex = (dice: Dice, count: number): string => Array.from({ length: count }, () => '0123456789abcdef'[dice.below(16)]).join('')
const two = (value: number): string => String(value).padStart(2, '0')

export const TYPE_OF: Readonly<Record<string, UnseenType>> = {
  PERSON: 'PERSON', FIRST: 'PERSON', LAST: 'PERSON', SPELLED: 'PERSON', EMAIL: 'EMAIL', URL: 'URL', PHONE: 'PHONE', ADDRESS: 'ADDRESS',
  BIRTH: 'DATE_OF_BIRTH', CARD: 'CREDIT_CARD', IBAN: 'IBAN', SORT: 'BANK_ACCOUNT', ACCOUNT: 'BANK_ACCOUNT', NATIONAL: 'NATIONAL_ID', NINO: 'NATIONAL_ID',
  PASSPORT: 'PASSPORT', LICENCE: 'DRIVER_LICENSE', MEDICAL: 'MEDICAL_ID', PLATE: 'LICENSE_PLATE', PASSWORD: 'SECRET', PIN: 'SECRET', KEY: 'SECRET',
  USER: 'USERNAME', IP: 'IP_ADDRESS', MAC: 'MAC', CRYPTO: 'CRYPTO',
}

/** Ranges kept for fiction where a country has one, of countries where the language is spoken as well. */
const PHONES: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['+61 491 570 ###', '(03) 7010 1###', '+353 20 911 ####', '604-555-01##', '+1 (613) 555-01##', '07700 900 ###', '0141 496 0###', '+91 98765 4####',
    '+27 82 123 ####', '1-800-555-01##', '(212) 555-01## ext. 4##', '202.555.01##'],
  de: ['+41 44 668 18 ##', '079 123 45 ##', '+43 664 1234###', '01 5123##-##', '0157 12345###', '030/23125###', '+49 (0)69 90009###', '(0211) 4711-###'],
  fr: ['+32 470 12 34 ##', '02 555 12 ##', '+41 22 310 ## ##', '07 56 12 34 ##', '+33 1 99 00 12 ##', '01.99.00.##.##', '+352 621 123 4##', '0033 6 39 98 12 ##'],
  es: ['+52 55 1234 ####', '+54 11 4321-####', '+57 310 123 ####', '+56 9 8765 ####', '612 34 ## ##', '93 412 34 ##', '(+34) 722 123 4##', '954-12-34-##'],
  sv: ['+358 40 123 45##', '+47 912 34 5##', '+45 20 12 34 ##', '073-123 45 ##', '0470-123 ##', '(08) 465 004 ##', '+46 (0)70 174 06 ##', '0767123###'],
}

const ADDRESSES: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['#2 Quarry Hill, Bath BA1 4PJ', 'Unit 6, 1#0 Dock Road, Belfast BT3 9AA', '4#18 Juniper Ridge Blvd, Apt 2C, Boise, ID 83702', '#1 Pemberton Mews',
    '2#7 rural route 3, Guelph, ON N1H 6H9', 'PO Box 1##, Hobart TAS 7001', '1# Larkspur Court', 'The Old Forge, Mill Street, Ludlow SY8 1AZ'],
  de: ['Am Sandtor 1#, 20457 Hamburg', 'Untere Hauptgasse #, 3600 Thun', 'Mariahilfer Straße 8#/12, 1060 Wien', 'Kirchplatz #', 'Zum Alten Speicher 1#b',
    'Bgm.-Schmidt-Ring 4#, 86199 Augsburg', 'Wiesengrund 2#', 'Postfach 10 ## ##, 50462 Köln'],
  fr: ['#4 quai des Chartrons, 33000 Bordeaux', '1# allée des Cerisiers', 'chaussée de Louvain 2##, 1030 Schaerbeek', '#7 route de Lausanne, 1202 Genève',
    '12## rue Saint-Denis, Montréal (Québec) H2X 3J8', 'résidence Les Pins, bâtiment C, 13008 Marseille', '# cours Mirabeau', '2# ter, rue du Four'],
  es: ['Gran Vía #8, 4.º izq., 48001 Bilbao', 'Paseo de la Reforma 2##, Ciudad de México', 'C/ Alcalá 1##, 28009 Madrid', 'calle Larga #',
    'Avda. Libertad 3#, 2.º C', 'carrera 7 n.º 7#-12, Bogotá', 'ronda de Sant Pere 1#', 'camino Viejo de Leganés 5#'],
  sv: ['Drottninggatan #4 A, 411 14 Göteborg', 'Norra Strandgatan 1#', 'Mannerheimintie 2#, 00100 Helsingfors', 'Ekbacksvägen 7, lgh 11##', 'Södra Promenaden 3#',
    'Box 2##, 981 23 Kiruna', 'Torggatan 1#B, 65224 Karlstad', 'Kvarnbacken #'],
}

const PASSPORTS: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['#########', '??######', 'N#######'], de: ['C0#XW###5', '?#######', 'C#???####'], fr: ['##??#####', '??######'], es: ['???######', 'G########'], sv: ['########', 'A?######'],
}
const LICENCES: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['D#### ##### #####', '?#######', 'MORGA6571##SM9IJ', '###-###-###', '#########'], de: ['?###RRE##I5', 'B072RRE2I5#'], fr: ['############', '##AA#####'],
  es: ['########?', 'LC-########'], sv: ['######-####', '########'],
}
const MEDICALS: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['MRN-#######', 'H######', '### ### ####', 'PX-##-####'], de: ['?#########', 'P-######'], fr: ['########', 'IPP ######'], es: ['NHC######', 'BBBBBB######'],
  sv: ['######-T##', 'J#######'],
}
const PLATES: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['??## ???', '#???###', '???-####', '1##-D-####', 'K### ???', '??## ???'], de: ['HB-?? ###', 'ZH ######', 'W-#####?', 'SÜW-? ####', 'KI ?? ##E'],
  fr: ['??-###-??', '1-???-###', 'VD ######', '?? ### ??'], es: ['####???', '?-####-??', '??? ###'], sv: ['???##?', '???###', '??? ##?'],
}
const PASSWORDS: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['Otter#2041!', 'correct-lantern-battery', 'w1nterGarden', 'Tr0ub4dor&3'], de: ['Fuchsbau!88', 'S0nnenblume', 'rote-tasse-leiter'], fr: ['Cigale#77', 'Pluie2Mars!', 'trois-chats-gris'],
  es: ['Girasol#19', 'Lluvia2Mayo!', 'tres-gatos-grises'], sv: ['Smultron#42', 'Regn3Maj!', 'tre-katter-i-regn'],
}
const NATIONALS: Readonly<Record<FreshLanguage, readonly ((dice: Dice) => string)[]>> = {
  en: [(dice) => `${1 + dice.below(7)}${fill('##-4#-1###', dice)}`, (dice) => `${1 + dice.below(6)}${fill('## 3# 2###', dice)}`],
  de: [(dice) => nationalId(dice, 'de').replace(/^(..)(...)(...)(...)$/, '$1 $2 $3 $4'), (dice) => nationalId(dice, 'de')],
  fr: [(dice) => nationalId(dice, 'fr').replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7'), (dice) => nationalId(dice, 'fr')],
  es: [(dice) => nationalId(dice, 'es').replace(/(?=[A-Z])/, '-'), (dice) => nationalId(dice, 'es'), nie],
  sv: [(dice) => `19${nationalId(dice, 'sv')}`, (dice) => nationalId(dice, 'sv').replace('-', '')],
}
const BANKS: Readonly<Record<FreshLanguage, readonly (readonly [string, string, number])[]>> = {
  en: [['IE', 'AIBK', 14], ['GB', 'BARC', 14], ['NL', 'INGB', 10]], de: [['DE', '', 18], ['CH', '', 17], ['AT', '', 16]], fr: [['FR', '', 23], ['LU', '', 16], ['BE', '', 12]],
  es: [['ES', '', 20], ['PT', '', 21]], sv: [['SE', '', 20], ['FI', '', 14], ['NO', '', 11]],
}
const MONTHS: Readonly<Record<FreshLanguage, string>> = {
  en: 'February April July September November December', de: 'Februar April Juli September November Dezember',
  fr: 'février avril juillet septembre novembre décembre', es: 'febrero abril julio septiembre noviembre diciembre',
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
  const long = { en: `${name} ${day}, ${year}`, de: `${day}. ${name} ${year}`, fr: `${day} ${name} ${year}`, es: `${day} de ${name} de ${year}`, sv: `${day} ${name} ${year}` }[lang]
  const short = dice.one([`${year}-${two(number)}-${two(day)}`, `${two(day)}.${two(number)}.${year}`, `${two(day)}/${two(number)}/${String(year).slice(2)}`])
  return { written: dice.below(2) === 0 ? long : short, said: long }
}

/** A value as it is written. */
export function written(kind: string, lang: FreshLanguage, person: { first: string; last: string }, dice: Dice): string {
  const [first, last] = [plain(person.first), plain(person.last)]
  const pick = (patterns: readonly string[]): string => fill(dice.one(patterns), dice)
  switch (kind) {
    case 'EMAIL': return `${dice.one([`${first}.${last}`, `${last}${first.charAt(0)}`, `${first}${digitsOf(dice, 2)}`, `${first.charAt(0)}-${last}`, `info.${last}`])}@${dice.one(MAILS)}`
    case 'URL': return dice.one([`https://www.linkedin.com/in/${first}-${last}-${hex(dice, 4)}`, `instagram.com/${first}.${last}`, `https://${last}${first}.example.com/about`, `gitlab.com/${first.charAt(0)}${last}`])
    case 'USER': return dice.one([`${first}_${last}`, `${last}${digitsOf(dice, 3)}`, `the.${first}`, `${first}-${last.slice(0, 4)}${digitsOf(dice, 1)}`])
    case 'PHONE': return pick(PHONES[lang])
    case 'ADDRESS': return pick(ADDRESSES[lang])
    case 'CARD': return luhn(dice.one([`4${digitsOf(dice, 14)}`, `2221${digitsOf(dice, 11)}`, `37${digitsOf(dice, 12)}`, `6011${digitsOf(dice, 11)}`])).replace(/(.{4})(?=.)/g, dice.one(['$1 ', '$1-', '$1']))
    case 'IBAN': {
      const [country, bank, count] = dice.one(BANKS[lang])
      const grouped = iban(country, `${bank}${digitsOf(dice, count)}`)
      return dice.below(3) === 0 ? grouped.replaceAll(' ', '') : grouped
    }
    case 'SORT': return pick(['##-##-##', '## ## ##', '######'])
    case 'ACCOUNT': return lang === 'sv' ? pick(['####-# ### ###', '##########']) : pick(['########', '######-#', '#### ####', '##########'])
    case 'NATIONAL': return dice.one(NATIONALS[lang])(dice)
    case 'NINO': return nationalId(dice, 'en').replaceAll(' ', dice.one([' ', '']))
    case 'PASSPORT': return pick(PASSPORTS[lang])
    case 'LICENCE': return pick(LICENCES[lang])
    case 'MEDICAL': return pick(MEDICALS[lang])
    case 'PLATE': return pick(PLATES[lang])
    case 'PASSWORD': return dice.one(PASSWORDS[lang])
    case 'PIN': return pick(['####', '######', '##?#'])
    case 'KEY': return dice.one([`ghp_${fill('??#?#??#?##??#?#??#?##??#?#??#?##??#', dice)}`, `AKIA${fill('??????????????', dice)}Q7`, `sk_live_${hex(dice, 24)}`, hex(dice, 32)])
    case 'IP': return dice.below(4) === 0 ? `2001:db8:${hex(dice, 4)}::${hex(dice, 4)}` : Array.from({ length: 4 }, () => 11 + dice.below(200)).join('.')
    case 'MAC': return (hex(dice, 12).match(/../g) ?? []).join(dice.one([':', '-']))
    case 'CRYPTO': return dice.one([`0x${hex(dice, 40)}`])
    default: throw new Error(`no format of ${kind}`)
  }
}
