import { isStopWord, keyOf } from '../evidence/words.pure.ts'
import { asLine } from './clean.pure.ts'
import { clauseStart, clauseStarts, cutKind, cutToClauses } from './clauses.pure.ts'
import type { Line } from './line.pure.ts'
import { onceALine } from './once.pure.ts'

/** No line of the notes is longer, in words. */
export const MAX_WORDS = 30

/** A line as it stands in the notes. */
export interface Shown {
  readonly text: string
  /** Nothing was cut. */
  readonly whole: boolean
}

/** A line as it stands in the notes: its clauses with the most content, at most thirty words. */
export const lineText = onceALine((line): Shown => lineTextAbout(line))

/** The same with the place at `about`, 0 to 1 through the line, which has to stay. */
export function lineTextAbout({ words, text: said, question }: Line, about?: number): Shown {
  const [from, to] = cutToClauses(words, MAX_WORDS, worth, about === undefined ? undefined : Math.floor(about * words.length))
  const kind = cutKind(words, [from, to])
  const whole = from === 0 && to === words.length
  const shown = asLine(whole ? said : words.slice(from, to).join(' '))
  // What was cut in two, or hangs on a condition, says that it goes on.
  const text = kind === 'whole' ? shown : shown.replace(/[.]$/, '…')
  return { text: question && to < words.length ? text.replace(/\.$/, '?') : text, whole }
}

/** Cut in two where it stands in the notes. */
export function isTorn({ words }: Line): boolean {
  return words.length > MAX_WORDS && cutKind(words, cutToClauses(words, MAX_WORDS, worth)) === 'torn'
}

/** The line from the clause at `about` on, for one whose beginning leans on another: "It's late, so I'll call them on Monday." */
export function textFromClause({ words, question }: Line, about: number): string {
  const from = clauseStart(words, Math.floor(about * words.length))
  const text = asLine(words.slice(from, from + MAX_WORDS).join(' '))
  return question ? text.replace(/\.$/, '?') : text
}

/** The line from its first later clause on that passes: "It's agreed, we launch on the sixteenth". Null where none does. */
export function firstClauseThat({ words }: Line, passes: (text: string) => boolean): string | null {
  for (const from of clauseStarts(words)) {
    const text = asLine(words.slice(from, from + MAX_WORDS).join(' '))
    if (words.length - from <= MAX_WORDS && passes(text)) return text
  }
  return null
}

const worth = (word: string): number => (isStopWord(keyOf(word).replace(/[^\p{L}\p{N}']+/gu, '')) ? 0.1 : 1)
