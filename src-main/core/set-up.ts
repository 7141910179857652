import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE } from './session.ts'

/**
 * Making a store takes two files. A mark stands beside them until both are whole, so that a crash in between is told from a
 * store that lost one of them: nobody has seen the recovery words yet, and nothing can be inside.
 */
const markOf = (dir: string): string => join(dir, 'setup.unfinished')

/** @returns call it once the store is whole */
export function beginSetUp(dir: string): () => void {
  closeSync(openSync(markOf(dir), 'w', 0o600))
  return () => rmSync(markOf(dir))
}

/** Takes away what an unfinished set-up left. Does nothing where there is none. */
export function undoSetUp(dir: string): void {
  if (!existsSync(markOf(dir))) return
  for (const file of ['keys.json', DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`]) rmSync(join(dir, file), { force: true })
  rmSync(markOf(dir))
}
