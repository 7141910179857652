import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { failedWith } from '../../../src-shared/errors/failure.ts'

/** Deleting writes a log before it frees anything; a long note's deletion fits into this. */
const RESERVE_BYTES = 8 * 1024 * 1024
/** On a smaller rest it would be part of the trouble. */
const PLENTY_BYTES = 64 * 1024 * 1024

/** A little room kept on the disk, so that with a full one the store can still be opened, and freed by deleting notes. */
export interface Reserve {
  /** Makes it where there is plenty of room; anything else may wait. */
  keep(): void
  /** Does what must be possible: on a full disk a second time, with the reserve given up. */
  use<T>(work: () => Promise<T>): Promise<T>
}

export function createReserve(path: string): Reserve {
  return {
    keep() {
      try {
        if (existsSync(path)) return
        const { bavail, bsize } = statfsSync(path.replace(/[^/\\]+$/, ''))
        // Random, since a file system that compresses would keep no room for zeros.
        if (bavail * bsize > PLENTY_BYTES) writeFileSync(path, randomBytes(RESERVE_BYTES), { mode: 0o600 })
      } catch {
        rmSync(path, { force: true }) // half a reserve is none
      }
    },
    async use(work) {
      try {
        return await work()
      } catch (thrown) {
        if (!failedWith(thrown, 'DISK_FULL') || !existsSync(path)) throw thrown
        rmSync(path, { force: true })
        return work()
      }
    },
  }
}
