import type { Span } from '../../../src-shared/domain/pii.ts'

/** What a person decided: words that are always hidden, words that never are. Whole words, whatever their case. */
export interface UserRules {
  readonly always: readonly string[]
  readonly never: readonly string[]
}

export interface CompiledRules {
  /** Adds what must be hidden and drops what must not. Where both are said, hiding wins. */
  apply(text: string, spans: readonly Span[]): Span[]
}

export function compileRules(rules: UserRules | undefined): CompiledRules {
  const always = phrasesOf(rules?.always ?? [])
  const never = phrasesOf(rules?.never ?? [])
  if (always === null && never === null) return { apply: (_, spans) => [...spans] }
  return {
    apply(text, spans) {
      const spared = never === null ? [] : [...occurrences(text, never)]
      const kept = spans.filter((span) => !spared.some(({ start, end }) => start <= span.start && span.end <= end))
      const forced = always === null ? [] : Array.from(occurrences(text, always), ({ start, end }): Span => (
        { start, end, type: 'OTHER', score: 1, recognizer: 'user-rule', cue: 'always hide' }
      ))
      // A forced word inside something found is hidden already.
      return [...kept, ...forced.filter((word) => !kept.some((span) => span.start <= word.start && word.end <= span.end))]
    },
  }
}

/** One pattern for all phrases, longest first; blanks inside a phrase match any blanks. */
export function phrasesOf(list: readonly string[]): RegExp | null {
  const phrases = list
    .map((phrase) => phrase.normalize('NFC').trim())
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.split(/\s+/).map(escaped).join('\\s{1,4}'))
  if (phrases.length === 0) return null
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu')
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function* occurrences(text: string, phrases: RegExp): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(phrases)) yield { start: match.index, end: match.index + match[0].length }
}
