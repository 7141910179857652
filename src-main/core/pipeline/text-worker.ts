import type { ContractRouterClient } from '@orpc/contract'
import type { ChosenPiiModel } from '../../../src-shared/contract/models.ts'
import type { textWorkerContract } from '../../../src-shared/contract/text-worker.ts'
import type { OptionalType } from '../../../src-shared/domain/pii.ts'
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
  /** Whether a model looks at what is redacted, beside the recognisers; that takes time, and is worth asking for piece by piece. */
  looksWithModel(): Promise<boolean>
  close(): Promise<void>
}

const DEFAULT_LIMIT_MS = 120_000
/** What a thread that was told nothing looks with. */
const NOTHING_BESIDE = JSON.stringify({ model: null, alsoTypes: [] })

/**
 * Both are asked for before every call: they may have changed since the last.
 * @param chosen the model to look with
 * @param alsoTypes kinds that are hidden beside what always is
 */
export function createTextWorker(chosen: () => Promise<ChosenPiiModel> = async () => null, alsoTypes: () => OptionalType[] = () => []): TextWorker {
  let current: WorkerHandle<typeof textWorkerContract> | null = null
  let told: { handle: WorkerHandle<typeof textWorkerContract>; lookWith: string } | null = null

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
      const lookWith = { model: await chosen(), alsoTypes: alsoTypes() }
      const handle = worker()
      const { promise: stopped, reject } = Promise.withResolvers<never>()
      const cancel = (): void => reject(new Failure('CANCELLED', {}))
      signal?.addEventListener('abort', cancel, { once: true })
      const timer = setTimeout(() => reject(new Failure('INPUT_TOOK_TOO_LONG', { seconds: Math.round(limitMs / 1000) })), limitMs)
      const news = JSON.stringify(lookWith)
      const isNews = told?.handle !== handle ? news !== NOTHING_BESIDE : told.lookWith !== news
      if (isNews) told = { handle, lookWith: news }
      const work = isNews ? handle.client.lookWith(lookWith).then(() => call(handle.client)) : call(handle.client)
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
    looksWithModel: async () => (await chosen()) !== null,
    async close() {
      await current?.kill()
    },
  }
}
