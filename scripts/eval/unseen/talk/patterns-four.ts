import type { Patterns } from './patterns.ts'

/** Formats of the fourth set. */
export const PATTERNS_FOUR: Patterns = {
  PHONES: {
    en: ['+44 161 496 0###', '(0131) 496 0###', '0412 345 6##', '+64 21 123 4###', '312-555-01##', '+1.646.555.01##', '087 123 4###', '07700 900###'],
    de: ['+49 160 1234###', '0711 1234-##', '+43 1 58858-###', '+41 79 555 ## ##', '0163 4567###', '(040) 66969 ###'],
    fr: ['+33 7 56 12 ## ##', '04 65 71 ## ##', '+32 2 555 12 ##', '06.39.98.##.##', '+1 514 555 01##'],
    es: ['+34 6## 123 4##', '655 12 34 ##', '+52 33 1234 ####', '+51 987 654 ###', '91 123 45 ##'],
    sv: ['+46 73 123 45 ##', '08-123 456 ##', '070 174 06 ##', '+358 9 1234 5##', '0520-123 ##'],
  },
  ADDRESSES: {
    en: [
      '1# Beech Grove, Leeds LS6 2TG',
      '2## Cedar Hollow Lane, Austin, TX 787##',
      'Flat 1#, Hawthorn House, 3 Canal Street, Manchester M1 3HE',
      '#8 Kauri Street, Wellington 6011',
      '7# Willow Bend',
      '15## Peachtree Court, Suite 4##, Atlanta, GA 30309',
    ],
    de: [
      'Rosenheimer Straße 1##, 81669 München',
      'An der Alster #2, 20099 Hamburg',
      'Bahnhofstrasse 4#, 8001 Zürich',
      'Lerchenweg #',
      'Neuer Wall 7#',
      'Graben 1#/3, 1010 Wien',
    ],
    fr: [
      '1## avenue Jean Jaurès, 69007 Lyon',
      '# impasse du Puits',
      'rue Neuve 5#, 1000 Bruxelles',
      '2# boulevard de la Liberté, 59800 Lille',
      '#4 chemin des Vignes',
      '8# rue Sherbrooke Ouest, Montréal',
    ],
    es: [
      'calle Betis 2#, 41010 Sevilla',
      'avenida Insurgentes Sur 12##, Ciudad de México',
      'plaza del Carmen #',
      'C/ Mallorca 3##, 2.º 1.ª, 08008 Barcelona',
      'paseo Marítimo 4#',
      'jirón Cusco 5##, Lima',
    ],
    sv: [
      'Vasagatan 1#, 111 20 Stockholm',
      'Björkvägen #',
      'Östra Hamngatan 3# B, 411 10 Göteborg',
      'Aleksanterinkatu 1#, 00100 Helsingfors',
      'Ringvägen 10#, lgh 1203',
      'Skolgatan 2#',
    ],
  },
  PASSPORTS: {
    en: ['5########', 'X#######', '??#######'],
    de: ['C4V####K#', 'L#######'],
    fr: ['1#AT#####', '??######'],
    es: ['XDB######', 'AAG######'],
    sv: ['9#######', 'AA#######'],
  },
  LICENCES: {
    en: ['S### #### ####', '########', 'JONES7120##AB9CD', 'Y#######'],
    de: ['J010RRE2I##', 'F#2BRRE1I4#'],
    fr: ['##########', '1#AB#####'],
    es: ['########?'],
    sv: ['######-####'],
  },
  MEDICALS: {
    en: ['00######', 'RX#######', '### ### ####', 'C-#####-#'],
    de: ['M#########', '7########'],
    fr: ['9#######', 'NIP ######'],
    es: ['AN########', '######'],
    sv: ['######-####', 'P######'],
  },
  PLATES: {
    en: ['?? ## ???', '#??? ###', '??? ### ?', '???-###', '12-?-###'],
    de: ['F-?? ####', 'B ?? ###', 'BE ######', 'MÜ-? ##'],
    fr: ['?? ### ??', '2-???-###', 'GE ######'],
    es: ['#### ???', '??-####'],
    sv: ['??? ###', '???-###'],
  },
  PASSWORDS: {
    en: ['Marmalade!72', 'seven-green-bottles', 'p4perPlane', 'Hull&Lincoln9'],
    de: ['Bienenstich#4', 'drei-alte-koffer', 'M0ndlicht'],
    fr: ['Tournesol!5', 'deux-vieux-ponts', 'Lun3Rousse'],
    es: ['Cometa!58', 'dos-puentes-viejos', 'Lun4Llena'],
    sv: ['Kanelbulle!7', 'sju-gamla-skor', 'M4nsken'],
  },
}
