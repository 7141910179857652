import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'

/** A held data directory; releasing it, or the end of the process however it comes, lets the next owner in. */
export interface DirectoryLock {
  release(): void
}

/**
 * Takes the data directory for this process, or says that another has it. The lock is SQLite's own exclusive lock on an
 * empty database file: an operating-system lock that dies with its process, with no stale file to judge
 * (docs/decisions/0006). The file never holds anything.
 * @returns null when another process owns the directory
 */
export function lockDirectory(dir: string): DirectoryLock | null {
  const path = join(dir, 'owner.lock')
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
