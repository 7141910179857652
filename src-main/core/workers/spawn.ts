import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { wireSerializers } from '../../../src-shared/contract/base.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import type { Announcement } from './serve-on-port.ts'

export type WorkerName = 'text' | 'store-read' | 'store-write'

export interface WorkerHandle<Contract extends AnyContractRouter> {
  readonly client: ContractRouterClient<Contract>
  /** Resolves when the worker has announced itself; rejects with the Failure that kept it from opening. */
  readonly ready: Promise<void>
  /** Ends the thread at once, whatever it is doing; calls under way fail with WORKER_DIED. */
  kill(): Promise<void>
  /** Resolves when the thread has ended, for whatever reason. */
  readonly ended: Promise<void>
}

/** The same file whether run from source by type stripping or from the build. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

/**
 * Starts a worker thread and returns a client of its contract over a MessagePort of its own.
 * @param file name without extension, beside this file
 * @param data structured-cloned to the worker; `transfer` moves buffers instead of copying (keys leave no copy here)
 */
export function spawnWorker<Contract extends AnyContractRouter>(
  name: WorkerName,
  file: string,
  data: Record<string, unknown>,
  transfer: ArrayBuffer[] = [],
): WorkerHandle<Contract> {
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(new URL(`./${file}.${extension}`, import.meta.url), {
    workerData: { ...data, port: port2 },
    transferList: [port2, ...transfer],
    name: `sotto-${name}`,
    // A worker never reads arguments or environment: passphrases may stand there.
    argv: [],
    env: {},
    stderr: false,
    // A thread's nursery may otherwise grow to 48 MB: 541 MB at the peak for 25,000 words, 393 with this.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  })
  let died = false
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      died = true
      port1.close()
      resolve()
    })
  })
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', (message: Announcement) => {
      if (message.ready) resolve()
      else reject(failureOf({ ...message.failure, message: '' }))
    })
    void ended.then(() => reject(new Failure('WORKER_DIED', { worker: name })))
  })
  ready.catch(() => undefined) // whoever waits for it hears of it; nobody has to
  // An uncaught error ends the thread; 'exit' follows and fails the calls under way.
  worker.on('error', () => undefined)

  const link = new RPCLink({
    port: port1,
    customJsonSerializers: wireSerializers,
    interceptors: [
      async ({ next }) => {
        try {
          return await next()
        } catch (thrown) {
          if (thrown instanceof ORPCError) throw failureOf(thrown)
          await Promise.race([ended, new Promise((resolve) => setImmediate(resolve))])
          throw died ? new Failure('WORKER_DIED', { worker: name }, { cause: thrown }) : thrown
        }
      },
    ],
  })
  port1.start()
  const client: ContractRouterClient<Contract> = createORPCClient(link)
  return {
    client,
    ready,
    ended,
    kill: async () => {
      await worker.terminate()
      await ended
    },
  }
}
