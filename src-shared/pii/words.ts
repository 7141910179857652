/** A word of a view: letters, marks, digits and inner apostrophes. */
export class Word {
  readonly start: number
  readonly end: number
  readonly #known: Stemmed

  constructor(start: number, end: number, known: Stemmed) {
    this.start = start
    this.end = end
    this.#known = known
  }

  get text(): string {
    return this.#known.text
  }

  get lower(): string {
    return this.#known.lower
  }

  /** In lower case without "'s". */
  get bare(): string {
    return this.#known.bare
  }

  get hasCapital(): boolean {
    return this.#known.hasCapital
  }

  /** Bits of the lists it has a stem of. */
  get inside(): number {
    return this.#known.inside
  }

  /** Bits of the lists it may have a part of a stem of. */
  get part(): number {
    return this.#known.part
  }
}

/** What a word is wherever it stands. */
interface KnownWord {
  readonly text: string
  readonly lower: string
  /** In lower case without "'s". */
  readonly bare: string
  readonly hasCapital: boolean
}

/** A list of which a text must have one for a recogniser to find anything: parts of words, or of a few words in a row. */
export interface Stems {
  /** Its bit in what is known of every word. */
  readonly bit: number
  /** The stems that reach over a blank or a sign: where a word could be part of one, the text itself is asked. */
  readonly acrossWords: RegExp | null
  /** For texts whose words are not known. */
  readonly any: RegExp
}

interface Looked {
  /** In which a word alone is found. */
  readonly inside: RegExp | null
  /** Which words may be a part of a stem that reaches over several. */
  readonly part: RegExp | null
}

const lists: Looked[] = []
/** As many as an integer has bits. */
const MAX_LISTS = 32

/** Registers a list of stems in lower case, at the top of a module. */
export function stemsOf(stems: readonly string[]): Stems {
  const whole = stems.filter((stem) => /^\p{L}+$/u.test(stem))
  const across = stems.filter((stem) => !whole.includes(stem))
  const bit = bitOf({ inside: anyOf(whole), part: anyOf(across.map(partOf)) })
  return { bit, acrossWords: anyOf(across.map(escaped)), any: anyOf(stems.map(escaped)) ?? /(?!)/ }
}

/** Registers alternatives of a pattern that match a whole word of English, or the first part of "street's". */
export function wordsOf(alternatives: string): Stems {
  const bit = bitOf({ inside: new RegExp(`^(?:${alternatives})(?![a-z\\d])`, 'iu'), part: null })
  return { bit, acrossWords: null, any: new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![a-z\\d])`, 'iu') }
}

function bitOf(list: Looked): number {
  if (lists.length === MAX_LISTS) throw new RangeError('more lists of stems than bits')
  known.clear()
  lists.push(list)
  return 1 << (lists.length - 1)
}

const escaped = (stem: string): string => stem.replaceAll('.', '\\.')
const anyOf = (patterns: readonly string[]): RegExp | null => (patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'u'))

/** Of a stem that reaches over several words the longest run of letters and digits, and which ends of its word it has: "log in" is "log$". */
function partOf(stem: string): string {
  const runs = Array.from(stem.matchAll(/[\p{L}\p{N}]+/gu), ({ index, 0: run }) => {
    const [before, behind] = [stem.charAt(index - 1), stem.charAt(index + run.length)]
    return { length: run.length, pattern: `${/[^'’]/.test(before) ? '^' : ''}${run}${/[^'’]/.test(behind) ? '$' : ''}` }
  })
  return runs.sort((a, b) => b.length - a.length)[0]?.pattern ?? ''
}

/** Of which lists a word has a stem, and of which it may be a part of one. */
interface Stemmed extends KnownWord {
  readonly inside: number
  readonly part: number
}

const known = new Map<string, Stemmed>()
const MAX_KNOWN = 20_000
/** Longer ones are seldom met twice. */
const MAX_CHARS = 40

/** A meeting says the same words over and over: what is to know of one is found once, and its letters are the same string everywhere. */
function knownWord(text: string, lower: string, at: number): Stemmed {
  const before = known.get(text)
  if (before !== undefined) return before
  const found = readWord(text, lower.slice(at, at + text.length))
  // How that one is written in lower case depends on what stands behind it.
  if (text.includes('Σ')) return found
  if (text.length <= MAX_CHARS) {
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(text, found)
  }
  return found
}

function readWord(text: string, lower: string): Stemmed {
  let [inside, part] = [0, 0]
  lists.forEach((list, at) => {
    if (list.inside?.test(lower) === true) inside |= 1 << at
    if (list.part?.test(lower) === true) part |= 1 << at
  })
  return { text, lower, bare: lower.replace(/['’]s$|['’]$/, ''), hasCapital: /^\p{Lu}/u.test(text), inside, part }
}

export interface Words {
  readonly words: readonly Word[]
  readonly inside: number
  readonly part: number
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu

/** The words of a text, in order, and what lists of stems they speak of. */
export function readWords(text: string, lower: string): Words {
  const words: Word[] = []
  let [end, inside, part] = [0, 0, 0]
  for (const found of text.match(WORDS) ?? []) {
    const start = text.indexOf(found, end)
    end = start + found.length
    const word = knownWord(found, lower, start)
    inside |= word.inside
    part |= word.part
    words.push(new Word(start, end, word))
  }
  return { words, inside, part }
}

/** A word without what an elision put before it. */
export function withoutStart(word: Word, chars: number): Word {
  return new Word(word.start + chars, word.end, knownWord(word.text.slice(chars), word.lower, chars))
}

/** A few letters grow when lower-cased ("İ"); they stay as they are so that offsets agree. */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')
}

/** Where the first word stands that ends behind a place. */
export function firstWordBehind(words: readonly Word[], at: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low
}
