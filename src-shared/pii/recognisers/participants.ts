import { eastAsianName, eastAsianPattern } from '../names/east-asian.ts'
import { isEverydayWord } from '../names/everyday.ts'
import { createMisheardMatcher } from '../names/misheard.ts'
import { createNameMatcher, type NameForm } from '../names/matcher.ts'
import { isNeutralLabel, parsePersonName } from '../names/parse.ts'
import type { Recogniser } from '../recogniser.ts'
import { namedAddressFinder } from './named-addresses.ts'
import { matchesOf } from '../matches.ts'

/** Names that are known to have been in the meeting, in every form people use: full, first, last, turned round, initials. */
export function participantsRecogniser(participants: readonly string[]): Recogniser {
  const people = participants.filter((name) => !isNeutralLabel(name))
  const forms = people.flatMap(formsOfParticipant)
  const matcher = createNameMatcher(forms)
  const misheard = createMisheardMatcher(forms.filter((form) => form.words.length === 1 && !form.needsAllCapitals).map((form) => form.words[0] ?? ''))
  const named = namedAddressFinder(people.map(parsePersonName).filter((name) => name !== null))
  const eastAsian = people.map(eastAsianName).filter((name) => name !== null)
  const patterns = { kana: eastAsianPattern(eastAsian, true), noKana: eastAsianPattern(eastAsian, false) }
  return {
    name: 'participants',
    *find(view) {
      for (const { start, end, form } of matcher.find(view)) yield { start, end, type: 'PERSON', score: form.score, cue: form.cue }
      for (const { start, end } of misheard(view)) yield { start, end, type: 'PERSON', score: 0.6, cue: 'sounds like a participant' }
      yield* named(view)
      const pattern = /\p{Script=Hiragana}/u.test(view.text) ? patterns.kana : patterns.noKana
      for (const { index, 0: text } of pattern === null ? [] : matchesOf(view.text, pattern)) {
        yield { start: index, end: index + text.length, type: 'PERSON', score: 0.96, cue: 'participant' }
      }
    },
  }
}

/** Capital pairs that mean something else far more often than a person. */
const NOT_INITIALS = new Set(['AI', 'AM', 'PM', 'IT', 'US', 'UK', 'EU', 'HR', 'PR', 'TV', 'PC', 'OK', 'QA', 'UI', 'UX', 'CI', 'CD', 'DB', 'ID', 'IP',
  'OS', 'VP', 'CV', 'AC', 'DC', 'MS', 'DM', 'PO', 'PA', 'AD', 'CEO', 'CTO', 'API'])

function formsOfParticipant(participant: string): NameForm[] {
  const name = parsePersonName(participant)
  if (name === null) return []
  const full = split(name.words.join(' '))
  const forms: NameForm[] = [{ words: full, needsCapital: full.length === 1 && isEverydayWord(full[0] ?? '') ? 'telling' : false, score: 0.97,
    cue: 'participant' }]
  if (name.last === null) return forms
  const first = split(name.first)
  const last = split(name.last)
  const add = (words: string[], needsCapital: boolean): void => {
    forms.push({ words, needsCapital: needsCapital ? 'telling' : false, score: 0.95, cue: 'participant' })
  }
  if (name.words.length > first.length + last.length) add([...first, ...last], false)
  add(first, first.length === 1 && isAskingForCapital(first[0] ?? ''))
  add(last, last.length === 1 && isAskingForCapital(last[0] ?? ''))
  forms.push({ words: [...last, ...first], needsCapital: false, isTurned: true, score: 0.95, cue: 'participant' })
  const letter = first[0]?.charAt(0)
  if (letter !== undefined) add([letter, ...last], false)
  const initials = name.words.map((word) => word.charAt(0)).join('')
  if (initials.length >= 2 && !NOT_INITIALS.has(initials.toUpperCase())) {
    forms.push({ words: [initials.toLowerCase()], needsCapital: 'any', needsAllCapitals: true, score: 0.8, cue: 'initials of a participant' })
  }
  return forms
}

const isAskingForCapital = (word: string): boolean => word.length <= 2 || isEverydayWord(word)

const split = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? []
