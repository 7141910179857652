import type { ContractRouterClient } from '@orpc/contract'
import type { readContract, writeContract } from '../../../src-shared/contract/store.ts'
import { spawnWorker } from '../workers/spawn.ts'

/** The open database: one thread writes, one reads, so that a search never waits for an import. */
export interface Store {
  readonly write: ContractRouterClient<typeof writeContract>
  readonly read: ContractRouterClient<typeof readContract>
  /** Folds the write-ahead log back, closes both connections and ends both threads; no key is left in them. */
  close(): Promise<void>
}

/**
 * Starts both database workers.
 * @param isNew whether the database is to be made; otherwise a missing one is STORE_DAMAGED
 * @param key 32 bytes; copied for each worker, the copies are moved there and zeroed after use
 * @throws Failure STORE_DAMAGED, STORE_TOO_NEW, DISK_FULL
 */
export async function openStore(path: string, key: Uint8Array, isNew: boolean): Promise<Store> {
  const start = <Contract extends typeof writeContract | typeof readContract>(
    name: 'store-write' | 'store-read',
    mode: 'create' | 'write' | 'read',
  ) => {
    const copy = new Uint8Array(key)
    return spawnWorker<Contract>(name, 'db.worker', { path, key: copy, mode }, [copy.buffer])
  }
  const writer = start<typeof writeContract>('store-write', isNew ? 'create' : 'write')
  await writer.ready // migrations first: the reader must not see the schema before
  const reader = start<typeof readContract>('store-read', 'read')
  try {
    await reader.ready
  } catch (thrown) {
    await writer.kill()
    throw thrown
  }
  return {
    write: writer.client,
    read: reader.client,
    async close() {
      try {
        await reader.kill()
        await writer.client.close({})
      } finally {
        await writer.kill()
      }
    },
  }
}
