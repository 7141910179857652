import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import type { Summary } from '../../../src-shared/domain/summary.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import { createEmbeddedEngine } from '../../../src-main/core/summary/embedded/index.ts'
import { withNoise } from '../noise.ts'
import type { GivenSegment } from './annotated.ts'

/** What is done to a meeting before the engine sees it. */
export interface Conditions {
  /** Share of the words misheard, and no case or punctuation; as spoken where left out. */
  readonly noise?: number | undefined
  /** Which words those are: see `withNoise`. */
  readonly hearing?: number | undefined
  readonly noSpeakers?: boolean | undefined
}

export interface Noted {
  readonly summary: Summary
  /** As the engine saw them. */
  readonly segments: readonly { readonly id: string; readonly speaker: string | null; readonly text: string }[]
  /** Places of cited segments. */
  places(evidence: readonly string[]): number[]
}

interface Given {
  readonly participants: readonly string[]
  readonly segments: readonly GivenSegment[]
}

const engine = createEmbeddedEngine({ now: () => performance.now() })

/** Notes of a meeting by the embedded engine. */
export async function takeNotes({ participants, segments: given }: Given, date: string, conditions: Conditions = {}): Promise<Noted> {
  const { noise, hearing, noSpeakers = false } = conditions
  const ids = given.map((_, index) => segmentIdSchema.parse(index.toString().padStart(26, '0')))
  const placeOf = new Map<string, number>(ids.map((id, index) => [id, index]))
  const ms = (seconds: number | undefined): number | null => (seconds === undefined ? null : Math.max(0, Math.round(seconds * 1000)))
  const heard = noise === undefined ? given : withNoise(given, noise, hearing)
  const segments = heard.map(({ speaker, start, end, text }, index) => ({
    id: ids[index] ?? segmentIdSchema.parse(''),
    speaker: noSpeakers || speaker === undefined || speaker === null ? null : redactedTextSchema.parse(speaker),
    startMs: ms(start), endMs: ms(end), text: redactedTextSchema.parse(text),
  }))
  const names = participants.map((name) => redactedTextSchema.parse(name))
  const summary = await engine.summarize({ segments, participants: names, date }, { signal: new AbortController().signal })
  return { summary, segments, places: (evidence) => evidence.map((id) => placeOf.get(id) ?? -1) }
}
