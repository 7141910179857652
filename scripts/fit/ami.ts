import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { segmentIdSchema } from '../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../src-shared/domain/text.ts'
import type { Line } from '../../src-main/core/summary/embedded/line.pure.ts'
import { linesOf } from '../../src-main/core/summary/embedded/lines.pure.ts'
import { withNoise } from '../eval/noise.ts'
import { createPeople } from '../../src-main/core/summary/embedded/people.pure.ts'

const itemSchema = z.looseObject({ segments: z.array(z.number()) })
const meetingSchema = z.looseObject({
  id: z.string(),
  participants: z.array(z.string()),
  segments: z.array(z.looseObject({ speaker: z.string(), text: z.string() })),
  reference: z.looseObject({
    summary: z.string(),
    extractive: z.array(z.number()).default([]),
    actionItems: z.array(itemSchema).default([]),
    decisionItems: z.array(itemSchema).default([]),
  }),
})

export interface Annotated {
  /** Meetings of one group of people share it; a fold holds out whole groups. */
  readonly group: string
  readonly lines: readonly Line[]
  /** The same meeting misheard: no case, no marks, this share of the words wrong; null as spoken. Each hearing mishears others. */
  linesWith(noise: number | null, hearing?: number): readonly Line[]
  readonly abstract: string
  /** As spoken. */
  readonly said: readonly string[]
  /** Segments that a person marked as worth keeping. */
  readonly kept: ReadonlySet<number>
  /** Segments of each action item and of each decision. */
  readonly actions: readonly (readonly number[])[]
  readonly decisions: readonly (readonly number[])[]
}

/** Reads annotated meetings, one JSON object a line, gzipped. */
export function readMeetings(path: string): Annotated[] {
  const texts = gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
  return texts.map((text) => {
    const { id, participants, segments, reference } = meetingSchema.parse(JSON.parse(text))
    const people = createPeople(participants, segments.map(({ speaker }) => speaker))
    const linesOfWords = (heard: typeof segments): Line[] =>
      linesOf(
        heard.map(({ speaker, text }, at) => ({
          id: segmentIdSchema.parse(at.toString().padStart(26, '0')),
          speaker: redactedTextSchema.parse(speaker),
          startMs: null,
          endMs: null,
          text: redactedTextSchema.parse(text),
        })),
        people,
      )
    const lines = linesOfWords(segments)
    const items = (given: readonly z.infer<typeof itemSchema>[]): number[][] => given.map((item) => item.segments).filter((found) => found.length > 0)
    return {
      group: id.slice(0, -1), // ES2002a to ES2002d
      lines,
      linesWith: (noise, hearing = 0) => (noise === null ? lines : linesOfWords(withNoise(segments, noise, hearing))),
      abstract: reference.summary,
      said: segments.map(({ text }) => text),
      kept: new Set(reference.extractive),
      actions: items(reference.actionItems),
      decisions: items(reference.decisionItems),
    }
  })
}
