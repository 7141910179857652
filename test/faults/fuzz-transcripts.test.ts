import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src-main/core/importers/index.ts'
import { wordsOf } from '../../src-shared/domain/raw-text/open.ts'
import { isFailure } from '../../src-shared/errors/failure.ts'
import { mutant } from './fuzz/mutate.ts'
import { randomOf } from './fuzz/random.ts'
import { fuzzSources } from './fuzz/sources.ts'

/**
 * Mutated transcripts: each becomes a transcript whose entries all have words, or an explained refusal with exit 2, soon.
 * SOTTO_FUZZ_RUNS says how many; SOTTO_FUZZ_SEED repeats a run, and input number n depends on seed and n only.
 */
const runs = Number(process.env['SOTTO_FUZZ_RUNS'] ?? 5000)
const seed = Number(process.env['SOTTO_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
const LIMIT_MS = 2000
/** A busy machine may stop a run for a moment: only an input that is slow again counts. */
const TRIES = 3

/** How inputs ended, by format or error code: shows that not all of them are merely refused. */
const outcomes = new Map<string, number>()
const ended = (how: string): void => void outcomes.set(how, (outcomes.get(how) ?? 0) + 1)

/** Undefined when all is well, else what is wrong. */
async function wrong(input: Uint8Array): Promise<string | undefined> {
  try {
    const { format, cues, speakers, emptyCues } = await readTranscript(input)
    ended(format)
    if (cues.length === 0) return 'a transcript without entries'
    if (!Number.isInteger(emptyCues) || emptyCues < 0) return 'a wrong count of empty entries'
    const known = new Set(speakers)
    for (const { speaker, startMs, endMs, text } of cues) {
      const words = wordsOf(text)
      if (words.trim() === '' || !words.isWellFormed() || /[\0\r\n]/.test(words)) return 'an entry whose words are empty or broken'
      if (speaker !== undefined && (!known.has(speaker) || wordsOf(speaker).trim() === '')) return 'a speaker that is not listed'
      for (const time of [startMs, endMs]) if (time !== undefined && !(Number.isSafeInteger(time) && time >= 0)) return 'a time that is none'
      if (startMs !== undefined && endMs !== undefined && endMs < startMs) return 'an end before its start'
    }
    if (new Set(speakers.map(wordsOf)).size !== speakers.length) return 'a speaker listed twice'
    return undefined
  } catch (error) {
    if (!isFailure(error)) return `an exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    ended(error.code)
    return error.exitCode === 2 ? undefined : `exit code ${error.exitCode} (${error.code})`
  }
}

async function timed(input: Uint8Array): Promise<{ problem: string | undefined; ms: number }> {
  const before = performance.now()
  const problem = await wrong(input)
  return { problem, ms: performance.now() - before }
}

describe('fuzzed transcripts', () => {
  it(
    `become a transcript or an explained refusal (${runs} inputs, seed ${seed})`,
    async () => {
      const sources = fuzzSources()
      const problems: string[] = []
      let slowest = { ms: 0, run: 0 }
      let read = 0
      for (let run = 0; run < runs && problems.length < 5; run++) {
        const input = mutant(randomOf(seed + run * 7919), sources)
        let { problem, ms } = await timed(input)
        for (let again = 1; ms > LIMIT_MS && again < TRIES; again++) ms = Math.min(ms, (await timed(input)).ms)
        problem ??= ms > LIMIT_MS ? `${Math.round(ms)} ms` : undefined
        if (problem !== undefined) problems.push(`input ${run} of seed ${seed}: ${problem}\n${JSON.stringify(input.toString('latin1').slice(0, 300))}`)
        if (ms > slowest.ms) slowest = { ms, run }
        read++
      }
      console.info(`${read} inputs, seed ${seed}; slowest ${Math.round(slowest.ms)} ms (input ${slowest.run})`, Object.fromEntries(outcomes))
      expect(problems).toEqual([])
    },
    Math.max(60_000, runs * 60),
  )
})
