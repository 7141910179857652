import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../../../src-shared/errors/failure.ts'

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

/**
 * Writes a file so that a crash leaves the old or the new one, never a torn one; 0600.
 * @throws Failure DISK_FULL; the old file is as it was
 */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.new`
  rmSync(beside, { force: true })
  try {
    writeSynced(beside, text)
    renameSync(beside, path)
  } catch (thrown) {
    rmSync(beside, { force: true })
    throw thrown instanceof Error && 'code' in thrown && FULL.has(thrown.code) ? new Failure('DISK_FULL', {}, { cause: thrown }) : thrown
  }
  if (process.platform === 'win32') return // a folder cannot be synced there
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    // writeSync may write a part only; writeFileSync goes on until all is there.
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
