import type { View } from '../views.ts'
import { isEverydayWord } from './everyday.ts'
import { hasTellingCapital } from './matcher.ts'

/** Shorter names have too many neighbours that are words. */
const MIN_LENGTH = 5

/**
 * Finds words one edit away from a known name ("Shmidt", "Schmid"): same first letter, no everyday word, and a capital
 * where the name would have one. Names are bucketed by first letter, so a word is compared with few of them.
 */
export function createMisheardMatcher(names: readonly string[]): (view: View) => Iterable<{ start: number; end: number; name: string }> {
  const byFirstLetter = new Map<string, string[]>()
  for (const name of new Set(names)) {
    if (name.length < MIN_LENGTH) continue
    const letter = name.charAt(0)
    byFirstLetter.set(letter, [...(byFirstLetter.get(letter) ?? []), name])
  }
  if (byFirstLetter.size === 0) return () => []
  return function* (view) {
    for (const word of view.words) {
      const lower = word.bare
      if (!word.hasCapital || lower.length < MIN_LENGTH - 1) continue
      const near = byFirstLetter.get(lower.charAt(0))?.find((name) => name !== lower && isOneEditAway(lower, name))
      if (near === undefined || isEverydayWord(lower) || isInflected(lower) || !hasTellingCapital(view, word)) continue
      yield { start: word.start, end: word.start + lower.length, name: near }
    }
  }
}

const isInflected = (word: string): boolean => word.endsWith('s') && isEverydayWord(word.slice(0, -1))

/** One letter inserted, dropped or replaced, or two neighbours swapped. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
