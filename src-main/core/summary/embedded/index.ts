import { createHash } from 'node:crypto'
import { Failure } from '../../../../src-shared/errors/failure.ts'
import { templateRun, type SummaryEngine } from '../engine.ts'
import { summarizeEmbedded } from './summarize.pure.ts'
import weights from './weights.json' with { type: 'json' }

/** Changes with the code's behaviour; the weights' hash stands behind it. */
const CODE_VERSION = '9'
const version = `${CODE_VERSION}+${createHash('sha256').update(JSON.stringify(weights)).digest('hex').slice(0, 12)}`

/**
 * The engine that is always there: no model, no network, the same notes for the same words. Works on a thread of its
 * caller's choosing; `now` is a monotonic clock in milliseconds.
 * @throws Failure CANCELLED when the signal is already aborted
 */
export function createEmbeddedEngine({ now }: { now: () => number }): SummaryEngine {
  return {
    name: 'embedded',
    async summarize(input, { signal, onProgress }) {
      if (signal.aborted) throw new Failure('CANCELLED', {})
      const startedAt = now()
      const summary = summarizeEmbedded(input, weights)
      onProgress?.({ done: 1 })
      return { ...summary, run: { engine: 'embedded', version, ...templateRun(input), wallMs: Math.max(0, now() - startedAt) } }
    },
  }
}
