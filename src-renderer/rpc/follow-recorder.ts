import type { RecorderState } from '../../src-shared/domain/recorder.ts'
import { Failure } from '../../src-shared/errors/failure.ts'
import type { Link, Parting, RecorderClient } from './client.ts'

/**
 * What this page knows of the recorder. `state`: the newest it heard; null before the first. `reach`: `none` where nothing answers,
 * `lost` where it did once, so that the state is old.
 */
export interface SeenRecorder {
  readonly reach: 'connecting' | 'open' | 'lost' | 'none'
  readonly state: RecorderState | null
}

export const UNSEEN: SeenRecorder = { reach: 'connecting', state: null }

/** From one try to the next; the last one is repeated where there was a recorder once. */
const WAITS_MS = [500, 1_000, 2_000, 5_000]

interface FollowOptions {
  readonly open: () => Promise<Link<RecorderClient>>
  readonly onSeen: (seen: SeenRecorder) => void
  readonly signal: AbortSignal
  /** Tests need not wait. */
  readonly wait?: (ms: number) => Promise<unknown>
}

export interface RecorderFollower {
  /** The recorder of now; waits for one that is being reached. */
  readonly client: () => Promise<RecorderClient>
  /** Resolves when nobody follows any more. */
  readonly over: Promise<void>
}

/**
 * Follows the recorder for the life of the page, over one subscription. A connection that ends is made again; a host that serves no
 * recorder is asked a few times and then left alone.
 */
export function followRecorder({ open, onSeen, signal, wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }: FollowOptions): RecorderFollower {
  let current = Promise.withResolvers<RecorderClient>()
  let seen = UNSEEN
  const see = (to: Partial<SeenRecorder>): void => {
    if (signal.aborted) return
    seen = { ...seen, ...to }
    onSeen(seen)
  }
  const attend = async ({ client, gone }: Link<RecorderClient>): Promise<Parting> => {
    current.resolve(client)
    await watch(client, signal, (state) => see({ reach: 'open', state })).catch(() => undefined) // why does not matter: it is over
    current = Promise.withResolvers()
    // Where it is the stream alone that broke off, the connection stands.
    return Promise.race([gone, wait(0).then(() => 'lost' as const)])
  }
  const run = async (): Promise<void> => {
    for (let tries = 0; tries < WAITS_MS.length || seen.state !== null; tries++) {
      const link = await open().catch(() => null)
      const before = seen
      if (link !== null && (await attend(link)) === 'ended') break
      if (signal.aborted) break
      if (seen !== before) tries = 0
      see({ reach: seen.state === null ? 'connecting' : 'lost' })
      await wait(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0)
    }
    see({ reach: seen.state === null ? 'none' : 'lost' })
    current.promise.catch(() => undefined) // nobody may have asked
    current.reject(new Failure('NOT_CONNECTED', { reason: 'gone' }))
  }
  return { client: () => current.promise, over: run() }
}

async function watch(client: RecorderClient, signal: AbortSignal, onState: (state: RecorderState) => void): Promise<void> {
  for await (const state of await client.watch({}, { signal })) {
    if (signal.aborted) return
    onState(state)
  }
}
