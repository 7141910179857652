import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../../src-shared/errors/failure.ts'

/** A held lock; releasing it, or the end of the process however it comes, lets the next one in. */
export interface DirectoryLock {
  release(): void
}

/** An empty database file each. The first says whose the directory is, the second which process has the store open. */
const OWNER = 'owner.lock'
const CORE = 'core.lock'

/** A core that was left behind by its owner ends by itself, soon. */
const PATIENCE_MS = 10_000
const PAUSE_MS = 10

/**
 * Takes the data directory for this process, or says that another has it. The lock is SQLite's own exclusive lock on an
 * empty database file: an operating-system lock that dies with its process, with no stale file to judge
 * (docs/decisions/0006). The file never holds anything.
 * @returns null when another process owns the directory
 */
export const lockDirectory = (dir: string): DirectoryLock | null => lockFile(join(dir, OWNER))

/**
 * Takes the store itself, for the owner or for a process that works for it; waits for the one before to have ended. An owner
 * keeps the directory while one core follows another, so that nobody comes in between (docs/decisions/0022).
 * @throws Failure STORE_IN_USE when the one before does not end
 */
export async function lockCore(dir: string, patienceMs = PATIENCE_MS): Promise<DirectoryLock> {
  for (const giveUpAt = performance.now() + patienceMs; ; await setTimeout(PAUSE_MS)) {
    const lock = lockFile(join(dir, CORE))
    if (lock !== null) return lock
    if (performance.now() > giveUpAt) throw new Failure('STORE_IN_USE', {})
  }
}

function lockFile(path: string): DirectoryLock | null {
  // SQLite would make it readable for others; it holds nothing, but nobody else has to see it.
  closeSync(openSync(path, 'a', 0o600))
  const db = new Database(path, { timeout: 0 })
  try {
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    db.close()
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY')) return null
    throw thrown
  }
  return { release: () => void db.close() }
}
