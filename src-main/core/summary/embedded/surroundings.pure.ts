import { CuePattern, cuesOf } from './cue-pattern.pure.ts'
import { agrees } from './cues.pure.ts'
import type { Line } from './line.pure.ts'
import type { Features } from './scoring.pure.ts'

/** What is said around a line, as far as it tells whether something is settled there. */
export interface Surroundings {
  readonly features: Features
  /** The lines nearby that are most about the same, and the first that agrees. */
  readonly about: readonly Line[]
}

/** How people talk where something is being settled; none of it settles anything by itself. */
const SETTLING = cuesOf(
  ['we will', / we (?:will|are going to|shall) /],
  ['we should', / we (?:should|need|have to|must|want|could|can) /],
  ['it will', / (?:it|that|this|they|which|there) (?:will|is going to|are going to|has to|have to|should|must|needs to) /],
  ['goes for something', / (?:go for|go with|going for|going with|stick|sticking|keep|use|using|choose|chose|chosen|pick|take out|drop|leave) /],
  ['leaves out', / (?:no need|not need|without|not going to|get rid of|instead of|rather than|not want|will not|forget) /],
  ['sums up', / (?:recap|so basically|overall|in conclusion|so far|basically we|conclude|conclusion|final|finally) /],
  ['names a demand', / (?:requirements?|according to|company|management|board|target|specification|budget|costs?|price|market|profit) /],
  ['asks for agreement', / (?:are we (?:all )?(?:agreed|happy|okay)|do we (?:all )?agree|happy with|agreed|agree|settled|decided|decision|decide) /],
)
const STANCE = cuesOf(
  ['suggests', / i (?:think|would|suggest|propose|recommend|guess) (?:we|it|that) /],
  ['would', / would /],
  ['tells the past', / (?:was|were|did|had) /],
  ['of others', / (?:they|people|users?|he|she) /],
  ['to somebody', / you /],
  ['gives a reason', / (?:because|since) /],
)
const CHAIRS = new CuePattern(/ (?:move on|next slide|let us start|minutes left|recap|welcome|next item|agenda) /)
/** In lines, to either side: the exchange a line stands in, and the stretch of talk. */
const BEFORE = 5
const AFTER = 3
const STRETCH = 12
const CITED = 2
const MANY_TURNS = 3

/** Looks at each line's surroundings; everything that all lines share is worked out once. */
export function surroundingsOf(lines: readonly Line[]): (line: Line) => Surroundings {
  const cues = lines.map((line) => SETTLING.filter(([, pattern]) => pattern.test(line)))
  const upTo = [0] // lines that settle before each place
  cues.forEach((found, at) => upTo.push((upTo[at] ?? 0) + (found.length > 0 ? 1 : 0)))
  const within = (from: number, to: number): number => {
    const [first, last] = [Math.max(0, from), Math.min(lines.length, to)]
    return ((upTo[last] ?? 0) - (upTo[first] ?? 0)) / (to - from)
  }
  const chair = chairOf(lines)

  return (line) => {
    const features = new Map<string, number>()
    for (const [name] of cues[line.index] ?? []) features.set(name, 1)
    for (const [name, pattern] of STANCE) if (pattern.test(line)) features.set(name, 1)
    const before = lines.slice(Math.max(0, line.index - BEFORE), line.index)
    const after = lines.slice(line.index + 1, line.index + 1 + AFTER)
    const related = [...before, ...after].map((other) => ({ other, shared: sharedStems(line, other) })).filter(({ shared }) => shared > 0)
    const yes = after.filter((other) => other.speaker !== line.speaker && agrees(other))
    features.set('exchange settles', within(line.index - BEFORE, line.index + 1 + AFTER))
    features.set('stretch settles', within(line.index - STRETCH, line.index + 1 + STRETCH))
    features.set('said yes to', Math.min(2, yes.length) / 2)
    features.set('taken up', Math.min(3, related.filter(({ other }) => other.index > line.index).length) / 3)
    features.set('takes up', Math.min(3, related.filter(({ other }) => other.index < line.index).length) / 3)
    features.set('many turns', turnsAround(lines, line) / (BEFORE + AFTER))
    if (chair !== null && line.speaker === chair) features.set('by the chair', 1)
    const nearest = related.sort((a, b) => b.shared - a.shared || distance(line, a.other) - distance(line, b.other) || a.other.index - b.other.index)
    return { features, about: [...nearest.slice(0, CITED).map(({ other }) => other), ...yes.slice(0, 1)] }
  }
}

const distance = (a: Line, b: Line): number => Math.abs(a.index - b.index)
const sharedStems = (a: Line, b: Line): number => {
  let shared = 0
  b.stems.forEach((stem, at) => {
    if (a.stems.includes(stem) && b.stems.indexOf(stem) === at) shared++
  })
  return shared
}

/** Changes of speaker around a line, the line itself not counted. */
function turnsAround(lines: readonly Line[], line: Line): number {
  let turns = 0
  let last = -1
  for (let at = Math.max(0, line.index - BEFORE); at <= line.index + AFTER; at++) {
    const other = lines[at]
    // Turns only go up.
    if (other === undefined || other === line || other.turn === last) continue
    last = other.turn
    turns++
  }
  return turns
}

/** Several people talk: in one person's speech nothing is settled without a word of it. */
export const mayHide = (lines: readonly Line[], line: Line): boolean => turnsAround(lines, line) >= MANY_TURNS

/** Who runs the meeting: whoever most often says what a chair says; null where nobody does. */
export function chairOf(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>()
  for (const line of lines) if (line.speaker !== null && CHAIRS.test(line)) counts.set(line.speaker, (counts.get(line.speaker) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}
