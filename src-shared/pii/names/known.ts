import type { Span } from '../../domain/pii.ts'
import { namedAddressFinder } from '../recognisers/named-addresses.ts'
import { sourceView } from '../views.ts'
import { isEverydayWord, isGivenName, isGivenToo, isListedName, isRareWord } from './everyday.ts'
import { isMonth } from '../shadow/months.ts'
import { isFunctionWord } from './function-words.ts'
import { createNameMatcher, type NameForm } from './matcher.ts'
import { parsePersonName, type PersonName } from './parse.ts'

/**
 * Finds every other mention of names already accepted somewhere in the meeting: the same surface, or the first or last
 * name of a full one. What was seen with a capital is not followed into lower case unless it is a name and nothing else:
 * one wrong find would spread over a whole meeting.
 */
export function knownNamesFinder(surfaces: Iterable<string>): (text: string) => Span[] {
  const forms = new Map<string, NameForm>()
  const people: PersonName[] = []
  for (const surface of surfaces) {
    const name = parsePersonName(surface)
    if (name === null) continue
    add(forms, name.words.join(' '))
    if (name.last === null) continue
    people.push(name)
    add(forms, name.first)
    add(forms, name.last)
  }
  if (forms.size === 0) return () => []
  const matcher = createNameMatcher([...forms.values()])
  const named = namedAddressFinder(people)
  return (text) => {
    const view = sourceView(text)
    return [
      ...Array.from(matcher.find(view), ({ start, end, form }): Span => (
        { start, end, type: 'PERSON', score: form.score, recognizer: 'same-name', cue: form.cue }
      )),
      ...Array.from(named(view), (candidate): Span => ({ ...candidate, recognizer: 'same-name' })),
    ]
  }
}

function add(forms: Map<string, NameForm>, name: string): void {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  const only = words.length === 1 ? (words[0] ?? '') : null
  if (words.length === 0 || (only !== null && (only.length < 2 || isMereWord(only)))) return
  const needsCapital = only === null ? false : capitalOf(only, /^\p{Lu}/u.test(name))
  const known = forms.get(words.join(' '))
  // Seen in lower case once, it may be met in lower case again.
  if (known === undefined || known.needsCapital !== false) forms.set(words.join(' '), { words, score: 0.8, cue: 'named elsewhere', needsCapital })
}

/** "Government" of a find that was none, "that" of a stutter, a month, or a surname that is a common word: met alone it is the word. */
const isMereWord = (word: string): boolean =>
  isMonth(word) || isFunctionWord(word.split(/['’]/, 1)[0] ?? word) || (isEverydayWord(word) && !isListedName(word) && !isRareWord(word))

function capitalOf(word: string, wasCapital: boolean): NameForm['needsCapital'] {
  // "Carol's in Leeds": where one is called so, a capital at the start of a sentence is hers, but on a verb.
  if (word.length >= 4 && isEverydayWord(word) && isGivenToo(word) && !DONE.has(word)) return 'any'
  if (word.length < 4 || isEverydayWord(word)) return 'telling'
  return wasCapital && !isGivenName(word) ? 'any' : false
}

/** Given names that are verbs or begin sentences otherwise. */
const DONE = new Set('grant mark hope chip drew chance grace faith patience charity summer autumn spring sterling rose skip walker victor crystal sandy sunny penny frank rich'.split(' '))
