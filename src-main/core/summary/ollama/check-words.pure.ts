/**
 * A server that does not say how much of a prompt it read can have cut it in silence. A word in front of the transcript and one behind
 * it tell: whoever writes both has read both ends, and whoever knows the last alone has lost the beginning, where prompts are cut.
 */
const WORDS = ['amberjack', 'bluebonnet', 'corkwood', 'dragonfruit', 'elderflower', 'foxglove', 'gooseneck', 'hornbeam', 'inkwell', 'juniper'] as const

export interface CheckWords {
  readonly first: string
  readonly last: string
}

/** Room they take in a prompt, with what is said of them. */
export const CHECK_TOKENS = 60

/** Two words that nobody said; null where the meeting is about all of them. */
export function checkWordsFor(lines: readonly string[]): CheckWords | null {
  const said = lines.join('\n').toLowerCase()
  const [first, last] = WORDS.filter((word) => !said.includes(word))
  return first === undefined || last === undefined ? null : { first, last }
}

export const ASK_FOR_CHECK = '\n"check": the two check words at the start and the end of the transcript, as one text.'
export const markedWith = ({ first, last }: CheckWords, lines: readonly string[]): string[] => [`(check word: ${first})`, ...lines, `(check word: ${last})`]

/** `whole`: both ends were read. `cut`: the beginning was not. `unknown`: the model does not play along. */
export function readingOf(answer: string, { first, last }: CheckWords): 'whole' | 'cut' | 'unknown' {
  const [knowsFirst, knowsLast] = [answer.includes(first), answer.includes(last)]
  if (knowsFirst && knowsLast) return 'whole'
  return knowsLast ? 'cut' : 'unknown'
}
