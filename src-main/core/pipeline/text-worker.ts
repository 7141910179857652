import type { ContractRouterClient } from '@orpc/contract'
import type { textWorkerContract } from '../../../src-shared/contract/text-worker.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { spawnWorker, type WorkerHandle } from '../workers/spawn.ts'

type Client = ContractRouterClient<typeof textWorkerContract>

export interface TextWorker {
  /**
   * Runs one call on the text thread, started when first needed. Cancelling or running over `limitMs` ends the thread,
   * since a stuck computation hears no message; the next call starts another.
   * @throws Failure CANCELLED, INPUT_TOOK_TOO_LONG, WORKER_DIED, or what the call declares
   */
  run<T>(call: (client: Client) => Promise<T>, options: { signal?: AbortSignal | undefined; limitMs?: number }): Promise<T>
  close(): Promise<void>
}

const DEFAULT_LIMIT_MS = 120_000

export function createTextWorker(): TextWorker {
  let current: WorkerHandle<typeof textWorkerContract> | null = null

  const worker = (): WorkerHandle<typeof textWorkerContract> => {
    if (current !== null) return current
    const started = spawnWorker<typeof textWorkerContract>('text', 'text.worker', {})
    current = started
    void started.ended.then(() => {
      if (current === started) current = null
    })
    return started
  }

  return {
    async run(call, { signal, limitMs = DEFAULT_LIMIT_MS }) {
      if (signal?.aborted === true) throw new Failure('CANCELLED', {})
      const handle = worker()
      const { promise: stopped, reject } = Promise.withResolvers<never>()
      const cancel = (): void => reject(new Failure('CANCELLED', {}))
      signal?.addEventListener('abort', cancel, { once: true })
      const timer = setTimeout(() => reject(new Failure('INPUT_TOOK_TOO_LONG', { seconds: Math.round(limitMs / 1000) })), limitMs)
      const work = call(handle.client)
      work.catch(() => undefined) // once stopped, its own end interests nobody
      try {
        return await Promise.race([
          work,
          stopped.catch(async (failure: unknown) => {
            await handle.kill()
            throw failure
          }),
        ])
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
      }
    },
    async close() {
      await current?.kill()
    },
  }
}
