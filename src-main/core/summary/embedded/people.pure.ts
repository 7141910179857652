import { isNeutralLabel, parsePersonName } from '../../../../src-shared/pii/names/parse.ts'
import { isGivenName } from '../../../../src-shared/pii/names/everyday.ts'
import { startsUpper } from '../evidence/letters.pure.ts'
import { isStopWord, isToken, wordsIn, type Word } from '../evidence/words.pure.ts'

/** Somebody named in a text: which participant, or null for a given name that is none of theirs; and the words' place. */
export interface Mention {
  readonly person: number | null
  readonly start: number
  readonly end: number
}

export interface People {
  /** Participants' strings exactly as given. */
  readonly names: readonly string[]
  /** Whom a speaker's string means; null for a neutral label or a stranger. */
  indexOf(speaker: string | null): number | null
  /** False for the key of a word that stands first in nobody's name. `capital`: it is written with one. */
  mayName(key: string, capital: boolean): boolean
  /** People named in a text, left to right, never overlapping. `words`: those of the text, where they are known. */
  mentionsIn(text: string, words?: readonly Word[]): Mention[]
}

/** First names that are everyday words: they count as a name only with a capital inside a sentence, or before a comma. */
const EVERYDAY = new Set('will may mark rose grace sue bill art pat hope joy faith dawn june april august summer rob jack don ray max guy drew chip frank ernest dean miles chase lane page reed carol bob jean gene iris ivy olive ruby pearl penny sandy'.split(' '))
/** What stands behind a name that is the subject, or called out: "Carol and David", "Mark will", "Grace, can you". */
const SUBJECT = /^(?:,| and \p{Lu}| (?:will|should|needs|has|is|wants|said|can't|won't)\b)/u
/** In words; nobody is called by more. */
const LONGEST_NAME = 6
/** Roles, as in "Marketing Expert": one word of them is no name. */
const ROLE = new Set('project product marketing sales industrial user interface design designer expert manager lead chair speaker host head team office president secretary minister member doctor engineer developer analyst officer director the acting and of hr it ceo cto cfo support customer client'.split(' '))

/** Who was there, and how they are called. Speakers count as participants even where no list was given. */
export function createPeople(participants: readonly string[], speakers: Iterable<string>): People {
  const names = [...new Set([...participants, ...speakers])].filter((name) => name.trim() !== '')
  const byString = new Map(names.map((name, index) => [name, index]))
  const forms = new Map<string, number | null>()
  const add = (form: string, person: number): void => {
    const known = forms.get(form)
    // Two people with one first name: the name alone means neither.
    forms.set(form, known === undefined || known === person ? person : null)
  }
  names.forEach((name, person) => {
    for (const form of formsOf(name)) add(form, person)
  })
  const longest = Math.min(LONGEST_NAME, Math.max(1, ...[...forms.keys()].map((form) => form.split(' ').length)))
  /** Words that begin a name of several. */
  const opening = new Set([...forms.keys()].filter((form) => form.includes(' ')).map((form) => form.split(' ')[0]))

  return {
    names,
    indexOf: (speaker) => (speaker === null ? null : (byString.get(speaker) ?? null)),
    mayName(key, capital) {
      const form = bare(key)
      return opening.has(form) || (forms.get(form) ?? null) !== null || (capital && isGivenName(form))
    },
    mentionsIn(text, words = wordsIn(text)) {
      const caseless = !SOME_UPPER.test(text)
      const found: Mention[] = []
      for (let at = 0; at < words.length; at++) {
        const first = words[at]
        if (first === undefined) continue
        const capital = startsUpper(text, first.start)
        for (let size = opening.has(bare(first.key)) ? Math.min(longest, words.length - at) : 1; size >= 1; size--) {
          const last = words[at + size - 1]
          if (last === undefined) continue
          const key = size === 1 ? bare(first.key) : words.slice(at, at + size).map((word) => bare(word.key)).join(' ')
          const person = forms.get(key) ?? null
          if (person === null && !(size === 1 && capital && isGivenName(key))) continue
          const certain = EVERYDAY.has(key) ? capital && (at > 0 || SUBJECT.test(text.slice(last.end, last.end + 12))) : capital || caseless
          if (size === 1 && !isToken(key) && !certain) continue
          found.push({ person, start: first.start, end: last.end })
          at += size - 1
          break
        }
      }
      return found
    },
  }
}

const SOME_UPPER = /\p{Lu}/u
const bare = (key: string): string => (key.endsWith("'s") && !isToken(key) ? key.slice(0, -2) : key)

function formsOf(name: string): string[] {
  const trimmed = name.trim()
  if (isToken(trimmed)) return [trimmed]
  if (isNeutralLabel(trimmed)) return []
  const whole = wordsIn(trimmed).map(({ key }) => key).join(' ')
  const person = parsePersonName(trimmed)
  if (person === null) return whole === '' ? [] : [whole]
  const parts = [person.first, person.last ?? ''].map((part) => part.toLowerCase().replaceAll('’', "'")).filter((part) => part.length > 1)
  const isRole = wordsIn(trimmed).some(({ key }) => ROLE.has(key))
  return [...new Set([whole, ...(isRole ? [] : parts.filter((part) => !isStopWord(part) || EVERYDAY.has(part)))])].filter((form) => form !== '')
}
