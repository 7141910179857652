import { z } from 'zod'
import type { Clock } from '../platform/index.ts'
import type { Store } from '../store/index.ts'

/** One record of the store: ids of occurrences, which say nothing of the event, and when each is past being offered. */
const KEY = 'dismissed-offers'
const recordSchema = z.record(z.string(), z.number())

/** What was waved away, beyond a lock of the store. */
export interface Dismissed {
  has(id: string): boolean
  /** @param until when nobody would offer it any more; null: what is known while the store is open alone */
  add(id: string, until: number | null): void
}

/** @throws Failure as reading the store does; a record that cannot be read is empty */
export async function openDismissed(store: Pick<Store, 'read' | 'write'>, clock: Clock): Promise<Dismissed> {
  const { value } = await store.read.getMeta({ key: KEY })
  let kept = new Map(Object.entries(recordOf(value)))
  const ids = new Set(kept.keys())
  return {
    has: (id) => ids.has(id),
    add(id, until) {
      ids.add(id)
      if (until === null) return
      kept = new Map([...kept, [id, until] as const].filter(([, end]) => end > clock.now()))
      // Where there is no room for it, it comes again after a lock, as it did before.
      void store.write.setMeta({ key: KEY, value: JSON.stringify(Object.fromEntries(kept)) }).catch(() => undefined)
    },
  }
}

function recordOf(value: string | null): Record<string, number> {
  if (value === null) return {}
  try {
    return recordSchema.parse(JSON.parse(value))
  } catch {
    return {}
  }
}
