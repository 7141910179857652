import type { EngineRun } from '../../../src-shared/domain/summary.ts'

/**
 * What the log may know of a run: engine, versions (of code and weights, or of the prompt), digests, seed, window, tries and time, and
 * why another engine stands in. Signs its facts cannot hold become underscores.
 */
export function runFacts(run: EngineRun): Record<string, string | number> {
  const { engine, version, template, model, modelDigest, inputDigest, only, fallbackFrom, options, wallMs } = run
  const words = { engine, version, template, model, modelDigest, inputDigest, only, insteadOf: fallbackFrom?.engine, because: fallbackFrom?.code }
  const counts = { wallMs, seed: options?.['seed'], window: options?.['num_ctx'], calls: options?.['calls'], retries: options?.['retries'] }
  const asWord = (value: string): string => value.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 64)
  return Object.fromEntries<string | number>([
    ...Object.entries(words).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, asWord(value)]])),
    ...Object.entries(counts).flatMap(([name, value]): [string, number][] => (typeof value === 'number' ? [[name, Math.round(value)]] : [])),
  ])
}
