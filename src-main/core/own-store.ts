import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../../src-shared/errors/failure.ts'
import { lockDirectory, ownerAddress, serveOwner } from './owner/index.ts'
import { createSotto, type Sotto, type SottoOptions } from './sotto.ts'

/** A data directory that this process owns, and answers to the command line for. Nothing is unlocked yet. */
export interface OwnedStore {
  readonly sotto: Sotto
  /** Resolves when no other process speaks to it any more, or the signal aborts; then only {@link close} is left to do. */
  drain(signal: AbortSignal): Promise<void>
  /** Locks, ends all connections, and lets the next owner in. */
  close(): Promise<void>
}

/**
 * Takes a data directory for this process. The caller made the directory.
 * @returns null when another process owns it
 */
export async function ownStore(options: SottoOptions): Promise<OwnedStore | null> {
  const lock = lockDirectory(options.dir)
  if (lock === null) return null
  try {
    const sotto = createSotto(options)
    const server = await serveOwner(sotto.router, ownerAddress(options.dir))
    return {
      sotto,
      drain: (signal) => server.drain(signal),
      async close() {
        try {
          await server.close()
          await sotto.close()
        } finally {
          lock.release()
        }
      },
    }
  } catch (thrown) {
    lock.release()
    throw thrown
  }
}

/**
 * Makes the data directory where it is missing, step by step, since Node's own recursive making never ends below a place
 * where nothing can be made (such as /proc).
 * @throws Failure BAD_USAGE when no directory can be there
 */
export function makeDataDir(dir: string): void {
  if (existsSync(dir)) {
    if (!statSync(dir).isDirectory()) throw new Failure('BAD_USAGE', { detail: 'The data directory is a file.' })
    return
  }
  const parent = dirname(dir)
  if (parent !== dir) makeDataDir(parent)
  try {
    mkdirSync(dir, { mode: 0o700 })
  } catch (cause) {
    throw new Failure('BAD_USAGE', { detail: 'The data directory cannot be made there.' }, { cause })
  }
}
