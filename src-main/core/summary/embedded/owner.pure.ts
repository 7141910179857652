import type { Handing } from './action-cues.pure.ts'
import { CuePattern } from './cue-pattern.pure.ts'
import type { Line } from './line.pure.ts'

/** What the people who spoke right after a line made of it. */
export interface Answer {
  readonly line: Line
  readonly says: 'agrees' | 'volunteers' | 'declines'
}

const VOCATIVE_FIRST = new CuePattern(/^ (?:(?:ok|okay|so|and|um|hey|hi|well|right|alright|yeah|but|then|now|please|,) )*@(?<person>[0-9]+)(?: and @(?<other>[0-9]+))? ,/)
const VOCATIVE_LAST = new CuePattern(/, @(?<person>[0-9]+)(?: and @(?<other>[0-9]+))? (?:[.?!,]|when|if|by|please|so) ?/)
const ASKED_FIRST = new CuePattern(/^ (?:ok |okay |so |and )?@(?<person>[0-9]+)(?: and @(?<other>[0-9]+))? (?:can|could|will|would|do|you|please)/)

const SEVERAL = new CuePattern(/ (?:you two|you guys|you both|you all|all of you|both of you|the two of you) /)

interface Handed {
  readonly line: Line
  readonly handing: Handing
  readonly answers: readonly Answer[]
}

/**
 * Whose an action item is, and only when it was said: named in it, spoken to by name, taken on by who speaks ("I'll …") or
 * by who answered ("I can take that"). Nobody's otherwise; an open owner beats a guessed one.
 */
export function ownersOf({ line, handing, answers }: Handed): number[] {
  if (handing.person !== null) return said([handing.person, ...alsoNamed(line, handing.person)])
  if (handing.owner === 'speaker') return said([line.speakerIndex, ...alsoSpeaking(line)])
  if (handing.owner === 'addressee') {
    const found = VOCATIVE_FIRST.exec(line) ?? ASKED_FIRST.exec(line) ?? VOCATIVE_LAST.exec(line)
    const { person, other } = found?.groups ?? {}
    if (person !== undefined) return said([Number(person), ...(other === undefined ? [] : [Number(other)])])
    if (SEVERAL.test(line)) return []
  }
  const volunteer = answers.find(({ says }) => says === 'volunteers')
  if (volunteer !== undefined) return said([volunteer.line.speakerIndex])
  // "Can you send it?" – "Sure.": who was asked is who said yes.
  const first = answers[0]
  if (handing.kind !== 'asks' || first?.says !== 'agrees' || first.line.index !== line.index + 1) return []
  return said([first.line.speakerIndex])
}

const said = (owners: readonly (number | null)[]): number[] => [...new Set(owners.filter((owner) => owner !== null))]

/** "Carol and David will book a room", "David and I": everybody joined to the one the pattern found. */
function alsoNamed(line: Line, person: number): (number | null)[] {
  const joined = JOINED.exec(line)?.groups
  if (joined === undefined || ![joined['first'], joined['second'], joined['third']].includes(String(person))) return []
  const others = [joined['first'], joined['second'], joined['third']].flatMap((one) => (one === undefined ? [] : [Number(one)]))
  return [...others, ...(joined['self'] === undefined ? [] : [line.speakerIndex])]
}

const JOINED = new CuePattern(/@(?<first>[0-9]+)(?: , @(?<third>[0-9]+))?(?: ,)? and (?:@(?<second>[0-9]+)|(?<self>i)) (?:will|shall|should|must|can|to|need|are|have|could|would|take|own|get|do) /)
/** "David and I will …": found as the speaker's own. */
function alsoSpeaking(line: Line): (number | null)[] {
  const first = JOINED.exec(line)?.groups
  return first?.['self'] === undefined ? [] : [first['first'], first['third']].flatMap((one) => (one === undefined ? [] : [Number(one)]))
}
