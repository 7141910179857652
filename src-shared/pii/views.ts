import { buildShadow, saidIn } from './shadow/build.ts'

/**
 * Two views of one text. The source view is the text as it stands; the shadow is a normalised copy in which spoken and
 * disguised forms are written out ("alice at example dot com" → "alice@example.com"), with the source range of every
 * shadow character. Recognisers read views; only `range` leads back.
 */
export interface View {
  readonly kind: 'source' | 'shadow'
  readonly text: string
  /** The text in lower case, of the same length, so that offsets hold in both. */
  readonly lower: string
  /** Letters, marks, digits and inner apostrophes, in order. */
  readonly words: readonly Word[]
  /** Whether any digit stands in it: most values have one, most of what is said has none. */
  readonly hasDigit: boolean
  /** False for a shadow in which nothing is written out but small numbers, each said by itself ("two minutes"). */
  readonly hasValues: boolean
  /** The source range that a range of this view stands for. */
  range(start: number, end: number): { start: number; end: number }
}

export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
}

export function sourceView(text: string): View {
  return new TextView('source', text, true, (start, end) => ({ start, end }))
}

/** The shadow of a text, or null where it would be no different from the text itself. */
export function shadowView(text: string, lang: string, source: View = sourceView(text)): View | null {
  return spokenView(text, lang, saidIn(source, lang))
}

/** The same where it is known what may be said for something else. */
export function spokenView(text: string, lang: string, signs: readonly { readonly start: number; readonly end: number }[]): View | null {
  const shadow = buildShadow(text, lang, signs)
  if (shadow === null) return null
  return new TextView('shadow', shadow.text, shadow.hasValues, (start, end) => ({
    start: shadow.startOf(start) ?? text.length,
    end: (end > start ? shadow.endOf(end - 1) : shadow.startOf(start)) ?? text.length,
  }))
}

/** The digits of a token are no value's. */
const DIGIT = /(?<!\[[A-Z_]{2,20}_\d{0,5})\d/

class TextView implements View {
  readonly kind: View['kind']
  readonly text: string
  readonly lower: string
  readonly hasDigit: boolean
  readonly hasValues: boolean
  readonly range: View['range']
  #words: readonly Word[] | undefined

  constructor(kind: View['kind'], text: string, hasValues: boolean, range: View['range']) {
    this.kind = kind
    this.text = text
    this.lower = lowerSameLength(text)
    this.hasDigit = DIGIT.test(text)
    this.hasValues = hasValues
    this.range = range
  }

  get words(): readonly Word[] {
    return (this.#words ??= wordsOf(this.text, this.lower))
  }
}

/** Whether what is before a place or a whole text can hold one of some words at all: cheaper than to look where. */
export function mentions(lower: string, stems: readonly string[]): boolean {
  let any = compiled.get(stems)
  if (any === undefined) compiled.set(stems, (any = new RegExp(stems.map((stem) => stem.replaceAll('.', '\\.')).join('|'))))
  return any.test(lower)
}

/** One pattern reads a text once, where a look for each word would read it as often as there are words. */
const compiled = new WeakMap<readonly string[], RegExp>()

/** A few letters grow when lower-cased ("İ"); they stay as they are so that offsets agree. */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')
}

function wordsOf(text: string, lower: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const word of text.match(WORDS) ?? []) {
    const start = text.indexOf(word, end)
    end = start + word.length
    words.push({ start, end, text: word, lower: lower.slice(start, end) })
  }
  return words
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu
