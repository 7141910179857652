import { implement, type Router } from '@orpc/server'
import { appContract } from '../../src-shared/contract/app.ts'
import type { Caller } from '../../src-shared/contract/base.ts'
import { crossing } from './crossing.ts'
import type { Sotto } from './sotto.ts'

/** What a process does that ends at lock. */
export interface Ending {
  /** Locking begins: what is open is being closed. */
  onLocking(): void
  /** Everything is closed and the answer is about to go out; the process may end. */
  onLocked(): void
  /** The core before this one ended without being asked to, which a person should be told. */
  readonly isAfterCrash?: boolean
}

export interface EndingSotto {
  readonly router: Router<typeof appContract, Caller>
  /** Locks from within the process. @returns false when nothing was ever told to this process that would have to go */
  lock(): Promise<boolean>
}

/**
 * The app for a process that ends at lock: words that were shown, a passphrase that was typed and keys that were derived lie
 * in a heap that no program can wipe, and are gone for certain only with their process (docs/decisions/0022). A process that
 * was never told a secret has nothing to forget and goes on.
 */
export function endingAtLock({ router, client }: Sotto, { onLocking, onLocked, isAfterCrash = false }: Ending): EndingSotto {
  const os = implement(appContract).$context<Caller>().use(crossing)
  const { init, unlock, recover, lock, status } = os.system
  let wasTold = false
  let isInterrupted = isAfterCrash
  const told = <Result>(call: Promise<Result>): Promise<Result> => {
    wasTold = true
    return call.then((result) => {
      isInterrupted = false
      return result
    })
  }
  let ending: Promise<void> | null = null
  const close = async (): Promise<void> => {
    onLocking()
    try {
      await client.system.lock({})
    } finally {
      onLocked()
    }
  }
  const end = async (): Promise<boolean> => {
    if (!wasTold && (await client.system.status({})).state !== 'unlocked') return false
    await (ending ??= close())
    return true
  }
  return {
    router: {
      ...router,
      system: {
        ...router.system,
        status: status.handler(async () => {
          const now = await client.system.status({})
          return isInterrupted ? { ...now, wasInterrupted: true } : now
        }),
        init: init.handler(({ input }) => told(client.system.init(input))),
        unlock: unlock.handler(({ input }) => told(client.system.unlock(input))),
        recover: recover.handler(({ input }) => told(client.system.recover(input))),
        lock: lock.handler(async () => {
          await end()
          return {}
        }),
      },
    },
    lock: end,
  }
}
