import { wordEnd } from '../evidence/words.pure.ts'

/** A word as dates are read from it: lower case, without "'s"; `stop` when a mark follows, `possessive` when "'s" was there. */
export interface DueWord {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly stop: boolean
  readonly possessive: boolean
}

/** Between two letters or digits they are part of a word. */
const JOINTS = "'’:/.-"
/** A mark behind a word, with what may stand between. */
const STOP = /\s{0,2}[.,;:?!…)]/y

export function dueWords(text: string): DueWord[] {
  const words: DueWord[] = []
  for (let start = 0; start < text.length; ) {
    const end = wordEnd(text, start, JOINTS)
    if (end > start) {
      const lower = text.slice(start, end).toLowerCase()
      const key = lower.endsWith("'s") || lower.endsWith('’s') ? lower.slice(0, -2) : lower
      STOP.lastIndex = end
      words.push({ key, start, end, stop: STOP.test(text), possessive: key.length !== end - start })
    }
    start = Math.max(start + 1, end)
  }
  return words
}
