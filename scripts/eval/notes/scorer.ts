import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { AnnotatedMeeting } from './annotated.ts'
import type { Noted } from './take-notes.ts'

const measureSchema = z.looseObject({ p: z.number(), r: z.number(), f: z.number() })
const itemsSchema = z.looseObject({ item: measureSchema.extend({ predicted: z.number(), gold: z.number() }) })
const groupSchema = z.looseObject({
  summary: z.looseObject({ rouge1: measureSchema, rouge2: measureSchema, words: z.number(), extractPrecision: z.number().optional() }),
  actions: itemsSchema.optional(),
  decisions: itemsSchema.optional(),
})
export type Scores = z.infer<typeof groupSchema>
const scoredSchema = z.looseObject({ overall: groupSchema, bySource: z.record(z.string(), groupSchema) })

/** What the sets' own scorer says of notes: everything as numbers, or its printed tables. */
export interface Scored {
  readonly overall: Scores
  readonly bySource: Readonly<Record<string, Scores>>
}

type Pair = readonly [meeting: AnnotatedMeeting, noted: Noted]

/** @throws Error when the scorer refuses the predictions */
export function scored(sets: string, pairs: readonly Pair[]): Scored {
  return withPredictions(pairs, undefined, (predictions, gold) => {
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(sets, 'score.mjs'), predictions, '--gold', gold, '--json'], {
      encoding: 'utf8', maxBuffer: 64 * 1024 * 1024,
    })
    if (status !== 0) throw new Error(`the scorer ended with ${status}: ${stderr}`, { cause: error })
    return scoredSchema.parse(JSON.parse(stdout))
  })
}

/** @param keep where predictions stay after scoring */
export function printScores(sets: string, pairs: readonly Pair[], keep: string | undefined): number {
  return withPredictions(pairs, keep, (predictions, gold) =>
    spawnSync(process.execPath, [join(sets, 'score.mjs'), predictions, '--gold', gold], { stdio: 'inherit' }).status ?? 1)
}

function withPredictions<Result>(pairs: readonly Pair[], keep: string | undefined, use: (predictions: string, gold: string) => Result): Result {
  const work = mkdtempSync(join(tmpdir(), 'sotto-eval-'))
  const [predictions, gold] = [keep ?? join(work, 'predictions'), join(work, 'gold')]
  mkdirSync(predictions, { recursive: true })
  mkdirSync(gold)
  for (const [meeting, noted] of pairs) {
    writeFileSync(join(gold, `${meeting.id}.json`), JSON.stringify(meeting))
    writeFileSync(join(predictions, `${meeting.id}.json`), JSON.stringify(predictionOf(meeting.id, noted)))
  }
  try {
    return use(predictions, gold)
  } finally {
    rmSync(work, { recursive: true })
  }
}

function predictionOf(id: string, { summary, places }: Noted): object {
  return {
    id,
    summary: summary.overview.map(({ text }) => text).join(' '),
    summarySegments: summary.overview.flatMap(({ evidence }) => places(evidence)),
    actions: summary.actions.filter(({ possible }) => possible !== true)
      .map(({ text, owner, due, evidence }) => ({ text, owner: owner ?? null, due: due ?? null, segments: places(evidence) })),
    decisions: summary.decisions.map(({ text, evidence }) => ({ text, segments: places(evidence) })),
  }
}
