import type { NoteId, SegmentId } from '../../../../src-shared/domain/ids.ts'
import { tokensIn } from '../../../../src-shared/domain/token.ts'
import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import { createPeople } from '../embedded/people.pure.ts'
import { linesOf } from '../embedded/lines.pure.ts'
import type { Line } from '../embedded/line.pure.ts'
import { lineText } from '../embedded/line-text.pure.ts'
import { readsWell } from '../embedded/readable.pure.ts'
import { gravity, likeness } from './alike.pure.ts'
import { numbersIn } from '../evidence/numbers.pure.ts'
import type { Asked, Wanted } from './question.pure.ts'

/** A note that may hold an answer. */
export interface Source {
  readonly noteId: NoteId
  readonly segments: readonly Segment[]
  readonly participants: readonly string[]
  /** Segments behind lines of the summary's part that the question is for. */
  readonly favoured: readonly SegmentId[]
  /** Per stem of the question, the note's tokens of people who are called that. */
  readonly called: Readonly<Record<string, readonly string[]>>
}

export interface FoundSentence {
  readonly noteId: NoteId
  readonly text: string
  readonly evidence: readonly SegmentId[]
  readonly score: number
  /** 0–1: how much of what was asked stands here or just beside it. */
  readonly covered: number
}

/** At most so many sentences answer a question. */
const SHOWN = 4
/** A sentence must be this close to the best one to stand beside it. */
const CLOSE = 0.82
/** How much a word counts that stands so many lines before or behind. */
const BESIDE = [1, 0.75, 0.55, 0.4] as const
const BEFORE = 3
const BEHIND = 2
/** A speaker who is asked about says it; that is as good as being named, nearly. */
const SPEAKS = 0.8
/** Weights of the score; `scripts/eval/ask.ts` shows what becomes of questions under them. */
const WEIGHTS = { own: 0.55, near: 0.45, wanted: 0.15, favoured: 0.15, reads: 0.08, asks: -0.3, short: -0.25 } as const
/** A word nobody said weighs like one that was said in about three lines: people ask in words of their own. */
const UNSAID = 3
const MISSED_KIND = 0.7
const NEVER = new Float64Array(0)
const FEWEST_WORDS = 4

/**
 * Sentences of some notes that answer a question, best first; none where the notes do not say. Everything returned was said: a sentence
 * is chosen by the words of the question that stand in it and around it, weighed by how rare they are in that note.
 * `from`: see ANSWERS_FROM below. `most`: for a reader who tells by itself what answers, also those that are not close to the best.
 */
export function answer(
  { stems, wanted }: Asked,
  sources: readonly Source[],
  { from = ANSWERS_FROM, most = SHOWN }: { readonly from?: number | undefined; readonly most?: number | undefined } = {},
): FoundSentence[] {
  const scored = sources.flatMap((source) => sentencesOf(stems, wanted, source))
  scored.sort((a, b) => b.score - a.score)
  const [best] = scored
  if (best === undefined || best.covered < from) return []
  const taken: (FoundSentence & { stems: ReadonlySet<string> })[] = []
  for (const sentence of scored) {
    if (taken.length === most || (most === SHOWN && sentence.score < CLOSE * best.score)) break
    if (sentence.covered >= from && taken.every((other) => !saysTheSame(other.stems, sentence.stems))) taken.push(sentence)
  }
  return taken.map(({ stems: _, ...sentence }) => sentence)
}

/**
 * The part of a question's words, by weight, that must stand at a place for it to count as an answer.
 * Chosen with `npm run eval -- ask`: see docs/decisions/0037.
 */
const ANSWERS_FROM = 0.52

function sentencesOf(asked: readonly string[], wanted: Wanted, source: Source): (FoundSentence & { stems: ReadonlySet<string> })[] {
  if (asked.length === 0) return []
  const { segments, participants, called } = source
  const named = segments.flatMap(({ speaker, text }) => [...(speaker === null ? [] : [speaker]), ...Array.from(tokensIn(text), ({ token }) => token)])
  const people = createPeople(participants, named)
  const lines = linesOf(segments, people)
  const stemsOf = lines.map(({ stems }) => new Set(stems))
  const favoured = new Set(source.favoured)

  const placesOf = placesByStem(stemsOf)
  /** 0–1 for each word of the question and each line. */
  const met = asked.map((stem) => {
    const hits = new Float64Array(lines.length)
    const names = new Set(called[stem])
    for (const [said, places] of placesOf) {
      const like = names.has(said) ? 1 : likenessOf(stem, said)
      if (like > 0) for (const at of places) hits[at] = Math.max(hits[at] ?? 0, like)
    }
    if (names.size > 0) lines.forEach(({ speaker }, at) => void (speaker !== null && names.has(speaker) && (hits[at] = Math.max(hits[at] ?? 0, SPEAKS))))
    return hits
  })
  const weights = met.map((hits, term) => {
    const count = hits.reduce((sum, hit) => sum + (hit > 0 ? 1 : 0), 0)
    return gravity(asked[term] ?? '') * Math.log(1 + lines.length / (count === 0 ? UNSAID : 0.5 + count))
  })
  const all = weights.reduce((sum, weight) => sum + weight, 0)

  return lines.flatMap((line, at) => {
    const own = weights.reduce((sum, weight, term) => sum + weight * (met[term]?.[at] ?? 0), 0) / all
    const around = weights.reduce((sum, weight, term) => sum + weight * beside(met[term] ?? NEVER, at), 0) / all
    if (around === 0) return []
    const { text } = lineText(line)
    const isKind = holds(wanted, line, text)
    // "When is the election?" is not answered where no time is said, nor "how many" where no number is.
    const near = [line, lines[at - 1], lines[at + 1]].filter((one) => one !== undefined)
    const missed = (wanted === 'time' || wanted === 'number') && !near.some((one) => holds(wanted, one, one.text))
    const covered = missed ? MISSED_KIND * around : around
    const evidence = line.segments.flatMap((segment) => segments[segment]?.id ?? [])
    const score =
      WEIGHTS.own * own +
      WEIGHTS.near * covered +
      (isKind ? WEIGHTS.wanted * covered : 0) +
      (evidence.some((id) => favoured.has(id)) ? WEIGHTS.favoured * covered : 0) +
      (readsWell(line) ? WEIGHTS.reads : 0) +
      (line.question ? WEIGHTS.asks : 0) +
      (line.words.length < FEWEST_WORDS ? WEIGHTS.short : 0)
    return [{ noteId: source.noteId, text, evidence, score, covered, stems: stemsOf[at] ?? new Set() }]
  })
}

/** A word of two ("left-handed") is met where one of them is asked for. */
const likenessOf = (stem: string, said: string): number =>
  said.includes('-') ? Math.max(likeness(stem, said), ...said.split('-').map((part) => likeness(stem, part))) : likeness(stem, said)

function placesByStem(stemsOf: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  stemsOf.forEach((stems, at) => {
    for (const stem of stems) {
      const known = places.get(stem)
      if (known === undefined) places.set(stem, [at])
      else known.push(at)
    }
  })
  return places
}

/** How well a word is met at a line or around it. */
function beside(hits: Float64Array, at: number): number {
  let best = 0
  for (let near = Math.max(0, at - BEFORE); near <= Math.min(hits.length - 1, at + BEHIND); near++) {
    best = Math.max(best, (hits[near] ?? 0) * (BESIDE[Math.abs(near - at)] ?? 0))
  }
  return best
}

const TIMES =
  / (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|tonight|tomorrow|yesterday|morning|afternoon|evening|noon|week|weeks|month|months|year|years|days?|hours?|minutes?|quarter|spring|summer|autumn|winter|o'clock|deadline|soon|until|christmas|easter) /
const REASONS = / (?:because|since|so that|reason|due to|in order to|otherwise|therefore|cause|that is why|means that) /

function holds(wanted: Wanted, { cue, named, speaker }: Line, text: string): boolean {
  switch (wanted) {
    case 'person':
      return named.length > 0 || / @/.test(cue) || (speaker !== null && / i (?:will|can|am|have) /.test(cue))
    case 'time':
      return TIMES.test(cue) || numbersIn(text).size > 0
    case 'number':
      return numbersIn(text).size > 0
    case 'reason':
      return REASONS.test(cue)
    case null:
      return false
  }
}

const SAME = 0.7

function saysTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared >= SAME * Math.max(1, Math.min(a.size, b.size))
}
