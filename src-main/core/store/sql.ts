import type Database from 'better-sqlite3-multiple-ciphers'

/** The driver's connection; the only name for it outside `open.ts`. */
export type Sql = Database.Database

/** Runs `work` in one immediate transaction: all of it or nothing. */
export function inTransaction<T>(db: Sql, work: () => T): T {
  return db.transaction(work).immediate()
}

/** A JSON column's value, of no type until a schema has looked at it. */
export const fromJson = (text: string): unknown => JSON.parse(text)
