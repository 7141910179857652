import type { FreshLanguage } from '../../fresh/said.ts'

/** Ranges kept for fiction where a country has one, of countries where the language is spoken as well. */
const PHONES: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: [
    '+61 491 570 ###',
    '(03) 7010 1###',
    '+353 20 911 ####',
    '604-555-01##',
    '+1 (613) 555-01##',
    '07700 900 ###',
    '0141 496 0###',
    '+91 98765 4####',
    '+27 82 123 ####',
    '1-800-555-01##',
    '(212) 555-01## ext. 4##',
    '202.555.01##',
  ],
  de: [
    '+41 44 668 18 ##',
    '079 123 45 ##',
    '+43 664 1234###',
    '01 5123##-##',
    '0157 12345###',
    '030/23125###',
    '+49 (0)69 90009###',
    '(0211) 4711-###',
  ],
  fr: [
    '+32 470 12 34 ##',
    '02 555 12 ##',
    '+41 22 310 ## ##',
    '07 56 12 34 ##',
    '+33 1 99 00 12 ##',
    '01.99.00.##.##',
    '+352 621 123 4##',
    '0033 6 39 98 12 ##',
  ],
  es: [
    '+52 55 1234 ####',
    '+54 11 4321-####',
    '+57 310 123 ####',
    '+56 9 8765 ####',
    '612 34 ## ##',
    '93 412 34 ##',
    '(+34) 722 123 4##',
    '954-12-34-##',
  ],
  sv: [
    '+358 40 123 45##',
    '+47 912 34 5##',
    '+45 20 12 34 ##',
    '073-123 45 ##',
    '0470-123 ##',
    '(08) 465 004 ##',
    '+46 (0)70 174 06 ##',
    '0767123###',
  ],
}

const ADDRESSES: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: [
    '#2 Quarry Hill, Bath BA1 4PJ',
    'Unit 6, 1#0 Dock Road, Belfast BT3 9AA',
    '4#18 Juniper Ridge Blvd, Apt 2C, Boise, ID 83702',
    '#1 Pemberton Mews',
    '2#7 rural route 3, Guelph, ON N1H 6H9',
    'PO Box 1##, Hobart TAS 7001',
    '1# Larkspur Court',
    'The Old Forge, Mill Street, Ludlow SY8 1AZ',
  ],
  de: [
    'Am Sandtor 1#, 20457 Hamburg',
    'Untere Hauptgasse #, 3600 Thun',
    'Mariahilfer Straße 8#/12, 1060 Wien',
    'Kirchplatz #',
    'Zum Alten Speicher 1#b',
    'Bgm.-Schmidt-Ring 4#, 86199 Augsburg',
    'Wiesengrund 2#',
    'Postfach 10 ## ##, 50462 Köln',
  ],
  fr: [
    '#4 quai des Chartrons, 33000 Bordeaux',
    '1# allée des Cerisiers',
    'chaussée de Louvain 2##, 1030 Schaerbeek',
    '#7 route de Lausanne, 1202 Genève',
    '12## rue Saint-Denis, Montréal (Québec) H2X 3J8',
    'résidence Les Pins, bâtiment C, 13008 Marseille',
    '# cours Mirabeau',
    '2# ter, rue du Four',
  ],
  es: [
    'Gran Vía #8, 4.º izq., 48001 Bilbao',
    'Paseo de la Reforma 2##, Ciudad de México',
    'C/ Alcalá 1##, 28009 Madrid',
    'calle Larga #',
    'Avda. Libertad 3#, 2.º C',
    'carrera 7 n.º 7#-12, Bogotá',
    'ronda de Sant Pere 1#',
    'camino Viejo de Leganés 5#',
  ],
  sv: [
    'Drottninggatan #4 A, 411 14 Göteborg',
    'Norra Strandgatan 1#',
    'Mannerheimintie 2#, 00100 Helsingfors',
    'Ekbacksvägen 7, lgh 11##',
    'Södra Promenaden 3#',
    'Box 2##, 981 23 Kiruna',
    'Torggatan 1#B, 65224 Karlstad',
    'Kvarnbacken #',
  ],
}

const PASSPORTS: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['#########', '??######', 'N#######'],
  de: ['C0#XW###5', '?#######', 'C#???####'],
  fr: ['##??#####', '??######'],
  es: ['???######', 'G########'],
  sv: ['########', 'A?######'],
}
const LICENCES: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['D#### ##### #####', '?#######', 'MORGA6571##SM9IJ', '###-###-###', '#########'],
  de: ['?###RRE##I5', 'B072RRE2I5#'],
  fr: ['############', '##AA#####'],
  es: ['########?', 'LC-########'],
  sv: ['######-####', '########'],
}
const MEDICALS: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['MRN-#######', 'H######', '### ### ####', 'PX-##-####'],
  de: ['?#########', 'P-######'],
  fr: ['########', 'IPP ######'],
  es: ['NHC######', 'BBBBBB######'],
  sv: ['######-T##', 'J#######'],
}
const PLATES: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['??## ???', '#???###', '???-####', '1##-D-####', 'K### ???', '??## ???'],
  de: ['HB-?? ###', 'ZH ######', 'W-#####?', 'SÜW-? ####', 'KI ?? ##E'],
  fr: ['??-###-??', '1-???-###', 'VD ######', '?? ### ??'],
  es: ['####???', '?-####-??', '??? ###'],
  sv: ['???##?', '???###', '??? ##?'],
}
const PASSWORDS: Readonly<Record<FreshLanguage, readonly string[]>> = {
  en: ['Otter#2041!', 'correct-lantern-battery', 'w1nterGarden', 'Tr0ub4dor&3'],
  de: ['Fuchsbau!88', 'S0nnenblume', 'rote-tasse-leiter'],
  fr: ['Cigale#77', 'Pluie2Mars!', 'trois-chats-gris'],
  es: ['Girasol#19', 'Lluvia2Mayo!', 'tres-gatos-grises'],
  sv: ['Smultron#42', 'Regn3Maj!', 'tre-katter-i-regn'],
}

export interface Patterns {
  readonly PHONES: Readonly<Record<FreshLanguage, readonly string[]>>
  readonly ADDRESSES: Readonly<Record<FreshLanguage, readonly string[]>>
  readonly PASSPORTS: Readonly<Record<FreshLanguage, readonly string[]>>
  readonly LICENCES: Readonly<Record<FreshLanguage, readonly string[]>>
  readonly MEDICALS: Readonly<Record<FreshLanguage, readonly string[]>>
  readonly PLATES: Readonly<Record<FreshLanguage, readonly string[]>>
  readonly PASSWORDS: Readonly<Record<FreshLanguage, readonly string[]>>
}

/** Formats of the third set. A # is a digit, a ? a letter. */
export const PATTERNS_THREE: Patterns = { PHONES, ADDRESSES, PASSPORTS, LICENCES, MEDICALS, PLATES, PASSWORDS }
