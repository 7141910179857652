import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isFailure } from '../../src-shared/errors/failure.ts'
import { finished, openSotto } from '../support/sotto.ts'
import { mutant } from './fuzz/mutate.ts'
import { randomOf } from './fuzz/random.ts'
import { fuzzSources } from './fuzz/sources.ts'

/**
 * The same mutated transcripts through the whole spine: each ends as a finished note, or as a refusal with exit 2 and
 * nothing stored. SOTTO_FUZZ_RUNS says how many; SOTTO_FUZZ_SEED repeats a run.
 */
const runs = Number(process.env['SOTTO_FUZZ_RUNS'] ?? 500)
const seed = Number(process.env['SOTTO_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
let opened: Awaited<ReturnType<typeof openSotto>>

beforeAll(async () => {
  opened = await openSotto()
})
afterAll(() => opened.remove())

/** JSON and Word files cut short are no longer what they were. */
const isText = (source: Uint8Array): boolean => source[0] !== '{'.charCodeAt(0) && source[0] !== 'P'.charCodeAt(0)

describe('fuzzed transcripts through the spine', () => {
  it(
    `become a note or a clear error, and nothing in between (${runs} inputs, seed ${seed})`,
    async () => {
      const { client } = opened
      const sources = fuzzSources()
      // Most inputs are the beginning of a meeting: the same damage, many more of them in the same time.
      const small = sources.map((source) => (isText(source) ? source.subarray(0, 900) : source)).filter((source) => source.length < 3_000)
      const outcomes = new Map<string, number>()
      const problems: string[] = []
      let slowestMs = 0
      for (let run = 0; run < runs && problems.length < 5; run++) {
        const input = mutant(randomOf(seed + run * 7919), run % 100 === 0 ? sources : small)
        const started = performance.now()
        let outcome: string
        try {
          const { noteId } = await client.notes.import({ file: new File([new Uint8Array(input)], 'fuzzed'), participants: [] })
          await finished(client, noteId)
          const note = await client.notes.show({ id: noteId, reveal: true })
          outcome = note.state
          if (note.state !== 'ready' || note.summary === null || note.segments.length === 0) problems.push(`input ${run} of seed ${seed}: ended ${note.state}`)
          await client.notes.delete({ id: noteId })
        } catch (thrown) {
          outcome = isFailure(thrown) ? thrown.code : 'exception'
          if (!isFailure(thrown) || thrown.exitCode !== 2) problems.push(`input ${run} of seed ${seed}: ${outcome} ${String(thrown)}`)
        }
        const left = await client.notes.list({})
        if (left.length > 0) problems.push(`input ${run} of seed ${seed}: ${left.length} notes left behind (${outcome})`)
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        slowestMs = Math.max(slowestMs, performance.now() - started)
      }
      console.info(`${runs} inputs, seed ${seed}; slowest ${Math.round(slowestMs)} ms`, Object.fromEntries(outcomes))
      expect(problems).toEqual([])
    },
    Math.max(120_000, runs * 500),
  )
})
