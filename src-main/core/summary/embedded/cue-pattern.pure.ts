import { openingWords } from './opening-words.pure.ts'

/** What was said, as cue patterns read it. */
export interface Said {
  /** Lower case, contractions opened ("i will"), participants as `@0`, other people as `@x`, marks as words of their own; a space at both ends. */
  readonly cue: string
  /** Its words and marks, one by one. */
  readonly cueWords: readonly string[]
  /** Which patterns begin with a word of it: a bit each. */
  readonly opens: readonly number[]
}

/** What fits a small integer of any V8; a typed array would be four times as large as what is in it. */
const BITS = 30
let patterns = 0
/** Of every word that some pattern begins with, the numbers of those. */
const openers = new Map<string, number[]>()
/** Patterns that may begin with any word. */
const always: number[] = []

/**
 * A pattern over cue texts. Hundreds are asked of every line, and hardly any fits: only those are tried whose first word stands there.
 * Made where its module is loaded; source without flags.
 */
export class CuePattern {
  readonly #pattern: RegExp
  readonly #slot: number
  readonly #bit: number

  constructor(pattern: RegExp) {
    const number = patterns++
    this.#pattern = pattern
    this.#slot = Math.floor(number / BITS)
    this.#bit = 1 << (number % BITS)
    const words = openingWords(pattern.source)
    if (words === null) always.push(number)
    else for (const word of words) openers.set(word, [...(openers.get(word) ?? []), number])
  }

  test({ cue, opens }: Said): boolean {
    return ((opens[this.#slot] ?? 0) & this.#bit) !== 0 && this.#pattern.test(cue)
  }

  exec({ cue, opens }: Said): RegExpExecArray | null {
    return ((opens[this.#slot] ?? 0) & this.#bit) === 0 ? null : this.#pattern.exec(cue)
  }
}

export const cuePattern = (source: string): CuePattern => new CuePattern(new RegExp(source))

const NONE: readonly string[] = []

/** Features' names, and what a line looks like that has each. */
export class Cues {
  readonly #cues: readonly { readonly feature: string; readonly pattern: CuePattern }[]

  constructor(cues: readonly (readonly [feature: string, pattern: RegExp])[]) {
    this.#cues = cues.map(([feature, pattern]) => ({ feature, pattern: new CuePattern(pattern) }))
  }

  /** The features it has, in the order in which they are listed. */
  featuresOf(said: Said): readonly string[] {
    let found: string[] | undefined
    for (let at = 0; at < this.#cues.length; at++) {
      const cue = this.#cues[at]
      if (cue?.pattern.test(said) === true) (found ??= []).push(cue.feature)
    }
    return found ?? NONE
  }

  /** Whether it has any. */
  some(said: Said): boolean {
    for (const { pattern } of this.#cues) if (pattern.test(said)) return true
    return false
  }
}
export const cuesOf = (...cues: readonly (readonly [feature: string, pattern: RegExp])[]): Cues => new Cues(cues)

const masks = new Map<string, number[]>()
let masked = 0
/** Of those in `always`. */
let anyway: number[] = []
function maskOf(numbers: readonly number[]): number[] {
  const mask = Array.from({ length: Math.ceil(patterns / BITS) }, () => 0)
  for (const number of numbers) mask[Math.floor(number / BITS)] = (mask[Math.floor(number / BITS)] ?? 0) | (1 << (number % BITS))
  return mask
}

/** Words of a cue text, made ready for patterns. */
export function said(cueWords: readonly string[]): Said {
  // Patterns are there once their modules are loaded: before anything is read, in the app.
  if (masked !== patterns) {
    masked = patterns
    for (const [word, numbers] of openers) masks.set(word, maskOf(numbers))
    anyway = maskOf(always)
  }
  const opens = [...anyway]
  for (let at = 0; at < cueWords.length; at++) {
    const word = cueWords[at] ?? ''
    const mask = masks.get(word) ?? (word[0] === '@' || word[0] === '[' ? masks.get(word[0]) : undefined)
    if (mask === undefined) continue
    for (let slot = 0; slot < opens.length; slot++) opens[slot] = (opens[slot] ?? 0) | (mask[slot] ?? 0)
  }
  return { cue: ` ${cueWords.join(' ')} `, cueWords, opens }
}
