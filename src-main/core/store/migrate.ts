import { rmSync } from 'node:fs'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { inTransaction, type Sql } from './sql.ts'
import { first } from './migrations/0001-first.ts'
import { recordings } from './migrations/0002-recordings.ts'
import { verdicts } from './migrations/0003-verdicts.ts'
import { recorded } from './migrations/0004-recorded.ts'
import { corrections } from './migrations/0005-corrections.ts'
import { ownNotes } from './migrations/0006-own-notes.ts'
import { namesExpiry } from './migrations/0007-names-expiry.ts'
import { acknowledged } from './migrations/0008-acknowledged.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** In order, never edited after a release. The database's version is its `user_version`. */
export const migrations: readonly Migration[] = [first, recordings, verdicts, recorded, corrections, ownNotes, namesExpiry, acknowledged]

/**
 * Brings a database to the newest schema, all steps in one transaction. A database that has content is copied first
 * (`VACUUM INTO`, same key, so no plaintext); the copy goes once the migrated database has answered a full check.
 * @returns the version before and after
 * @throws Failure STORE_TOO_NEW when a newer app wrote it (nothing is changed)
 */
export function migrate(db: Sql, path: string, steps: readonly Migration[] = migrations): { from: number; to: number } {
  steps.forEach((step, index) => {
    if (step.version !== index + 1) throw new Error(`migration ${step.name} must have version ${index + 1}`)
  })
  const from = schemaVersion(db)
  const to = steps.length
  if (from > to) throw new Failure('STORE_TOO_NEW', { found: from, known: to })
  if (from === to) return { from, to }

  const copy = `${path}.before-${to}`
  if (from > 0) {
    rmSync(copy, { force: true })
    db.prepare('VACUUM INTO ?').run(copy)
  }
  inTransaction(db, () => {
    for (const step of steps.slice(from)) db.exec(step.sql)
    db.pragma(`user_version = ${to}`)
  })
  if (!isSound(db)) throw new Failure('STORE_DAMAGED', { part: 'database' })
  rmSync(copy, { force: true })
  return { from, to }
}

export const schemaVersion = (db: Sql): number => Number(db.pragma('user_version', { simple: true }))

export const isSound = (db: Sql): boolean => db.pragma('quick_check', { simple: true }) === 'ok'
