import type { View, Word } from '../views.ts'

/** One way to write a name: its words in lower case, and what it takes to be believed. */
export interface NameForm {
  readonly words: readonly string[]
  /** Names that are words as well ("will") match only with a capital inside a sentence ('telling'); unsure ones with any. */
  readonly needsCapital: false | 'any' | 'telling'
  /** Initials: only in capitals throughout. */
  readonly needsAllCapitals?: boolean
  /** Last name first: a comma may stand between. */
  readonly isTurned?: boolean
  readonly score: number
  readonly cue: string
}

export interface NameHit {
  readonly start: number
  readonly end: number
  readonly form: NameForm
}

/** Finds given names in a view, longest form first at each word. Linear: one table look-up per word. */
export interface NameMatcher {
  find(view: View): Iterable<NameHit>
}

export function createNameMatcher(forms: readonly NameForm[]): NameMatcher {
  const byFirstWord = new Map<string, NameForm[]>()
  for (const form of forms) {
    const key = form.words[0]
    if (key === undefined) continue
    const others = byFirstWord.get(key)
    if (others === undefined) byFirstWord.set(key, [form])
    else others.push(form)
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length)
  return {
    *find(view) {
      const { words } = view
      for (let at = 0; at < words.length; at++) {
        const hit = hitAt(view, words, at, byFirstWord)
        if (hit === null) continue
        yield hit.hit
        at = hit.last
      }
    },
  }
}

function hitAt(view: View, words: readonly Word[], at: number, byFirstWord: ReadonlyMap<string, readonly NameForm[]>): { hit: NameHit; last: number } | null {
  const first = words[at]
  if (first === undefined) return null
  const candidates = byFirstWord.get(first.bare) ?? byFirstWord.get(first.lower)
  for (const form of candidates ?? []) {
    const last = at + form.words.length - 1
    const lastWord = words[last]
    if (lastWord === undefined || !standsHere(view, words, at, form)) continue
    const end = lastWord.start + lastWord.bare.length
    const surface = view.text.slice(first.start, end)
    if (form.needsAllCapitals === true && surface !== surface.toUpperCase()) continue
    if (form.needsCapital === 'telling' && !hasTellingCapital(view, first)) continue
    if (form.needsCapital === 'any' && !first.hasCapital) continue
    return { hit: { start: first.start, end, form }, last }
  }
  return null
}

function standsHere(view: View, words: readonly Word[], at: number, form: NameForm): boolean {
  const count = form.words.length
  for (let i = 0; i < count; i++) {
    const word = words[at + i]
    if (word === undefined) return false
    const wanted = form.words[i]
    if (word.lower !== wanted && word.bare !== wanted) return false
    const next = words[at + i + 1]
    // "Alice. Schmidt" are two; a blank, a hyphen, or an initial's full stop joins.
    if (i + 1 < count && next !== undefined && !(form.isTurned === true ? TURNED_JOIN : JOIN).test(view.text.slice(word.end, next.start))) return false
  }
  return true
}

const JOIN = /^(?: {1,2}|[\u00a0\t-]|\. ?)$/
const TURNED_JOIN = /^,? $/

const SENTENCE_END = /(?:^|[.!?:¿¡\n"“”»«([{*•-]\s{0,3})$/

/** A capital says "name" only inside a sentence: at its start every word has one. */
export function hasTellingCapital(view: View, word: Pick<Word, 'start' | 'hasCapital'>): boolean {
  if (!word.hasCapital) return false
  return !SENTENCE_END.test(view.text.slice(Math.max(0, word.start - 4), word.start).trimStart())
}
