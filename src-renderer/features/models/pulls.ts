import { create } from 'zustand'
import type { ModelProgress } from '../../../src-shared/contract/models.ts'
import { failedWith, toFailure, type Failure } from '../../../src-shared/errors/failure.ts'
import { models as copy } from '../../copy/models.ts'
import type { SottoClient } from '../../rpc/index.ts'
import { announce } from '../../ui/index.ts'

interface Pull {
  readonly stop: AbortController
  readonly progress: ModelProgress | null
  readonly failure: Failure | null
}

interface Pulls {
  /** Under way, or failed and not yet tried again, by the model's name. */
  readonly byName: ReadonlyMap<string, Pull>
  /** Resolves when the model is here, was given up, or failed. */
  start(client: SottoClient, name: string): Promise<void>
  cancel(name: string): void
}

/** Downloads go on while the person is on another screen; the app stops one only when nobody listens any more. */
export const usePulls = create<Pulls>((set, get) => {
  const put = (name: string, pull: Pull | null): void => {
    const next = new Map(get().byName)
    if (pull === null) next.delete(name)
    else next.set(name, pull)
    set({ byName: next })
  }
  return {
    byName: new Map(),
    async start(client, name) {
      const stop = new AbortController()
      put(name, { stop, progress: null, failure: null })
      try {
        for await (const progress of await client.models.pull({ name }, { signal: stop.signal })) put(name, { stop, progress, failure: null })
        put(name, null)
        announce(copy.ready(name))
      } catch (thrown) {
        const failure = toFailure(thrown)
        const isCancelled = stop.signal.aborted || failedWith(failure, 'CANCELLED')
        put(name, isCancelled ? null : { stop, progress: null, failure })
      }
    },
    cancel: (name) => get().byName.get(name)?.stop.abort(),
  }
})
