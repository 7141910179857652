import type { Word } from '../evidence/words.pure.ts'

/**
 * How far a line sounds written rather than spoken: the mean, over its words, of how much oftener people use each function
 * word in notes about a meeting than in the meeting ("their", "by", "which" against "gonna", "you", "just"), in natural
 * logarithms. Function words alone: what a meeting is about changes nothing. 0 where no word is known, so in other
 * languages.
 */
export function writtenRegister(words: readonly Word[], register: ReadonlyMap<string, number>): number {
  return words.length === 0 ? 0 : words.reduce((sum, { key }) => sum + (register.get(key) ?? 0), 0) / words.length
}
