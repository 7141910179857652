import { isStopWord, isToken, stemOf, wordsIn } from '../evidence/words.pure.ts'
import type { Line } from './line.pure.ts'

/** What opens a noun phrase. */
const OPENS = new Set(`the a an this these those our your my his her their its of in for with about from on at per no some any each every more most
  several many few two three four five six seven eight nine ten`.split(/\s+/))
/** A verb stands behind these. */
const BEFORE_VERB = new Set(`to will can could would should must may might shall i we you they he she it who not don't didn't doesn't won't can't couldn't
  gonna let's please i'll we'll you'll they'll just`.split(/\s+/))
/** Share of a word's places in which it ends a noun phrase, from which on it counts as a noun. */
const SHARE = 0.45

/**
 * Stems that are nouns in this talk: they end phrases such as "the new website", and seldom stand where a verb would. No
 * dictionary knows whether "release" is one; the talk does. English.
 */
export function nounsOf(lines: readonly Line[]): (stem: string) => boolean {
  const counts = new Map<string, { all: number; noun: number }>()
  for (const { words } of lines) {
    const text = words.join(' ')
    const found = wordsIn(text)
    let within = false
    found.forEach(({ key, start, end }, at) => {
      const before = found[at - 1]
      // A mark between two words ends the phrase.
      if (before !== undefined && start > before.end + 1) within = false
      if (OPENS.has(key)) {
        within = true
        return
      }
      if (isStopWord(key) || isToken(key)) {
        within = false
        return
      }
      const stem = stemOf(key)
      const count = counts.get(stem) ?? { all: 0, noun: 0 }
      counts.set(stem, count)
      count.all++
      const next = found[at + 1]
      const last = next === undefined || next.start > end + 1 || isStopWord(next.key) || OPENS.has(next.key)
      // "costs are", but "wants the", "wants to".
      const governs = next !== undefined && (OPENS.has(next.key) || next.key === 'to')
      const plural = key.endsWith('s') && !key.endsWith('ss') && !BEFORE_VERB.has(before?.key ?? '') && !governs
      if (last && (within || plural)) count.noun++
      else if (within) count.noun += 0.5 // "the board wants", "the press release"
      else if (BEFORE_VERB.has(before?.key ?? '') || key.endsWith('ing') || key.endsWith('ed') || key.endsWith('ly')) count.noun -= 0.5
    })
  }
  return (stem) => {
    const count = counts.get(stem)
    return count !== undefined && count.noun >= SHARE * count.all
  }
}
