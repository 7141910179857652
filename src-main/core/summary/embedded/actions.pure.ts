import { findDue, type Due } from '../due/find.pure.ts'
import { handingIn, isMental, type Handing } from './action-cues.pure.ts'
import { featuresOf, SAYS_ACTION, surroundings } from './action-features.pure.ts'
import { agrees, brokenOff, declines, volunteers } from './cues.pure.ts'
import type { Line } from './line.pure.ts'
import { lineText, textFromClause } from './line-text.pure.ts'
import { ownersOf, type Answer } from './owner.pure.ts'
import { standsAlone } from './readable.pure.ts'
import { score, type Reason, type Weights } from './scoring.pure.ts'
import { YOUR_NOTES } from './steering.pure.ts'
import { possible, sure, thresholdFor } from './tiers.pure.ts'

export interface FoundAction {
  /** Index of the line that is quoted. */
  readonly line: number
  readonly text: string
  readonly segments: readonly number[]
  /** More than one where more were named for it. */
  readonly owners: readonly number[]
  readonly due: Due | null
  readonly possible: boolean
  readonly reasons: readonly Reason[]
}

export interface ActionCandidate {
  readonly line: Line
  readonly task: Line
  readonly handing: Handing
  readonly answers: readonly Answer[]
  readonly due: Due | null
  /** The answer that says by when, where the line does not. */
  readonly dated: Line | null
  readonly features: Map<string, number>
}

/** A meeting has so many items at most, unless more are beyond doubt. */
const SURE = 5
const SHOWN = 8
const SHOWN_CERTAIN = 12
/** Over the threshold by this much, an item is beyond doubt: somebody named, with a verb of work and a date. */
const CERTAIN = 1
/** So many content words say what the work is. */
const OWN_STEMS = 3
/** Lines behind a request that may answer it. */
const ANSWER_REACH = 3
/** A list of tasks, an order, a proposal: not a tale of what happens. */
const MARKED = / (?:you|will|please|can|suggest|propose) /
const PRESENT = / @[0-9x]+ [a-z-]+s (?:the|a|an|our|up|out) /

/**
 * Action items in meeting order: what somebody took on, was asked or told to do. At most five sure ones; up to eight with
 * the possible ones. `interest`: see `steer`.
 */
export function actions(lines: readonly Line[], date: string, weights: Weights, interest: (line: number) => number = () => 0): FoundAction[] {
  const scored = actionCandidates(lines, date).map((candidate) => {
    const features = new Map([...candidate.features, [YOUR_NOTES, interest(candidate.line.index)]])
    return { candidate, ...score(features, weights) }
  })
  const from = thresholdFor(lines.length, weights)
  const worth = scored.filter(({ score }) => possible(score, from, weights))
  worth.sort((a, b) => b.score - a.score || a.candidate.line.index - b.candidate.line.index)
  return distinct(worth)
    .filter(({ candidate, score }, place) => place < SHOWN || isCertain(candidate, score - from))
    .map(({ candidate, score, reasons }, place): FoundAction & { at: number } => {
      const { line, task, handing, answers, due, dated } = candidate
      const { owners, answer } = ownersOf(line, handing, answers)
      const { text, alone } = quoted(candidate)
      return {
        at: line.index,
        line: task.index,
        text,
        // An answer is cited only where it says whose the work is: "No problem." proves nothing.
        segments: [...new Set([...task.segments, ...line.segments, ...(answer?.segments ?? []), ...(dated?.segments ?? [])])].sort((a, b) => a - b),
        owners,
        due,
        possible: !alone || !sure(score, place, from) || (place >= SURE && !isCertain(candidate, score - from)),
        reasons,
      }
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...action }) => action)
}

/** Far over the threshold, or over it with somebody's name and a date to it. */
const isCertain = ({ handing, due, task }: ActionCandidate, over: number): boolean =>
  over >= CERTAIN || (over >= 0 && due !== null && task.stems.length >= OWN_STEMS && (handing.owner === 'speaker' || handing.owner === 'named'))

const FEWEST_WORDS = 4

/** How an item reads, and whether it can stand without the line before it. */
function quoted({ line, task, handing }: ActionCandidate): { text: string; alone: boolean } {
  const { text } = lineText(task, task === line ? handing.about : undefined)
  if ((standsAlone(text) && !brokenOff(task)) || task !== line) return { text, alone: true }
  const part = textFromClause(line, handing.about)
  return standsAlone(part) && part.split(' ').length >= FEWEST_WORDS ? { text: part, alone: true } : { text, alone: false }
}

/** Lines that hand out work. One that looks like it and is none (negated, past, running the meeting, others' duty) is out. */
export function actionCandidates(lines: readonly Line[], date: string): ActionCandidate[] {
  const handings = lines.map(handingIn)
  const absorbed = new Set<number>()
  const candidates: ActionCandidate[] = []
  const around = surroundings(lines, handings)
  lines.forEach((line, at) => {
    const handing = handings[at]
    if (handing === undefined || handing === null || absorbed.has(at)) return
    // To think something over is work only where somebody is told to.
    if (isMental(handing.verb) && !(handing.kind === 'assigns' && handing.verb === 'think')) return
    // "I can't, I have to leave early" hands out nothing.
    if (declines(line)) return
    const answers = answersTo(lines, line)
    if (answers.some(({ says }) => says === 'declines')) return
    // "Who can do it?" hands out nothing until somebody takes it.
    if (line.cue.startsWith(' who ') && !answers.some(({ says }) => says === 'volunteers')) return
    for (const answer of answers) absorbed.add(answer.line.index)
    const task = handing.points ? (lines.slice(Math.max(0, at - ANSWER_REACH), at).findLast(({ stems }) => stems.length > 1) ?? line) : line
    const said = findDue(task.words.join(' '), date) ?? (task === line ? null : findDue(line.words.join(' '), date))
    // "You'll send me the files?" – "Yes, tonight."
    const dated = said === null ? (answers.find((answer) => findDue(answer.line.words.join(' '), date) !== null)?.line ?? null) : null
    const due = said ?? (dated === null ? null : findDue(dated.words.join(' '), date))
    // "Grant orders the paint" hands out work in a list of tasks or with a date; else it tells what happens.
    if (PRESENT.test(line.cue) && !SAYS_ACTION.test(line.cue) && !MARKED.test(line.cue) && due === null) return
    // "I'll have the draft by Friday" is work, "I'll have the fish" is lunch.
    if (handing.kind === 'commits' && handing.verb === 'have' && due === null) return
    const features = featuresOf(line, { task, handing, answers, due })
    for (const [name, value] of around(at)) features.set(name, value)
    candidates.push({ line, task, handing, answers, due, dated, features })
  })
  return candidates
}

/** "Don't forget to invite them." – "I won't." says yes. */
const FORGETS_NOT = / (?:do not forget|do not be late|make sure you do not) /
const WILL_NOT = /^ (?:no , )?i will not [.!]? ?$/

function answersTo(lines: readonly Line[], line: Line): Answer[] {
  const answers: Answer[] = []
  for (let at = line.index + 1; at <= line.index + ANSWER_REACH; at++) {
    const next = lines[at]
    if (next === undefined) break
    // Without speakers an answer is only known by its words, directly behind.
    const other = line.speaker === null || next.speaker === null ? at === line.index + 1 : next.speaker !== line.speaker
    if (!other) continue
    // "I'll write the article" after another's request is work of its own.
    const heeds = FORGETS_NOT.test(line.cue) && WILL_NOT.test(next.cue)
    if (!declines(next) && next.stems.length > 2 && !next.stems.some((stem) => line.stems.includes(stem))) break
    if (declines(next) && !heeds) answers.push({ line: next, says: 'declines' })
    else if (volunteers(next)) answers.push({ line: next, says: 'volunteers' })
    else if (heeds || agrees(next)) answers.push({ line: next, says: 'agrees' })
    else break
  }
  return answers
}

/** The better of two lines that say the same. */
function distinct<T extends { candidate: ActionCandidate }>(ordered: readonly T[]): T[] {
  const kept: T[] = []
  for (const item of ordered) {
    if (kept.length >= SHOWN_CERTAIN) break
    const stems = new Set(item.candidate.task.stems)
    const same = kept.some(({ candidate: { task } }) => {
      if (task === item.candidate.task) return true
      const shared = new Set(task.stems.filter((stem) => stems.has(stem))).size
      const least = Math.min(stems.size, new Set(task.stems).size)
      return (shared > 1 && shared === least) || (shared > 0 && shared >= 0.7 * least && Math.abs(task.index - item.candidate.task.index) < 40)
    })
    if (!same) kept.push(item)
  }
  return kept
}
