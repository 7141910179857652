import type { Handing } from './action-cues.pure.ts'
import type { Line } from './line.pure.ts'

/** What the people who spoke right after a line made of it. */
export interface Answer {
  readonly line: Line
  readonly says: 'agrees' | 'volunteers' | 'declines'
}

const VOCATIVE_FIRST = /^ (?:(?:ok|okay|so|and|um|hey|hi|well|right|alright|yeah|but|then|now|please|,) )*@(?<person>[0-9]+)(?: and @[0-9]+)? ,/
const VOCATIVE_LAST = /, @(?<person>[0-9]+)(?: and @[0-9]+)? (?:[.?!,]|when|if|by|please|so) ?/
const ASKED_FIRST = /^ (?:ok |okay |so |and )?@(?<person>[0-9]+) (?:can|could|will|would|do|you|please)/

/**
 * Whose an action item is, and only when it was said: named in it, spoken to by name, taken on by who speaks ("I'll …") or
 * by who answered ("I can take that"). Null otherwise; an open owner beats a guessed one.
 */
export function ownerOf(line: Line, handing: Handing, answers: readonly Answer[]): number | null {
  if (handing.person !== null) return handing.person
  if (handing.owner === 'speaker') return line.speakerIndex
  if (handing.owner === 'addressee') {
    const said = VOCATIVE_FIRST.exec(line.cue) ?? ASKED_FIRST.exec(line.cue) ?? VOCATIVE_LAST.exec(line.cue)
    const person = said?.groups?.['person']
    if (person !== undefined) return Number(person)
    if (/ (?:you two|you guys|you both|you all|all of you|both of you|the two of you) /.test(line.cue)) return null
  }
  const volunteer = answers.find(({ says }) => says === 'volunteers')
  if (volunteer !== undefined) return volunteer.line.speakerIndex
  // "Can you send it?" – "Sure.": who was asked is who said yes.
  const first = answers[0]
  return handing.kind === 'asks' && first?.says === 'agrees' && first.line.index === line.index + 1 ? first.line.speakerIndex : null
}
