import { z } from 'zod'
import type { WeightsInForce } from '../../../src-shared/contract/learning.ts'
import type { AuditEvent } from '../../../src-shared/domain/audit.ts'
import type { Store } from '../store/index.ts'
import { SHIPPED_WEIGHTS, weightsHash } from '../summary/index.ts'

const ACTIVE = 'weights'
const keyOf = (hash: string): string => `weights:${hash}`
const provenanceSchema = z.object({ provenance: z.object({ base: z.string() }) })

export type Weights = ReturnType<typeof createWeights>

/**
 * The built-in engine's weights: the set in force, and every set a stored summary was made with, so that it can be made again after
 * an update has brought others. A set is JSON text, known by its hash.
 */
export function createWeights(store: Store) {
  const shipped = weightsHash(SHIPPED_WEIGHTS)
  const kept = new Set<string>()

  const byHash = async (hash: string): Promise<string | null> =>
    hash === shipped ? SHIPPED_WEIGHTS : (await store.read.getMeta({ key: keyOf(hash) })).value
  /** A set fitted to other shipped weights than these is out of force: an update changed what it was held at. */
  const inForce = async (): Promise<string> => {
    const hash = (await store.read.getMeta({ key: ACTIVE })).value
    const text = hash === null || hash === '' ? null : await byHash(hash)
    return text !== null && provenanceSchema.safeParse(JSON.parse(text)).data?.provenance.base === shipped ? text : SHIPPED_WEIGHTS
  }
  const describe = async (): Promise<WeightsInForce> => {
    const hash = weightsHash(await inForce())
    return { hash, shipped, origin: hash === shipped ? 'shipped' : 'this-machine' }
  }
  const keep = async (text: string): Promise<void> => {
    const hash = weightsHash(text)
    if (kept.has(hash)) return
    const key = keyOf(hash)
    if ((await store.read.getMeta({ key })).value === null) await store.write.setMeta({ key, value: text })
    kept.add(hash)
  }
  const activate = (hash: string, audit: AuditEvent) => store.write.setMeta({ key: ACTIVE, value: hash, audit })

  return {
    inForce,
    byHash,
    describe,
    /** Stores a set, once, for making a summary again that was made with it. */
    keep,
    async adopt(text: string, labels: number): Promise<void> {
      await keep(text)
      await activate(weightsHash(text), { kind: 'weights.refitted', data: { weights: weightsHash(text), labels } })
    },
    reset: () => activate('', { kind: 'weights.reset', data: { weights: shipped } }),
  }
}
