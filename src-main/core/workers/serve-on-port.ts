import { parentPort, type MessagePort } from 'node:worker_threads'
import type { AnyContractRouter } from '@orpc/contract'
import { RPCHandler } from '@orpc/server/message-port'
import type { Router } from '@orpc/server'
import { wireSerializers } from '../../../src-shared/contract/base.ts'
import { isFailure } from '../../../src-shared/errors/failure.ts'

/** A worker's first and only message outside its contract: it serves, or why it cannot. */
export type Announcement = { ready: true } | { ready: false; failure: { code: string; data: unknown } }

/**
 * The worker's side of `spawnWorker`: builds the router, announces, and answers calls on the port. A router that cannot
 * be built (wrong key, damaged file) is announced with its code, and the thread ends.
 */
export function serveOnPort(build: () => Router<AnyContractRouter, Record<never, never>>, port: MessagePort): void {
  const announce = (announcement: Announcement): void => parentPort?.postMessage(announcement)
  try {
    new RPCHandler(build(), { customJsonSerializers: wireSerializers }).upgrade(port)
    port.start()
    announce({ ready: true })
  } catch (thrown) {
    announce({ ready: false, failure: isFailure(thrown) ? { code: thrown.code, data: thrown.params } : { code: 'INTERNAL', data: {} } })
    port.close()
  }
}
