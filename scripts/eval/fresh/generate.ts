import { CARRIERS, CLEAN } from './carriers.ts'
import { HELD_OUT } from './held-out.ts'
import { FRESH_LANGUAGES, FRESH_TYPES, type FreshLanguage, type FreshType } from './said.ts'
import { valueOf } from './values.ts'

export interface FreshItem {
  readonly lang: FreshLanguage
  readonly style: 'written' | 'spoken' | 'asr'
  readonly type: FreshType | 'none'
  readonly text: string
  /** Null where nothing in the text is personal. */
  readonly gold: { readonly start: number; readonly end: number } | null
}

export interface Dice {
  below(limit: number): number
  one<T>(list: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
}

/** Mulberry32 (public domain): the same seed gives the same items on every machine. */
export function diceFrom(seed: number): Dice {
  let state = seed
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  return {
    below,
    one,
    shuffled: (list) =>
      list
        .map((value) => ({ value, rank: below(1 << 30) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
  }
}

/** As a recogniser writes: lower case, no marks of a sentence. The marks inside a value that was read out are gone already. */
export const asHeard = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[.,?!¿¡:;]+(?=\s|$)|(?<=^|\s)[¿¡]/g, '')
    .replace(/ +/g, ' ')
    .trim()

/** Items with one value each, and clean ones: every language, type and style, each carrier once per style. */
export function freshItems(seed: number): FreshItem[] {
  const dice = diceFrom(seed)
  const items: FreshItem[] = []
  for (const lang of FRESH_LANGUAGES) {
    for (const style of ['written', 'spoken', 'asr'] as const) {
      const shaped = (text: string): string => (style === 'asr' ? text.split('\n').map(asHeard).join('\n') : text)
      for (const type of FRESH_TYPES) {
        for (const carrier of CARRIERS[lang][type]) {
          const [before = '', after = ''] = carrier.split('{}')
          const { written, said } = valueOf(type, lang, dice)
          const value = style === 'written' ? written : style === 'spoken' ? said : asHeard(said)
          const head = `${shaped(before)}${style === 'asr' && /[ \n]$/.test(before) ? (before.endsWith('\n') ? '' : ' ') : ''}`
          const tail = style === 'asr' ? `${/^[\s]/.test(after) ? ' ' : ''}${asHeard(after)}` : after
          const spaced = style === 'asr' && tail !== '' && !/^\s/.test(tail) ? ` ${tail}` : tail
          items.push({ lang, style, type, text: `${head}${value}${spaced}`, gold: { start: head.length, end: head.length + value.length } })
        }
      }
      for (const text of CLEAN[lang]) items.push({ lang, style, type: 'none', text: shaped(text), gold: null })
    }
  }
  return items
}

/** The names kept apart, each carrier with each of two names, written and as heard. */
export function heldOutItems(): FreshItem[] {
  return FRESH_LANGUAGES.flatMap((lang) => {
    const { names, carriers } = HELD_OUT[lang]
    return carriers.flatMap((carrier, at) => [0, 1].flatMap((turn) => (['written', 'asr'] as const).map((style): FreshItem => {
      const name = names[(at + turn * 3) % names.length] ?? ''
      const [given, full] = style === 'asr' ? [asHeard(name), asHeard(carrier.replace('{}', name))] : [name, carrier.replace('{}', name)]
      const start = full.indexOf(given)
      return { lang, style, type: 'PERSON', text: full, gold: { start, end: start + given.length } }
    })))
  })
}
