import { endingAtLock, type Ending, type EndingSotto } from './ending-at-lock.ts'
import { lockCore, lockDirectory, ownerAddress, serveOwner } from './owner/index.ts'
import { systemClock } from './platform/index.ts'
import { destroyExpired } from './recorder/index.ts'
import { createSotto, type Sotto, type SottoOptions } from './sotto.ts'

const EXPIRY_EVERY_MS = 60 * 60 * 1000

/** The store in this process, which answers to the command line for it. Nothing is unlocked yet. */
export interface ServedStore {
  readonly sotto: Sotto
  readonly ending: EndingSotto
  /** Resolves when no other process speaks to it any more, or the signal aborts; then only {@link close} is left to do. */
  drain(signal: AbortSignal): Promise<void>
  /** Locks and ends all connections. */
  close(): Promise<void>
}

/** A data directory that this process owns as well. Closing it lets the next owner in. */
export interface OwnedStore extends ServedStore {
  /** Resolves when the store was locked: this process has heard what it cannot forget, and should end. */
  readonly locked: Promise<void>
}

/**
 * Takes a data directory for this process. The caller made the directory.
 * @returns null when another process owns it
 */
export async function ownStore(options: SottoOptions): Promise<OwnedStore | null> {
  const lock = lockDirectory(options.dir)
  if (lock === null) return null
  try {
    const { promise: locked, resolve: onLocked } = Promise.withResolvers<void>()
    const served = await serveStore(options, { onLocking: () => undefined, onLocked })
    return { ...served, locked, close: () => served.close().finally(() => lock.release()) }
  } catch (thrown) {
    lock.release()
    throw thrown
  }
}

/**
 * Opens the door of a data directory whose owner is this process or the one that it works for.
 * @throws Failure STORE_IN_USE when an earlier core does not end
 */
export async function serveStore(options: SottoOptions, onEnding: Ending): Promise<ServedStore> {
  const lock = await lockCore(options.dir)
  const { dir, clock = systemClock } = options
  // Sound goes when its time has come, whether anybody unlocks the store or not.
  destroyExpired(dir, clock.now())
  const expiry = setInterval(() => destroyExpired(dir, clock.now()), EXPIRY_EVERY_MS)
  try {
    const sotto = createSotto(options)
    const ending = endingAtLock(sotto, onEnding)
    const server = await serveOwner(ending.router, ownerAddress(options.dir))
    return {
      sotto,
      ending,
      drain: (signal) => server.drain(signal),
      async close() {
        try {
          await server.close()
          await sotto.close()
        } finally {
          clearInterval(expiry)
          lock.release()
        }
      },
    }
  } catch (thrown) {
    clearInterval(expiry)
    lock.release()
    throw thrown
  }
}
