import type { OptionalType, Span } from '../../domain/pii.ts'
import { LANGUAGES } from '../recogniser.ts'
import { sourceView } from '../views.ts'
import { LEGAL_FORM } from './firm-words.ts'
import { placeKind } from './gazetteer.ts'
import { createNameMatcher, type NameForm } from './matcher.ts'
import { isRareWord } from './everyday.ts'
import { isAnybody, isOrdinary } from './plain-words.ts'

/** Where a name of a firm ends without the form of its law; "Acme Robotics Ltd" is "Acme Robotics". */
export function withoutLegalForm(surface: string): string {
  for (const { index } of surface.matchAll(/[ ,-]{1,2}/g)) {
    const rest = surface.slice(index).replace(/^[ ,-]{1,2}/, '')
    const form = LEGAL_FORM.exec(rest)?.[0] ?? SAID.exec(rest)?.[0]
    if (form?.length === rest.length) return surface.slice(0, index)
  }
  return surface
}
const SAID = /^(?:gmbh|ltd|llc|llp|plc|sarl|inc|aktiebolag)$/

/** What a firm is called for short: the first word of its name, where that means nothing else ("Acme Robotics" is "Acme"). Null where it has none. */
export function shortName(surface: string): string | null {
  const words = wordsOf(withoutLegalForm(surface))
  const first = words[0]?.toLowerCase()
  if (first === undefined || words.length < 2 || first.length < 4 || (isPlain(first) && !isRareWord(first))) return null
  return first
}

/** A word, a name of people or a place, in one of the languages. */
const isPlain = (lower: string): boolean => placeKind(lower) !== undefined || LANGUAGES.some((lang) => isOrdinary(lower, lang) || isAnybody(lower, lang))

const wordsOf = (name: string): string[] => name.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? []

/** Finds every other mention of firms and places that were found somewhere in the meeting: the same name, or a firm's without what it is. */
export function knownFirmsFinder(found: readonly { readonly type: OptionalType; readonly surface: string }[]): (text: string) => Span[] {
  const typeOf = new Map<string, OptionalType>()
  const forms = new Map<string, NameForm>()
  const add = (type: OptionalType, name: string): void => {
    const words = wordsOf(name.toLowerCase())
    const key = words.join(' ')
    if (words.length === 0 || forms.has(key) || key.length < 3) return
    const isShort = words.length === 1 && /^\p{Lu}/u.test(name) && key.length < 5
    const needsCapital = words.length === 1 && isPlain(key) ? 'telling' : isShort && 'any'
    typeOf.set(key, type)
    forms.set(key, { words, needsCapital, score: 0.7, cue: 'named elsewhere' })
  }
  for (const { type, surface } of found) {
    add(type, surface)
    if (type !== 'ORG') continue
    add(type, withoutLegalForm(surface))
    const short = shortName(surface)
    if (short !== null) add(type, surface.slice(0, short.length))
  }
  if (forms.size === 0) return () => []
  const matcher = createNameMatcher([...forms.values()])
  return (text) =>
    Array.from(matcher.find(sourceView(text)), ({ start, end, form }): Span => (
      { start, end, type: typeOf.get(form.words.join(' ')) ?? 'ORG', score: form.score, recognizer: 'same-name', cue: form.cue }
    ))
}
