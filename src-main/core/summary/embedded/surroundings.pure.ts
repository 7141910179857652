import { CuePattern, cuesOf } from './cue-pattern.pure.ts'
import { agrees } from './cues.pure.ts'
import type { Line } from './line.pure.ts'
import type { Features } from './scoring.pure.ts'

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

/** What all lines of a meeting share when their surroundings are looked at: worked out once. */
export interface Surroundings {
  readonly lines: readonly Line[]
  /** Of each line, how it talks like one where something is settled. */
  readonly settling: readonly (readonly string[])[]
  /** How many lines do, before each place. */
  readonly upTo: Uint32Array
  readonly chair: string | null
}

export function surroundingsOf(lines: readonly Line[]): Surroundings {
  const settling = lines.map((line) => SETTLING.featuresOf(line))
  const upTo = new Uint32Array(lines.length + 1)
  settling.forEach((found, at) => (upTo[at + 1] = (upTo[at] ?? 0) + (found.length > 0 ? 1 : 0)))
  return { lines, settling, upTo, chair: chairOf(lines) }
}

/** The share of lines from one to another that settle something; places outside the meeting count as lines that do not. */
function within({ lines, upTo }: Surroundings, from: number, to: number): number {
  return ((upTo[Math.min(lines.length, to)] ?? 0) - (upTo[Math.max(0, from)] ?? 0)) / (to - from)
}

/** Puts what is said around a line, as far as it tells whether something is settled there, among its features. */
export function addSurroundings(around: Surroundings, line: Line, features: Features): void {
  const { lines, settling, chair } = around
  features.setPresent(settling[line.index] ?? [])
  features.setPresent(STANCE.featuresOf(line))
  let takesUp = 0
  let takenUp = 0
  let yes = 0
  for (let at = Math.max(0, line.index - BEFORE); at <= line.index + AFTER; at++) {
    const other = lines[at]
    if (other === undefined || other === line) continue
    if (sharedStems(line, other) > 0) {
      if (at < line.index) takesUp++
      else takenUp++
    }
    if (saysYes(other, line)) yes++
  }
  features.set('exchange settles', within(around, line.index - BEFORE, line.index + 1 + AFTER))
  features.set('stretch settles', within(around, line.index - STRETCH, line.index + 1 + STRETCH))
  features.set('said yes to', Math.min(2, yes) / 2)
  features.set('taken up', Math.min(3, takenUp) / 3)
  features.set('takes up', Math.min(3, takesUp) / 3)
  features.set('many turns', turnsAround(lines, line) / (BEFORE + AFTER))
  if (chair !== null && line.speaker === chair) features.set('by the chair', 1)
}

const saysYes = (other: Line, to: Line): boolean => other.index > to.index && other.speaker !== to.speaker && agrees(other)

/** The lines near one that are most about the same, and the first that agrees. */
export function citedAround(lines: readonly Line[], line: Line): Line[] {
  const near = lines.slice(Math.max(0, line.index - BEFORE), line.index + AFTER + 1).filter((other) => other !== line)
  const nearest = near
    .map((other) => ({ other, shared: sharedStems(line, other) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || distance(line, a.other) - distance(line, b.other) || a.other.index - b.other.index)
  return [...nearest.slice(0, CITED).map(({ other }) => other), ...near.filter((other) => saysYes(other, line)).slice(0, 1)]
}

const distance = (a: Line, b: Line): number => Math.abs(a.index - b.index)
function sharedStems({ stems }: Line, { stems: others }: Line): number {
  let shared = 0
  for (let at = 0; at < others.length; at++) if (stems.includes(others[at] ?? '') && others.indexOf(others[at] ?? '') === at) shared++
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
