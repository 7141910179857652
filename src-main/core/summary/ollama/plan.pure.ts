import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import { Failure } from '../../../../src-shared/errors/failure.ts'
import { printLine, toLines, type PromptLine } from './lines.pure.ts'
import { likelyTokens } from './tokens.pure.ts'

/** Room of one call, in tokens of our own counting. */
export interface Room {
  readonly numCtx: number
  /** For the answer: `num_predict`. */
  readonly answer: number
  /** For the lines and the names of who can own an action. */
  readonly text: number
}

export interface Chunk {
  readonly lines: readonly PromptLine[]
  /** Lines at its start that the chunk before ended with. */
  readonly overlap: number
}

export interface Plan {
  readonly lines: readonly PromptLine[]
  readonly chunks: readonly Chunk[]
}

/** Kept free: our count is an estimate, and the server adds its chat template. */
const MARGIN = 0.1
const TEMPLATE_TOKENS = 40
/** 1,200 tokens hold the notes of an hour; a large window reads several at once. */
const ANSWER = { share: 0.3, usual: 1200, usualCtx: 8192, perExtraToken: 1 / 8, longest: 2400 } as const
/** Below this a chunk holds too little to say anything about. */
const LEAST_TEXT = 160
/** Lines shown again at the start of the next chunk, so that a decision is not cut in two; at most this part of the room. */
const OVERLAP_LINES = 3
const OVERLAP_SHARE = 0.1
/** A chunk may end early at a change of speaker, but not before it is this full. */
const FULL_ENOUGH = 0.7

/** `num_predict` for a window. */
export function answerTokens(numCtx: number): number {
  const { share, usual, usualCtx, perExtraToken, longest } = ANSWER
  return Math.floor(Math.min(numCtx * share, longest, usual + Math.max(0, numCtx - usualCtx) * perExtraToken))
}

/**
 * How much text one call may carry. `caution` above 1 shrinks it after a server has said that our count was too low.
 * @throws Failure CONTEXT_TOO_SMALL when instructions and answer leave no room
 */
export function roomFor({ numCtx, instructions, caution }: { numCtx: number; instructions: number; caution: number }): Room {
  const answer = answerTokens(numCtx)
  const text = Math.floor((numCtx * (1 - MARGIN) - answer - instructions - TEMPLATE_TOKENS) / caution)
  if (text < LEAST_TEXT) {
    const needed = answer + instructions + TEMPLATE_TOKENS + LEAST_TEXT * caution
    throw new Failure('CONTEXT_TOO_SMALL', { neededTokens: Math.ceil(needed / (1 - MARGIN)), availableTokens: numCtx })
  }
  return { numCtx, answer, text }
}

/**
 * Cuts a transcript into chunks that fit, one if it fits whole. `costOf` counts what a line adds beyond its own words,
 * given the lines already in the chunk (names for the list of owners).
 */
export function planChunks(segments: readonly Segment[], room: Room, costOf: () => (line: PromptLine) => number = () => () => 0): Plan {
  // Three such lines fit a chunk; a longer entry goes on in the next line.
  const lines = toLines(segments, Math.floor(room.text / 3))
  const plan = { lines, chunks: pack(lines, room.text, costOf) }
  assertCovered(segments, plan)
  return plan
}

/** @throws Failure CONTEXT_TOO_SMALL for a line that is larger than the room by itself */
export function pack(lines: readonly PromptLine[], room: number, costOf: () => (line: PromptLine) => number): Chunk[] {
  const cost = lines.map((line) => likelyTokens(printLine(line)) + 1)
  const chunks: Chunk[] = []
  for (let from = 0, overlap = 0; from < lines.length; ) {
    const extra = costOf()
    let used = 0
    let to = from - overlap
    for (; to < lines.length; to += 1) {
      const line = lines[to]
      const more = line === undefined ? 0 : (cost[to] ?? 0) + extra(line)
      if (used + more > room) break
      used += more
    }
    if (to <= from) {
      if (overlap === 0) throw new Failure('CONTEXT_TOO_SMALL', { neededTokens: cost[from] ?? 0, availableTokens: room })
      overlap = 0 // what was to be repeated left no room for anything new
      continue
    }
    const end = to === lines.length ? to : turnBefore(lines, from, to)
    chunks.push({ lines: lines.slice(from - overlap, end), overlap })
    overlap = repeatable(cost, from, end, room * OVERLAP_SHARE)
    from = end
  }
  return chunks
}

/** The last place at or before `to` where somebody else begins to speak, unless that wastes too much. */
function turnBefore(lines: readonly PromptLine[], from: number, to: number): number {
  const earliest = from + Math.ceil((to - from) * FULL_ENOUGH)
  for (let at = to; at >= earliest && at > from; at -= 1) if (lines[at]?.speaker !== lines[at - 1]?.speaker) return at
  return to
}

/** How many of the last lines before `end` can be shown again. */
function repeatable(cost: readonly number[], from: number, end: number, room: number): number {
  let count = 0
  for (let used = 0; count < OVERLAP_LINES && end - count > from; count += 1) {
    used += cost[end - count - 1] ?? 0
    if (used > room) break
  }
  return count
}

/** Nothing of a meeting is left out without anybody noticing: a missing segment is a bug of the planner and ends the job. */
function assertCovered(segments: readonly Segment[], { chunks }: Plan): void {
  const covered = new Set(chunks.flatMap(({ lines }) => lines.flatMap(({ ids }) => ids)))
  if (segments.some(({ id }) => !covered.has(id))) throw new Error('a segment is in no chunk')
}
