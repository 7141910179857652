import { isEverydayWord } from './everyday.ts'
import type { PersonName } from './parse.ts'

const UNMARKED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', å: 'a', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
const GERMAN: Readonly<Record<string, string>> = { ...UNMARKED, ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
const replaced = (text: string, table: Readonly<Record<string, string>>): string => text.replace(/[^\0-\x7f]/g, (char) => table[char] ?? char)

/** As machines write it: "jürgen" is "jurgen". Lower case in, lower case out. */
export const plainLetters = (lower: string): string => withoutMarks(replaced(lower, UNMARKED))
/** As Germans and Danes write it without their letters: "jürgen" is "juergen". */
export const plainLettersGerman = (lower: string): string => withoutMarks(replaced(lower, GERMAN))

export interface HandleForms {
  /** First and last name run together, with or without one of them cut to its initial: nobody else's word. */
  readonly joined: ReadonlySet<string>
  /** Names that mean nothing else, where a handle has separators to set them off. */
  readonly parts: ReadonlySet<string>
  /** Last names long enough to be seen at the border of a longer label ("brandtconsulting"). */
  readonly stems: readonly string[]
}

const MIN_PART = 4
const MIN_STEM = 5

/** What people's names become in domains, mail addresses and handles: plain letters, run together, cut to initials. */
export function handleForms(names: readonly PersonName[]): HandleForms {
  const joined = new Set<string>()
  const parts = new Set<string>()
  const stems = new Set<string>()
  for (const name of names) {
    for (const plain of [plainLetters, plainLettersGerman]) {
      const letters = (part: string): string => plain(part.toLowerCase()).replace(/[^a-z]/g, '')
      const first = letters(name.first)
      const last = letters(name.last ?? '')
      for (const part of [first, last]) if (part.length >= MIN_PART && !isEverydayWord(part)) parts.add(part)
      if (last === '' || first === '') continue
      const [f, l] = [first.charAt(0), last.charAt(0)]
      for (const form of [first + last, last + first, f + last, last + f, first + l]) {
        if (form.length >= MIN_PART && !isEverydayWord(form) && form !== last && form !== first) joined.add(form)
      }
      if (last.length >= MIN_STEM && !isEverydayWord(last)) stems.add(last)
      stems.add(first + last)
    }
  }
  return { joined, parts, stems: [...stems].filter((stem) => stem.length >= MIN_STEM) }
}
