import type { Dice } from '../../fresh/generate.ts'
import type { FreshLanguage } from '../../fresh/said.ts'
import { digitsSaid } from '../numerals.ts'

interface Words {
  readonly filler: string
  readonly plus: string
  readonly dot: string
  readonly colon: string
  readonly at: readonly string[]
  readonly slash: string
  readonly dash: string
  readonly underscore: string
  /** "B as in", and the alphabet. */
  readonly as: string
  readonly alphabet: string
}

const WORDS: Readonly<Record<FreshLanguage, Words>> = {
  en: {
    filler: 'um',
    plus: 'plus',
    dot: 'dot',
    colon: 'colon',
    at: ['at', 'at'],
    slash: 'slash',
    dash: 'dash',
    underscore: 'underscore',
    as: 'as in',
    alphabet:
      'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform ' +
      'victor whiskey x-ray yankee zulu',
  },
  de: {
    filler: 'äh',
    plus: 'plus',
    dot: 'punkt',
    colon: 'doppelpunkt',
    at: ['at', 'ät', 'klammeraffe'],
    slash: 'schrägstrich',
    dash: 'bindestrich',
    underscore: 'unterstrich',
    as: 'wie',
    alphabet:
      'anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha nordpol otto paula quelle richard samuel theodor ' +
      'ulrich viktor wilhelm xanthippe ypsilon zacharias',
  },
  fr: {
    filler: 'euh',
    plus: 'plus',
    dot: 'point',
    colon: 'deux-points',
    at: ['arobase', 'at'],
    slash: 'slash',
    dash: 'tiret',
    underscore: 'underscore',
    as: 'comme',
    alphabet:
      'anatole berthe célestin désiré eugène françois gaston henri irma joseph kléber louis marcel nicolas oscar pierre quintal raoul suzanne ' +
      'thérèse ursule victor william xavier yvonne zoé',
  },
  es: {
    filler: 'eh',
    plus: 'más',
    dot: 'punto',
    colon: 'dos puntos',
    at: ['arroba'],
    slash: 'barra',
    dash: 'guion',
    underscore: 'guion bajo',
    as: 'de',
    alphabet:
      'antonio barcelona carmen dolores enrique francia gerona historia inés josé kilo lorenzo madrid navarra oviedo parís querido ramón sábado ' +
      'tarragona ulises valencia washington xilófono yegua zaragoza',
  },
  sv: {
    filler: 'öh',
    plus: 'plus',
    dot: 'punkt',
    colon: 'kolon',
    at: ['snabel-a', 'at'],
    slash: 'snedstreck',
    dash: 'bindestreck',
    underscore: 'understreck',
    as: 'som i',
    alphabet:
      'adam bertil cesar david erik filip gustav helge ivar johan kalle ludvig martin niklas olof petter qvintus rudolf sigurd tore urban viktor ' +
      'wilhelm xerxes yngve zäta',
  },
}

const letterSaid = (letter: string, way: number, lang: FreshLanguage): string => {
  const name = WORDS[lang].alphabet.split(' ')[letter.toLowerCase().charCodeAt(0) - 97]
  if (name === undefined || way < 3) return letter.toUpperCase()
  return way === 3 ? name : `${letter.toUpperCase()} ${WORDS[lang].as} ${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** A code read out: digits in one of five ways, letters by name, marks by their words or not at all. */
export function codeSaid(written: string, lang: FreshLanguage, dice: Dice): string {
  const words = WORDS[lang]
  const letters = dice.below(5)
  const digits = dice.below(6)
  const parts = (written.match(/\d+|\p{L}|[.:+]/gu) ?? []).flatMap((part) => {
    if (part === '.') return [words.dot]
    if (part === ':') return dice.below(2) === 0 ? [] : [words.colon]
    if (part === '+') return [words.plus]
    if (!/\d/.test(part)) return [letterSaid(part, letters, lang)]
    if (digits === 0 && part.length > 2) return [[...part].join('-')]
    return [digitsSaid(part, lang, dice)]
  })
  if (digits === 1 && parts.length > 2) parts[1] = `${parts[1] ?? ''}, ${words.filler},`
  return parts.join(digits === 2 ? ', ' : digits === 3 ? '... ' : ' ')
}

/** As a recogniser writes a code: digits again, grouped as it likes, letters with stops, or as it was said. */
export function codeHeard(written: string, lang: FreshLanguage, dice: Dice): string {
  const way = dice.below(6)
  const marks = written.replace(/[-/]/g, ' ')
  if (way === 0) return marks
  if (way === 1 && !/[.:]/.test(written)) return marks.replace(/[ .]/g, '')
  if (way === 2 && /^[\d ]+$/.test(marks)) return marks.replace(/ /g, '').replace(/(\d{3})(?=\d)/g, '$1 ')
  if (way === 3 && /^[\d ]+$/.test(marks)) return marks.replace(/ /g, '').replace(/(\d)(?=(?:\d{3})+$)/g, '$1,')
  if (way === 4 && /^\p{L}{2}/u.test(written))
    return marks.replace(/\p{L}+/gu, (group) => [...group].map((letter) => `${letter}.`).join('')).replace(/ /g, '')
  return codeSaid(written, lang, dice)
}

/** An address of the net: its words stay words, now and then one is spelled. */
export function addressSaid(written: string, lang: FreshLanguage, dice: Dice): string {
  const words = WORDS[lang]
  const at = dice.one(words.at)
  const bare = written.replace(/^https?:\/\/(?:www\.)?/, '')
  const spelled = dice.below(5) === 0 ? bare.replace(/^\p{L}{2,6}(?!\p{L})/u, (label) => [...label].join(' ')) : bare
  return spelled
    .replaceAll('-', ` ${words.dash} `)
    .replaceAll('@', ` ${at} `)
    .replaceAll('.', ` ${words.dot} `)
    .replaceAll('_', ` ${words.underscore} `)
    .replaceAll('/', ` ${words.slash} `)
    .replace(/\d+/g, (digits) => ` ${digitsSaid(digits, lang, dice)} `)
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** A number of a house or a postcode, as it is read in an address. */
export const numbersSaid = (written: string, lang: FreshLanguage, dice: Dice): string =>
  written.replace(/\d{2,}/g, (digits) => digitsSaid(digits, lang, dice))

/** "W I E B K E" or "W-I-E-B-K-E". */
export const spelledOut = (name: string, dice: Dice): string => [...name.toUpperCase()].join(dice.below(2) === 0 ? ' ' : '-')
