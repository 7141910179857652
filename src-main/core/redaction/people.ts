import type { Token } from '../../../src-shared/domain/token.ts'
import { eastAsianName } from '../../../src-shared/pii/names/east-asian.ts'
import { isOneEditAway } from '../../../src-shared/pii/names/misheard.ts'
import { inSpokenOrder, parsePersonName } from '../../../src-shared/pii/names/parse.ts'
import { normalForm } from './normal-form.ts'
import type { TokenBook } from './token-book.ts'

interface Person {
  readonly key: string
  readonly forms: Set<string>
  display: string
}

/** Who is who in one meeting: every form of a name leads to one person, or to nobody where two could be meant. */
export interface People {
  /** The token of a name as it stands in the text. Every surface must have been added before. */
  tokenOf(surface: string): Token
  /** The fullest surface of each person met through `tokenOf`. */
  displays(): Map<Token, string>
}

/** "Feld, Marcus (Guest)" is Marcus Feld wherever he is spoken of; what a label adds in brackets is about the call. */
const shown = (surface: string): string => inSpokenOrder(surface) || surface

/**
 * Links the surfaces of all names in a meeting, given in order of trust (participants, speakers, then the text's own).
 * Full names make persons; a single word belongs to the one person it fits, and where it fits two (two Alices) or none
 * it is a person of its own.
 */
export function linkPeople(surfaces: Iterable<string>, book: TokenBook): People {
  const distinct = new Map<string, string>()
  for (const given of new Set(surfaces)) {
    const surface = unspelled(given)
    if (!distinct.has(formOf(surface))) distinct.set(formOf(surface), surface)
  }
  const people = new Map<string, Person>()
  const byForm = new Map<string, Set<Person>>()

  const claim = (form: string, person: Person): void => {
    person.forms.add(form)
    const holders = byForm.get(form)
    if (holders === undefined) byForm.set(form, new Set([person]))
    else holders.add(person)
  }
  // Whole first names make persons before initials do: "A. Schmidt" is Alice Schmidt where there is one.
  const full = [...distinct].map(([form, surface]) => ({ form, surface, name: parsePersonName(surface) }))
  for (const { form, surface, name } of [...full].sort((a, b) => Number(isInitial(a.name?.first)) - Number(isInitial(b.name?.first)))) {
    if (name === null || name.last === null || eastAsianName(surface) !== null || (isInitial(name.first) && byForm.has(form))) continue
    const key = normalForm('PERSON', `${name.first} ${name.last}`, '')
    const person = people.get(key) ?? { key, forms: new Set<string>(), display: shown(surface) }
    people.set(key, person)
    if (shown(surface).length > person.display.length) person.display = shown(surface)
    for (const shape of shapesOf(name.words, name.first, name.last)) claim(shape, person)
    claim(form, person)
  }
  // The longest first: 山田 is 山田太郎 where he is there, and somebody of that name where not.
  for (const { form, surface } of full.filter(({ surface }) => eastAsianName(surface) !== null).sort((a, b) => b.form.length - a.form.length)) {
    const name = eastAsianName(surface)
    if (name === null || name.full.length < 2 || byForm.has(form)) continue
    const person: Person = { key: form, forms: new Set(), display: shown(surface) }
    people.set(form, person)
    for (const part of new Set([form, ...name.families, ...name.givens])) if (part !== '') claim(part, person)
  }
  const sole = (form: string): Person | undefined => {
    const holders = byForm.get(form)
    if (holders === undefined || holders.size !== 1) return undefined
    return holders.values().next().value
  }
  for (const [form, surface] of distinct) {
    if (byForm.has(form) && sole(form) !== undefined) continue
    const near = byForm.has(form) ? undefined : nearest(form, people.values())
    if (near !== undefined) {
      byForm.set(form, new Set([near]))
      continue
    }
    const alone: Person = { key: form, forms: new Set([form]), display: shown(surface) }
    people.set(form, alone)
    byForm.set(form, new Set([alone]))
  }

  const displays = new Map<Token, string>()
  const given = new Map<string, Token>()
  return {
    tokenOf(surface) {
      const before = given.get(surface)
      if (before !== undefined) return before
      const person = sole(formOf(unspelled(surface)))
      if (person === undefined) throw new Error('a name was not linked before it was hidden')
      const token = book.assign('PERSON', person.key, [...person.forms].filter((form) => sole(form) === person))
      displays.set(token, person.display)
      given.set(surface, token)
      return token
    },
    displays: () => displays,
  }
}

/** "O K O N K W O" is a name letter by letter, and nobody's first and last. */
function unspelled(surface: string): string {
  const letters = surface.trim().split(/[\s.,-]+/).filter((part) => part !== '')
  return letters.length >= 3 && letters.every((letter) => /^\p{L}\p{M}*$/u.test(letter)) ? letters.join('') : surface
}

const isInitial = (first: string | undefined): boolean => first?.length === 1

/** Titles and order do not matter: "Dr. Schmidt, Alice" is "alice schmidt", 佐藤 花子 is 佐藤花子. */
function formOf(surface: string): string {
  const eastAsian = eastAsianName(surface)
  if (eastAsian !== null) return normalForm('PERSON', eastAsian.full, '')
  const name = parsePersonName(surface)
  return normalForm('PERSON', name === null ? surface : name.words.join(' '), '')
}

function* shapesOf(words: readonly string[], first: string, last: string): Generator<string> {
  const initials = words.map((word) => word.charAt(0)).join('')
  for (const shape of [words.join(' '), `${first} ${last}`, first, last, `${last} ${first}`, `${first.charAt(0)} ${last}`, initials]) {
    yield normalForm('PERSON', shape, '')
  }
}

/** A misheard name goes to the one person whose first or last name is one edit away. */
function nearest(form: string, people: Iterable<Person>): Person | undefined {
  if (form.length < 5 || form.includes(' ')) return undefined
  const near: Person[] = []
  for (const person of people) {
    if ([...person.forms].some((other) => other.length >= 5 && other.charAt(0) === form.charAt(0) && isOneEditAway(form, other))) near.push(person)
  }
  return near.length === 1 ? near[0] : undefined
}
