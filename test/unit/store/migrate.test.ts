import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, migrations, schemaVersion, type Migration } from '../../../src-main/core/store/migrate.ts'
import { openDatabase } from '../../../src-main/core/store/open.ts'
import type { Sql } from '../../../src-main/core/store/sql.ts'

const key = new Uint8Array(32).fill(7)
const one: Migration = { version: 1, name: 'one', sql: "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('kumquat')" }
const two: Migration = { version: 2, name: 'two', sql: 'ALTER TABLE t ADD COLUMN b TEXT' }
const broken: Migration = { version: 2, name: 'broken', sql: 'ALTER TABLE t ADD COLUMN b TEXT; CREATE TABLE t (a TEXT)' }
let dir: string
let path: string
let db: Sql

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sotto-migrate-'))
  path = join(dir, 'sotto.db')
  db = openDatabase(path, key, 'create')
})
afterEach(() => {
  db.close()
  rmSync(dir, { recursive: true })
})

describe('migrations', () => {
  it('bring a new database to the newest schema, each version once', () => {
    expect(migrate(db, path)).toEqual({ from: 0, to: migrations.length })
    expect(migrate(db, path)).toEqual({ from: migrations.length, to: migrations.length })
  })

  it('keep what the version before them held, and destroy the copy they took', () => {
    migrate(db, path, [one])
    expect(migrate(db, path, [one, two])).toEqual({ from: 1, to: 2 })
    expect(db.prepare('SELECT a, b FROM t').all()).toEqual([{ a: 'kumquat', b: null }])
    expect(existsSync(`${path}.before-2`)).toBe(false)
  })

  it('happen whole or not at all, and leave the copy where they fail', () => {
    migrate(db, path, [one])
    expect(() => migrate(db, path, [one, broken])).toThrow()
    expect(schemaVersion(db)).toBe(1)
    expect(db.prepare('SELECT * FROM t').all()).toEqual([{ a: 'kumquat' }])
    expect(readFileSync(`${path}.before-2`).includes('kumquat')).toBe(false)
  })

  it('leave a database of a newer app untouched', () => {
    migrate(db, path, [one, two])
    expect(() => migrate(db, path, [one])).toThrow(expect.objectContaining({ code: 'STORE_TOO_NEW' }))
  })

  it('must be numbered without a gap', () => {
    expect(() => migrate(db, path, [two])).toThrow(/version 1/)
  })
})

describe('the encrypted database', () => {
  it('holds no readable word, in its file or its log', () => {
    migrate(db, path, [one])
    for (const file of [path, `${path}-wal`]) expect(readFileSync(file).includes('kumquat')).toBe(false)
    expect(readFileSync(path).subarray(0, 15).toString()).not.toBe('SQLite format 3')
  })

  it('does not open with another key, and is not harmed by the attempt', () => {
    migrate(db, path, [one])
    db.close()
    expect(() => openDatabase(path, new Uint8Array(32).fill(8), 'write')).toThrow(expect.objectContaining({ code: 'STORE_DAMAGED' }))
    db = openDatabase(path, key, 'write')
    expect(db.prepare('SELECT * FROM t').all()).toEqual([{ a: 'kumquat' }])
  })

  it('is never made where one should be: an empty store would hide that one is lost', () => {
    const missing = expect.objectContaining({ code: 'STORE_DAMAGED' })
    for (const mode of ['write', 'read'] as const) expect(() => openDatabase(join(dir, 'absent.db'), key, mode)).toThrow(missing)
    expect(existsSync(join(dir, 'absent.db'))).toBe(false)
  })

  it.runIf(process.platform !== 'win32')("is its owner's alone, log included", () => {
    migrate(db, path, [one])
    for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('cannot be written through the reading connection', () => {
    migrate(db, path, [one])
    const reader = openDatabase(path, key, 'read')
    expect(() => reader.prepare("INSERT INTO t VALUES ('x')").run()).toThrow(/readonly/)
    reader.close()
  })
})
