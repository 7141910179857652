import { speakersAmong } from './speaker-labels.ts'
import { hasWords, personName } from './tidy.ts'

const LONGEST = 80
const NAMED_SHARE = 0.9
/** From this many turns on, some name must return: two short lines may both look like names. */
const MUST_RETURN = 4

/**
 * Names on a line of their own, the words below (Teams' first Word documents, Gong, Premiere): the name and the words of
 * each turn, or undefined where the file is not written so.
 *
 * @param turns the lines of each turn, without its time
 */
export function namesOnFirstLines(turns: readonly (readonly string[])[]): { speaker: string; words: string[] }[] | undefined {
  const parted = turns.map((lines) => {
    const [first = '', ...words] = lines.filter(hasWords)
    return { speaker: first.length > LONGEST || words.length === 0 ? '' : personName(first).replace(/\s?[:：]$/, ''), words, first }
  })
  const labels = parted.map(({ speaker }) => speaker).filter((speaker) => speaker !== '' && !/[.!?…]$/.test(speaker))
  const names = speakersAmong(labels, turns.length)
  const named = labels.filter((label) => names.has(label)).length
  if (named < 2 || named < turns.length * NAMED_SHARE || (turns.length >= MUST_RETURN && names.size === named)) return undefined
  return parted.map(({ speaker, words, first }) => (names.has(speaker) ? { speaker, words } : { speaker: '', words: [first, ...words] }))
}
