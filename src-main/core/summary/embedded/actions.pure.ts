import { findDue, type Due } from '../due/find.pure.ts'
import { contentStems } from '../evidence/words.pure.ts'
import { handingIn, isMental, isWork, looksLikeWork, type Handing } from './action-cues.pure.ts'
import { featuresOf, SAYS_ACTION, surroundings } from './action-features.pure.ts'
import { CuePattern } from './cue-pattern.pure.ts'
import { agrees, brokenOff, declines, factCues, volunteers } from './cues.pure.ts'
import { exchangesOf, SURE } from './exchanges.pure.ts'
import type { Line } from './line.pure.ts'
import { lineText, lineTextAbout, MAX_WORDS, textFromClause } from './line-text.pure.ts'
import { secondLook } from './second-look.pure.ts'
import { ownersOf, type Answer } from './owner.pure.ts'
import { isCourtesy, lineStandsAlone, standsAlone } from './readable.pure.ts'
import { reasonsOf, score, type Features, type Reason, type Weights } from './scoring.pure.ts'
import { YOUR_NOTES } from './steering.pure.ts'
import { contends, possible, sure, thresholdFor } from './tiers.pure.ts'
import { mayHandOut, wordFeatures } from './word-features.pure.ts'

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
  /** A promise to see to what was said before it ("I can look into it"): the task is that, and reads with it. */
  readonly takesUp: boolean
  readonly features: Features
}

/** Over the threshold by this much, an item is beyond doubt: somebody named, with a verb of work and a date. */
const CERTAIN = 1
/** More than scores differ. */
const BEYOND = 100
/** So many content words say what the work is. */
const OWN_STEMS = 3
/** In so few lines what is no cue is no work, and there is room for all that is. */
const ENOUGH_TALK = 60
/** Lines behind a request that may answer it. */
const ANSWER_REACH = 3
/** A list of tasks, an order, a proposal: not a tale of what happens. */
const MARKED = new CuePattern(/ (?:you|will|please|can|suggest|propose) /)
const PRESENT = new CuePattern(/ @[0-9x]+ [a-z-]+s (?:the|a|an|our|up|out) /)

interface Frame {
  readonly date: string
  readonly weights: Weights
  /** See `steer`. */
  readonly interest?: (line: number) => number
  /** No marks are written. Then a cue is broken as easily as not, and what stands around a line may be all that is left of it. */
  readonly bare?: boolean
}

/**
 * Action items in meeting order: what somebody took on, was asked or told to do. At most five sure ones; up to eight with
 * the possible ones.
 */
export function actions(lines: readonly Line[], { date, weights, interest = () => 0, bare = false }: Frame): FoundAction[] {
  const from = thresholdFor(lines.length, weights, bare)
  const worth = lookedOver(lines, { date, weights, interest }).filter(({ score }) => possible(score, from, weights))
  // What may be sure stands by both looks; of the rest the first finds more, since the second likes places where there is work already.
  const standing = ({ first, score }: Looked): number => (contends(score, from) ? score + BEYOND : first)
  worth.sort((a, b) => standing(b) - standing(a) || a.candidate.line.index - b.candidate.line.index)
  let surely = 0
  return exchangesOf(worth, lines.length >= ENOUGH_TALK, {
    task: ({ candidate }) => candidate.task,
    owners: ({ candidate }) => ownersOf(candidate),
    certain: ({ candidate, score }) => isCertain(candidate, score - from),
    quote: ({ candidate }) => quoted(candidate),
  })
    .map(({ item: { candidate, features, score }, quote: { text, alone }, beside }, place): FoundAction & { at: number } => {
      const { line, task, handing, answers, due } = candidate
      const certain = isCertain(candidate, score - from)
      const mayBeSure = handing.kind !== 'unannounced' || bare
      const isSure = alone && mayBeSure && sure(score, place, from, bare) && (surely < SURE || certain)
      if (isSure) surely += 1
      return {
        at: line.index,
        line: task.index,
        text,
        // The exchange: what was proposed, said of it again, and answered.
        segments: [...new Set([...task.segments, ...line.segments, ...answers.flatMap((answer) => answer.line.segments), ...beside])].sort((a, b) => a - b),
        owners: ownersOf(candidate),
        due: due ?? (handing.kind === 'unannounced' ? findDue(task.text, date) : null),
        possible: !isSure,
        reasons: reasonsOf(features, weights),
      }
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...action }) => action)
}

interface Looked {
  readonly candidate: ActionCandidate
  readonly features: Features
  readonly first: number
  readonly score: number
}

/** Each candidate, scored by itself and again by what that made of the lines around it. */
export function lookedOver(lines: readonly Line[], { date, weights, interest = () => 0 }: Omit<Frame, 'bare'>): Looked[] {
  const once = actionCandidates(lines, date)
    .map((candidate) => {
      const { features, line } = candidate
      features.set(YOUR_NOTES, interest(line.index))
      return { candidate, features, first: score(features, weights) }
    })
    .sort((a, b) => a.candidate.line.index - b.candidate.line.index)
  const second = secondLook(once.map(({ candidate }) => candidate.line.index), once.map(({ first }) => first))
  return once.map((one, at) => {
    for (const [name, value] of second[at] ?? []) one.features.set(name, value)
    return { ...one, score: score(one.features, weights) }
  })
}

/** Far over the threshold, or over it with somebody's name and a date to it. */
const isCertain = ({ handing, due, task }: ActionCandidate, over: number): boolean =>
  handing !== UNANNOUNCED
  && (over >= CERTAIN || (over >= 0 && due !== null && task.stems.length >= OWN_STEMS && (handing.owner === 'speaker' || handing.owner === 'named')))

const FEWEST_WORDS = 4
const POINTS_BACK = new CuePattern(
  / (?:i (?:will|shall|can|could|might)|let me|i am going to) (?:[a-z]+ ){1,3}(?:it|that|this|them|those)(?: up| out| over)?(?: (?:then|later|myself|for you|now))? [.!,]? ?$/,
)
const FINDS_OUT = new CuePattern(/ (?:look into|find out|figure out|check|see to|deal with|follow up) /)
const OFFERS = new CuePattern(/ i (?:can|could|might) /)

/** "I can look into it": work, of which the line before says what it is. */
const takesUpWhatWas = (line: Line, { kind, verb }: Handing): boolean =>
  kind === 'commits' && isWork(verb) && line.stems.length < 2 && !line.cue.includes(' @') && POINTS_BACK.test(line)

/** Nothing but a verb: "just ask", "what you have to do", "I'll put it here". */
function saysNoWork({ stems, cue }: Line, { verb }: Handing): boolean {
  if (stems.length > 1 || cue.includes(' @')) return false
  return stems.length === 0 || (verb !== null && contentStems(verb).includes(stems[0] ?? ''))
}


interface Quote {
  readonly text: string
  /** Can stand without the line before it. */
  readonly alone: boolean
}

/** How an item reads; null for what nobody would call one: thanks, "just ask", and what begins in the middle. */
function quoted({ line, task, handing, due, takesUp, answers }: ActionCandidate): Quote | null {
  if (takesUp) {
    const promise = lineText(line).text
    // "I'll send it" says nothing by itself; "I'll look into it" says that somebody will.
    if (task === line) return FINDS_OUT.test(line) ? { text: promise, alone: false } : null
    const matter = lineText(task).text
    const text = `${matter} – ${promise}`
    if (!standsAlone(matter) || isCourtesy(matter) || text.split(' ').length > MAX_WORDS) return { text: promise, alone: false }
    return { text, alone: !OFFERS.test(line) || answers.some(({ says }) => says === 'agrees') }
  }
  const { text } = task === line && handing !== UNANNOUNCED ? lineTextAbout(task, handing.about) : lineText(task)
  const whole = !isCourtesy(text)
  if (whole && due === null && saysNoWork(task, handing)) return null
  if (whole && ((standsAlone(text) && !brokenOff(task)) || task !== line)) return { text, alone: true }
  if (handing === UNANNOUNCED) return whole ? { text, alone: false } : null
  const part = textFromClause(line, handing.about)
  if (standsAlone(part) && part.split(' ').length >= FEWEST_WORDS && !isCourtesy(part)) return { text: part, alone: true }
  return whole ? { text, alone: false } : null
}

/** No cue fits; only what stands around the line and its single words speak for it. */
const UNANNOUNCED: Handing = { kind: 'unannounced', owner: 'open', verb: null, person: null, points: false, about: 0 }

/** Lines that hand out work, and others that may. One that looks like it and is none (negated, past, running the meeting, others' duty) is out. */
export function actionCandidates(lines: readonly Line[], date: string): ActionCandidate[] {
  const handings = lines.map(handingIn)
  const absorbed = new Set<number>()
  const candidates: ActionCandidate[] = []
  const around = surroundings(lines, handings)
  const add = (at: number, found: Omit<ActionCandidate, 'features'>): void => {
    const features = featuresOf(found.line, found)
    around(at, features)
    features.setAll(wordFeatures(found.line))
    features.setPresent(factCues(found.line))
    candidates.push({ ...found, features })
  }
  const announced = lines.map((line, at) => {
    const handing = handings[at]
    if (handing === undefined || handing === null || absorbed.has(at)) return false
    // To think something over is work only where somebody is told to.
    if (isMental(handing.verb) && !(handing.kind === 'assigns' && handing.verb === 'think')) return false
    // "I can't, I have to leave early" hands out nothing.
    if (declines(line)) return false
    const answers = answersTo(lines, line)
    if (answers.some(({ says }) => says === 'declines')) return false
    // "Who can do it?" hands out nothing until somebody takes it.
    if (line.cue.startsWith(' who ') && !answers.some(({ says }) => says === 'volunteers')) return false
    for (const answer of answers) absorbed.add(answer.line.index)
    const takesUp = takesUpWhatWas(line, handing)
    const task = (handing.points || takesUp ? lines.slice(Math.max(0, at - ANSWER_REACH), at).findLast(({ stems }) => stems.length > 1) : undefined) ?? line
    const said = findDue(task.text, date) ?? (task === line ? null : findDue(line.text, date))
    // "You'll send me the files?" – "Yes, tonight."
    const due = answers.reduce((found, answer) => found ?? findDue(answer.line.text, date), said)
    // "Grant orders the paint" hands out work in a list of tasks or with a date; else it tells what happens.
    if (PRESENT.test(line) && !SAYS_ACTION.test(line) && !MARKED.test(line) && due === null) return false
    // "I'll have the draft by Friday" is work, "I'll have the fish" is lunch.
    if (handing.kind === 'commits' && handing.verb === 'have' && due === null) return false
    add(at, { line, task, handing, answers, due, takesUp })
    return true
  })
  if (lines.length >= ENOUGH_TALK) lines.forEach((line, at) => {
    if (announced[at] === true || absorbed.has(at) || !mayHandOut(line) || declines(line) || !looksLikeWork(line) || !lineStandsAlone(line)) return
    add(at, { line, task: line, handing: UNANNOUNCED, answers: [], due: null, takesUp: false })
  })
  return candidates
}

/** "Don't forget to invite them." – "I won't." says yes. */
const FORGETS_NOT = new CuePattern(/ (?:do not forget|do not be late|make sure you do not) /)
const WILL_NOT = new CuePattern(/^ (?:no , )?i will not [.!]? ?$/)

function answersTo(lines: readonly Line[], line: Line): Answer[] {
  const answers: Answer[] = []
  for (let at = line.index + 1; at <= line.index + ANSWER_REACH; at++) {
    const next = lines[at]
    if (next === undefined) break
    // Without speakers an answer is only known by its words, directly behind.
    const other = line.speaker === null || next.speaker === null ? at === line.index + 1 : next.speaker !== line.speaker
    if (!other) continue
    // "I'll write the article" after another's request is work of its own.
    const heeds = FORGETS_NOT.test(line) && WILL_NOT.test(next)
    if (!declines(next) && next.stems.length > 2 && !next.stems.some((stem) => line.stems.includes(stem))) break
    if (declines(next) && !heeds) answers.push({ line: next, says: 'declines' })
    else if (volunteers(next)) answers.push({ line: next, says: 'volunteers' })
    else if (heeds || agrees(next)) answers.push({ line: next, says: 'agrees' })
    else break
  }
  return answers
}
