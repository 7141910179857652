import { asHeard, diceFrom, type Dice } from '../../fresh/generate.ts'
import { FRESH_LANGUAGES, type FreshLanguage } from '../../fresh/said.ts'
import type { UnseenEntity, UnseenItem } from '../generate.ts'
import { birth, TYPE_OF, written } from './formats.ts'
import { addressSaid, codeHeard, codeSaid, numbersSaid, spelledOut } from './speech.ts'
import type { Patterns } from './patterns.ts'
import type { Talk, TalkSet } from './talk.ts'

type Style = UnseenItem['style']
interface Person {
  readonly first: string
  readonly last: string
  readonly tag: 'lib' | 'own' | 'amb'
}

/** Read out as words, not sign by sign. */
const ADDRESSES = new Set(['EMAIL', 'URL', 'USER'])
/** Nobody reads these out sign by sign. */
const AS_WRITTEN = new Set(['KEY', 'CRYPTO', 'PASSWORD'])

function personOf(talk: Talk, dice: Dice): Person {
  const draw = dice.below(10)
  const [names, tag] = draw < 4 ? [talk.common, 'lib' as const] : draw < 8 ? [talk.rare, 'own' as const] : [talk.ambiguous, 'amb' as const]
  return { first: dice.one(names), last: dice.one(talk.last), tag }
}

function valueOf(kind: string, style: Style, lang: FreshLanguage, person: Person, dice: Dice, formats: Patterns): string {
  if (kind === 'BIRTH') {
    const date = birth(lang, dice)
    return style === 'written'
      ? date.written
      : style === 'spoken'
        ? date.said
        : asHeard(dice.below(2) === 0 ? date.said : numbersSaid(date.said, lang, dice))
  }
  const value = written(kind, lang, person, dice, formats)
  if (style === 'written' || AS_WRITTEN.has(kind)) return style === 'asr' ? value.toLowerCase() : value
  if (kind === 'ADDRESS') {
    const said = dice.below(2) === 0 ? numbersSaid(value, lang, dice) : value
    return style === 'asr' ? asHeard(said.replace(/[,.]/g, '')) : said
  }
  if (ADDRESSES.has(kind))
    return style === 'asr' ? asHeard(dice.below(4) === 0 ? value : addressSaid(value, lang, dice)) : addressSaid(value, lang, dice)
  const code = kind === 'PIN' ? value : value.replace(/ext\./, '')
  return style === 'asr' ? asHeard(codeHeard(code, lang, dice)) : codeSaid(code, lang, dice)
}

interface Draft {
  readonly text: string
  readonly entities: readonly (UnseenEntity & { tag?: string })[]
}

/** Fills a carrier; in recogniser style every fourth keeps its marks and loses only the capitals of names. */
function filled(carrier: string, style: Style, lang: FreshLanguage, talk: Talk, dice: Dice, formats: Patterns): Draft {
  const keepsMarks = style === 'asr' && dice.below(4) === 0
  const shape = (part: string): string => (style === 'asr' && !keepsMarks ? part.replace(/[^\n]+/g, heardPart) : part)
  const people = new Map<string, Person>()
  const entities: (UnseenEntity & { tag?: string })[] = []
  let text = ''
  carrier.split(/(\{[A-Z]+\d?\})/).forEach((part) => {
    const [, kind, number = ''] = /^\{([A-Z]+)(\d?)\}$/.exec(part) ?? []
    if (kind === undefined) {
      text += shape(part)
      return
    }
    const person = (number === '' ? undefined : people.get(number)) ?? personOf(talk, dice)
    people.set(number, person)
    const type = TYPE_OF[kind]
    if (type === undefined) throw new Error(`no type of ${kind}`)
    const named: Readonly<Record<string, string>> = {
      PERSON: `${person.first} ${person.last}`,
      FIRST: person.first,
      LAST: person.last,
      SPELLED: spelledOut(person.first, dice),
    }
    const name = named[kind]
    const value = name === undefined ? valueOf(kind, style, lang, person, dice, formats) : style === 'asr' ? name.toLowerCase() : name
    entities.push({ start: text.length, end: text.length + value.length, type, text: value, ...(name === undefined ? {} : { tag: person.tag }) })
    text += value
  })
  return { text, entities }
}

/** A sentence that goes on behind a comma. */
const continued = (carrier: string): string => (/^(?:Frau|Herr|Mrs|I\b)/.test(carrier) ? carrier : carrier.charAt(0).toLowerCase() + carrier.slice(1))

const heardPart = (line: string): string =>
  `${/^[.,?!:;]* /.test(line) ? ' ' : ''}${asHeard(line)}${line.endsWith(' ') && line.trim() !== '' ? ' ' : ''}`

function joined(drafts: readonly Draft[], gap: string): Draft {
  let text = ''
  const entities: (UnseenEntity & { tag?: string })[] = []
  for (const draft of drafts) {
    if (text !== '') text += gap
    for (const entity of draft.entities) entities.push({ ...entity, start: entity.start + text.length, end: entity.end + text.length })
    text += draft.text
  }
  return { text, entities }
}

/** Sentences alone, between words that only fill, and among ordinary turns; documents; and bait. English comes twice, as in real work. */
export function talkItems(set: TalkSet, formats: Patterns, seed: number): UnseenItem[] {
  const dice = diceFrom(seed)
  const items: UnseenItem[] = []
  for (const lang of FRESH_LANGUAGES) {
    const talk = set[lang]
    const add = (draft: Draft, style: Style, kind: UnseenItem['kind']): void => {
      items.push({ id: `t-${items.length}`, lang, style, kind, ...draft })
    }
    const say = (carrier: string, style: Style): Draft => {
      const way = dice.below(3)
      const head = way === 1 && !/^\{|\n/.test(carrier) ? `${dice.one(talk.before)}${continued(carrier)}` : carrier
      return filled(way === 1 ? `${head}${dice.one(talk.behind)}` : head, style, lang, talk, dice, formats)
    }
    for (const style of ['written', 'spoken', 'asr'] as const) {
      const plain = (): Draft => filled(dice.one(talk.turns), style, lang, talk, dice, formats)
      for (let round = 0; round < (lang === 'en' ? 3 : 1); round++) {
        for (const carrier of talk.said) {
          const draft = say(carrier, style)
          add(dice.below(3) === 0 ? joined([plain(), draft, plain()], '\n') : draft, style, 'template')
        }
        for (const carrier of talk.bait) {
          const draft = filled(carrier, style, lang, talk, dice, formats)
          add(dice.below(3) === 0 ? joined([draft, plain()], '\n') : draft, style, 'neg-bait')
        }
      }
      if (style === 'written')
        for (const carrier of [...talk.documents, ...talk.documents]) add(filled(carrier, style, lang, talk, dice, formats), style, 'doc')
    }
  }
  return items
}
