import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordingIdSchema, type RecordingId } from '../../../src-shared/domain/ids.ts'
import { AUDIO, folderOf } from './folder.ts'

/** When a recording goes stands in clear beside it, so that it goes in time even if nobody unlocks the store again. */
const EXPIRES = 'expires'

/** @param at milliseconds since the epoch; null: it stays */
export function writeExpiry(dir: string, id: RecordingId, at: number | null): void {
  const path = join(folderOf(dir, id), EXPIRES)
  if (at === null) rmSync(path, { force: true })
  else if (readExpiry(path) !== at) writeFileSync(path, `${new Date(at).toISOString()}\n`, { mode: 0o600 })
}

/** Destroys recordings whose time has come; no key is needed. What the database says of them goes when it is next open. */
export function destroyExpired(dir: string, now: number): void {
  for (const name of namesIn(join(dir, AUDIO))) {
    const id = recordingIdSchema.safeParse(name)
    if (!id.success) continue
    const folder = folderOf(dir, id.data)
    const at = readExpiry(join(folder, EXPIRES))
    if (at !== null && at <= now) rmSync(folder, { recursive: true, force: true })
  }
}

function readExpiry(path: string): number | null {
  try {
    const at = Date.parse(readFileSync(path, 'utf8').trim())
    return Number.isNaN(at) ? null : at
  } catch {
    return null // it stays until somebody says otherwise
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // no recording was ever made
  }
}
