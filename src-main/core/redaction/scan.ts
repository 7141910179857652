import type { OptionalType, Span } from '../../../src-shared/domain/pii.ts'
import { createPiiFinder } from '../../../src-shared/pii/index.ts'
import { isEverGivenName, isGivenName, isListedName } from '../../../src-shared/pii/names/everyday.ts'
import { isFunctionWord } from '../../../src-shared/pii/names/function-words.ts'
import { isGivenIn } from '../../../src-shared/pii/names/given.ts'
import { isPlainAndGiven } from '../../../src-shared/pii/names/plain-and-given.ts'
import { knownFirmsFinder } from '../../../src-shared/pii/names/known-firms.ts'
import { knownNamesFinder } from '../../../src-shared/pii/names/known.ts'
import { isWorldName } from '../../../src-shared/pii/names/words-by-language.ts'
import { resolve } from '../../../src-shared/pii/resolve.ts'
import { isOptionalType, ofOneKind } from './firms.ts'
import { settle, type Find, type Place } from './settle.ts'
import { compileRules, type UserRules } from './rules.ts'

export interface ScanOptions {
  readonly lang?: string
  readonly participants: readonly string[]
  readonly rules?: UserRules
  /** Finds names the meeting's token book already knows; see `names-in-book.ts`. */
  readonly namesOfBook?: (text: string) => Span[]
  /** What a model found in one of the texts, disjoint and sorted. */
  readonly foundByModel?: ((text: string) => readonly Span[]) | undefined
  /** For one text that was looked at before: what has changed in it since, sorted. Only what these places can bear on is looked at. */
  readonly changed?: readonly Place[]
  /** Kinds that are hidden only where a person asks for it. */
  readonly alsoTypes?: readonly OptionalType[] | undefined
}

/**
 * Spans of every text of one meeting, given in order. First what the recognisers find, then every other mention of the
 * names they found, so that a name is hidden everywhere or nowhere.
 */
export function scanTexts(texts: readonly string[], options: ScanOptions): Span[][] {
  const rules = compileRules(options.rules)
  const alsoTypes = options.alsoTypes ?? []
  const find = createPiiFinder({ participants: options.participants, alsoTypes, ...(options.lang === undefined ? {} : { lang: options.lang }) })
  const findIn: Find = (masked, previous, isPart) =>
    resolve(
      masked,
      rules.apply(masked, [...find(masked, previous, isPart), ...(options.namesOfBook?.(masked) ?? []), ...(options.foundByModel?.(masked) ?? [])]),
    )
  const found = texts.map((text, at) => {
    const spans = settle(text, findIn, { previous: texts[at - 1], changed: options.changed })
    const proposed = options.foundByModel?.(text) ?? []
    return proposed.length === 0 ? spans : withRemainders(text, spans, rules.apply(text, proposed))
  })
  const first = [...found]
  const shown = once(() => texts.map((text, at) => withoutSpans(text, first[at] ?? [])))
  const isOrdinary = inLowerCase(shown)
  const isCased = once(() => hasCapitals(shown()))
  const isWord = (span: Span, surface: string): boolean =>
    (mayBeOrdinary(span, surface) && isOrdinary(surface.toLowerCase())) || (isDressedAsWord(span, surface) && isCased())
  const dropped = found.map((spans, at) => spans.filter((span) => isWord(span, (texts[at] ?? '').slice(span.start, span.end))))
  found.forEach((spans, at) => {
    found[at] = spans.filter((span) => dropped[at]?.includes(span) !== true)
  })
  if (alsoTypes.length > 0) ofOneKind(texts, found).forEach((spans, at) => (found[at] = spans))
  const surfaces = found.flatMap((spans, at) => spans.filter((span) => span.type === 'PERSON').map((span) => (texts[at] ?? '').slice(span.start, span.end)))
  const findKnown = alsoTypes.length === 0 ? knownNamesFinder(surfaces) : bothOf(knownNamesFinder(surfaces), knownFirmsFinder(firmsIn(texts, found)))
  return texts.map((text, at) => {
    const before = found[at] ?? []
    const all = settle(text, (masked) => resolve(masked, rules.apply(masked, findKnown(masked))), { known: before })
    if (all.length === before.length) return all
    // A name hidden now may have hidden something else from the first look.
    const again: Find = (masked, previous, isPart) =>
      findIn(masked, previous, isPart).filter((span) => !isWord(span, masked.slice(span.start, span.end)))
    const changed = [...all.filter((span) => !before.includes(span)), ...(dropped[at] ?? [])].sort((a, b) => a.start - b.start)
    return settle(text, again, { known: all, previous: texts[at - 1], changed })
  })
}

type FindKnown = (text: string) => Span[]
const bothOf = (one: FindKnown, other: FindKnown): FindKnown => (text) => [...one(text), ...other(text)]

function firmsIn(texts: readonly string[], found: readonly (readonly Span[])[]): { type: OptionalType; surface: string }[] {
  return found.flatMap((spans, at) =>
    spans.flatMap(({ type, start, end }) => (isOptionalType(type) ? [{ type, surface: (texts[at] ?? '').slice(start, end) }] : [])))
}

/** What a model found and an overlap took a part of: the rest is hidden, too. */
function withRemainders(text: string, spans: readonly Span[], proposed: readonly Span[]): Span[] {
  const rest = proposed.flatMap((span) => {
    const free: Span[] = []
    let at = span.start
    for (const taken of [...spans.filter((other) => other.start < span.end && span.start < other.end), { start: span.end, end: span.end }]) {
      const piece = text.slice(at, taken.start)
      const start = at + piece.search(/[\p{L}\p{N}]/u)
      if (/[\p{L}\p{N}]/u.test(piece)) free.push({ ...span, start, end: at + piece.trimEnd().length })
      at = Math.max(at, taken.end)
    }
    return free
  })
  return [...spans, ...rest].sort((a, b) => a.start - b.start)
}

/** Most meetings have nothing doubtful: all that was said is read again only where something is. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => (known ??= { value: read() }).value
}

/** A word that this very meeting also writes in lower case is a word; only its capital made it look like a name. */
function mayBeOrdinary(span: Span, surface: string): boolean {
  return span.recognizer === 'name' && DOUBTFUL.has(span.cue ?? '') && /^\p{Lu}[\p{L}\p{M}]*$/u.test(surface) &&
    !isGivenName(surface.toLowerCase()) && !isSurely(span, surface.toLowerCase())
}
/** "I told Guy that some guy …": what grammar says of a place, or a given name's capital inside a sentence, a twin elsewhere does not take back. */
const isSurely = ({ score, cue }: Span, lower: string): boolean => score >= 0.75 || (cue === 'capital' && score >= 0.55 && isPlainAndGiven(lower, 'en'))

/** Where names have their capital, what has none, or nothing but capitals ("LCD"), and stands in no list of names, is none. */
function isDressedAsWord(span: Span, surface: string): boolean {
  return span.recognizer === 'name' && DOUBTFUL.has(span.cue ?? '') && /^(?:\p{Ll}[\p{L}\p{M}]*|\p{Lu}{2,6})$/u.test(surface) &&
    !isListedName(surface.toLowerCase()) && !isWorldName(surface.toLowerCase()) && !isGivenIn(surface.toLowerCase(), 'international')
}

const FEW_WORDS = 100
/**
 * Whether a meeting is written with capitals, as people write and most recognisers do; too little of it does not tell. By small words
 * alone, which begin sentences and are never hidden: a second pass must see what the first saw.
 */
function hasCapitals(texts: readonly string[]): boolean {
  let [words, capitals] = [0, 0]
  for (const text of texts) {
    for (const word of text.match(/(?<![\p{L}\p{M}\p{N}'’@._/[-])\p{L}{2,6}(?![\p{L}\p{M}\p{N}@_/-])/gu) ?? []) {
      if (!isFunctionWord(word.toLowerCase()) || isEverGivenName(word.toLowerCase())) continue
      words++
      if (/^\p{Lu}\p{Ll}/u.test(word)) capitals++
    }
  }
  return words >= FEW_WORDS && capitals > words / 25
}

const DOUBTFUL = new Set(['capital', 'word before', 'word behind', 'addressed'])

/** What is hidden says nothing of words; only so does a second pass judge by the same words. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  return [...spans, { start: text.length, end: text.length }].map(({ start }, at) => text.slice(spans[at - 1]?.end ?? 0, start)).join(' . ')
}

/** Whether a word of letters stands in the texts just so. Few are asked for, each as often as it is met. */
function inLowerCase(texts: () => readonly string[]): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const isWord = new RegExp(`(?<![\\p{L}\\p{M}'’@._/-])(?=\\p{Ll}[\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}@_/-])`, 'u')
    const found = texts().some((text) => text.includes(word) && isWord.test(text))
    known.set(word, found)
    return found
  }
}
