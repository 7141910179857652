import { Failure } from '../../../../src-shared/errors/failure.ts'
import { withoutOrders } from '../orders/index.ts'
import { templateRun, type SummaryEngine } from '../engine.ts'
import { summarizeEmbedded } from './summarize.pure.ts'
import { readWeights, SHIPPED_WEIGHTS, weightsHash } from './weights.ts'

/** Changes with the code's behaviour. */
const CODE_VERSION = '14'
/** What a run says made it: the code, and behind the sign the weights. */
const versionWith = (weights: string): string => `${CODE_VERSION}+${weightsHash(weights)}`

/**
 * The engine that is always there: no model, no network, the same notes for the same words. Works on a thread of its
 * caller's choosing; `now` is a monotonic clock in milliseconds, `weights` a set as JSON text, by default the one that came with the app.
 * @throws Failure CANCELLED when the signal is already aborted
 */
export function createEmbeddedEngine({ now, weights = SHIPPED_WEIGHTS }: { now: () => number; weights?: string | undefined }): SummaryEngine {
  const [read, version] = [readWeights(weights), versionWith(weights)]
  return {
    name: 'embedded',
    async summarize(given, { signal, onProgress }) {
      if (signal.aborted) throw new Failure('CANCELLED', {})
      const startedAt = now()
      const { withheld, ...input } = withoutOrders(given)
      const summary = summarizeEmbedded(input, read)
      onProgress?.({ done: 1 })
      const held = withheld.length === 0 ? {} : { withheld }
      return { ...summary, run: { engine: 'embedded', version, ...templateRun(input), ...held, wallMs: Math.max(0, now() - startedAt) } }
    },
  }
}
