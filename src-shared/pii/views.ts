import { buildShadow, saidIn } from './shadow/build.ts'
import { firstWordBehind, lowerSameLength, readWords, type Stems, type Word, type Words } from './words.ts'

export { stemsOf, type Word } from './words.ts'

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
  /** Whether it has one of some stems: without any, a recogniser need not look where. */
  mentions(stems: Stems): boolean
  /** The same of a part of it. */
  saidBetween(start: number, end: number): IsSaid
  /** The source range that a range of this view stands for. */
  range(start: number, end: number): { start: number; end: number }
}

/** Whether one of some stems is said. */
export type IsSaid = (stems: Stems) => boolean

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
const DIGIT = /\d(?<!\[[A-Z_]{2,20}_\d{1,6})/

class TextView implements View {
  readonly kind: View['kind']
  readonly text: string
  readonly lower: string
  readonly hasDigit: boolean
  readonly hasValues: boolean
  readonly range: View['range']
  #words: Words | undefined
  /** Lists whose stems were looked for across words, and those of which one was found. */
  #asked = 0
  #across = 0

  constructor(kind: View['kind'], text: string, hasValues: boolean, range: View['range']) {
    this.kind = kind
    this.text = text
    this.lower = lowerSameLength(text)
    this.hasDigit = DIGIT.test(text)
    this.hasValues = hasValues
    this.range = range
  }

  get words(): readonly Word[] {
    return this.#read().words
  }

  mentions({ bit, acrossWords }: Stems): boolean {
    const { inside, part } = this.#read()
    if ((inside & bit) !== 0 || (part & bit) === 0) return (inside & bit) !== 0
    if ((this.#asked & bit) === 0) {
      this.#asked |= bit
      if (acrossWords?.test(this.lower) === true) this.#across |= bit
    }
    return (this.#across & bit) !== 0
  }

  saidBetween(start: number, end: number): IsSaid {
    const { words } = this.#read()
    let [inside, part] = [0, 0]
    for (let at = firstWordBehind(words, start); (words[at]?.start ?? end) < end; at++) {
      inside |= words[at]?.inside ?? 0
      part |= words[at]?.part ?? 0
    }
    return ({ bit, acrossWords }) => (inside & bit) !== 0 || ((part & bit) !== 0 && acrossWords?.test(this.lower.slice(start, end)) === true)
  }

  #read(): Words {
    return (this.#words ??= readWords(this.text, this.lower))
  }
}

/** The same view with other words, such as those without what is run into them. */
export const withWords = (view: View, words: readonly Word[]): View =>
  ({ kind: view.kind, text: view.text, lower: view.lower, words, hasDigit: view.hasDigit, hasValues: view.hasValues,
    mentions: (stems) => view.mentions(stems), saidBetween: (start, end) => view.saidBetween(start, end), range: (start, end) => view.range(start, end) })
