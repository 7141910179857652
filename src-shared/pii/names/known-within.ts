import type { Span } from '../../domain/pii.ts'
import { isEverydayWord, isGivenName, isListedName } from './everyday.ts'
import { isGreeting } from './greetings.ts'

/**
 * Cuts guessed names down to the names of participants inside them, so that "Servus Jürgen" is Jürgen and no stranger.
 * What the cut leaves of a guess stays hidden on its own unless it is a plain word. A guess that names somebody else who
 * shares one name with a participant ("Jürgen Solberg" beside Jürgen Müller) stays whole.
 */
export function preferKnownNames(text: string, candidates: readonly Span[]): Span[] {
  const known = candidates.filter(isParticipant).sort((a, b) => a.start - b.start)
  if (known.length === 0) return [...candidates]
  return candidates.flatMap((span) => (span.recognizer === 'name' ? cut(text, span, known) : [span]))
}

function cut(text: string, guess: Span, known: readonly Span[]): Span[] {
  const inside: Span[] = []
  for (let i = firstStartingAt(known, guess.start); i < known.length; i++) {
    const span = known[i]
    if (span === undefined || span.start >= guess.end) break
    if (span.end <= guess.end) inside.push(span)
  }
  const only = inside[0]
  if (only === undefined) return [guess]
  if (inside.length === 1 && !/\s/.test(text.slice(only.start, only.end))) {
    const before = wordsOf(text.slice(guess.start, only.start)).filter((word) => !isPlain(word))
    const behind = wordsOf(text.slice(only.end, guess.end))
    if (before.some(isGivenName) || (before.length > 0 && !isGivenName(text.slice(only.start, only.end).toLowerCase()))) return [guess]
    if (behind[0] !== undefined && !isPlain(behind[0])) return [{ ...guess, start: only.start }, ...rest(text, guess, guess.start, only.start)]
  }
  const left: Span[] = []
  let at = guess.start
  for (const span of inside) {
    left.push(...rest(text, guess, at, span.start))
    at = Math.max(at, span.end)
  }
  return [...left, ...rest(text, guess, at, guess.end)]
}

/** What lies between known names is a guess of its own where it is not made of plain words. */
function rest(text: string, guess: Span, start: number, end: number): Span[] {
  return wordsOf(text.slice(start, end)).some((word) => !isPlain(word)) ? [{ ...guess, start, end }] : []
}

const wordsOf = (part: string): string[] => part.toLowerCase().match(/[\p{L}\p{M}'’]{2,}/gu) ?? []
const isPlain = (word: string): boolean => isGreeting(word) || (isEverydayWord(word) && !isListedName(word))

/** Binary search for the first span that starts at or behind a place. */
function firstStartingAt(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

const isParticipant = ({ type, recognizer, score }: Span): boolean => type === 'PERSON' && recognizer === 'participants' && score >= 0.95
