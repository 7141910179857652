import { asHeard, diceFrom, type Dice } from '../fresh/generate.ts'
import { FRESH_LANGUAGES, type FreshLanguage } from '../fresh/said.ts'
import type { UnseenSet, UnseenType } from './unseen-set.ts'
import { unseenValue } from './values.ts'

type Style = 'written' | 'spoken' | 'asr'

export interface UnseenEntity {
  readonly start: number
  readonly end: number
  /** Organisations and places may be hidden or not; nothing is counted either way. */
  readonly type: UnseenType | 'ORG' | 'LOCATION'
  readonly text: string
}
/** A line of the scorer's gold file. */
export interface UnseenItem {
  readonly id: string
  readonly lang: FreshLanguage
  readonly style: Style
  readonly text: string
  readonly entities: readonly UnseenEntity[]
  readonly kind: 'template' | 'doc' | 'neg-bait' | 'neg-pure'
}

/** Half first names, half full ones; in recogniser style every fourth item keeps its marks and loses only the capitals of names. */
function personName(set: UnseenSet, lang: FreshLanguage, dice: Dice): string {
  const first = dice.one(set[lang].first)
  return dice.below(2) === 0 ? first : `${first} ${dice.one(set[lang].last)}`
}

/** Every carrier in every style, names and values by the seed. */
export function unseenItems(set: UnseenSet, seed: number): UnseenItem[] {
  const dice = diceFrom(seed)
  const items: UnseenItem[] = []
  const add = (lang: FreshLanguage, style: Style, carrier: string, type: UnseenType | null): void => {
    const keepsMarks = style === 'asr' && dice.below(4) === 0
    const shaped = (part: string): string => (style === 'asr' && !keepsMarks ? part.replace(/[^\n]+/g, (line) => heardPart(line)) : part)
    const entities: UnseenEntity[] = []
    let text = ''
    carrier.split('{}').forEach((part, at) => {
      if (at > 0 && type !== null) {
        const value = type === 'PERSON' ? nameIn(style, personName(set, lang, dice)) : valueIn(style, unseenValue(type, lang, set, dice))
        entities.push({ start: text.length, end: text.length + value.length, type, text: value })
        text += value
      }
      text += shaped(part)
    })
    items.push({ id: `u-${items.length}`, lang, style, text, entities, kind: type === null ? 'neg-pure' : 'template' })
  }
  for (const lang of FRESH_LANGUAGES) {
    const { persons, values, clean } = set[lang]
    for (const style of ['written', 'spoken', 'asr'] as const) {
      // Names are half of what is personal in talk, so every carrier of one is used twice.
      for (const carrier of [...persons, ...persons]) add(lang, style, carrier, 'PERSON')
      for (const [type, carriers] of Object.entries(values)) for (const carrier of carriers) add(lang, style, carrier, typeOf(type))
      for (const carrier of clean) add(lang, style, carrier, null)
    }
  }
  return items
}

const typeOf = (name: string): UnseenType => name as UnseenType // keys of a record of exactly these types

/** Blanks at the ends stay: a value stands there. */
const heardPart = (line: string): string =>
  `${/^[.,?!:;]* /.test(line) ? ' ' : ''}${asHeard(line)}${line.endsWith(' ') && line.trim() !== '' ? ' ' : ''}`
const nameIn = (style: Style, name: string): string => (style === 'asr' ? name.toLowerCase() : name)
const valueIn = (style: Style, { written, said, heard }: ReturnType<typeof unseenValue>): string =>
  style === 'written' ? written : style === 'spoken' ? said : asHeard(heard)
