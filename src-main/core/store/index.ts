import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import type { Sql } from './sql.ts'

export { openDatabase } from './open.ts'
export { serveReads } from './serve-reads.ts'
export { serveWrites } from './serve-writes.ts'
export { createReserve, type Reserve } from './reserve.ts'
export { openStore, type Store } from './client.ts'

/** Opens the database and brings it to the newest schema. */
export function openForWriting(path: string, key: Uint8Array, mode: 'create' | 'write'): Sql {
  const db = openDatabase(path, key, mode)
  try {
    migrate(db, path)
    return db
  } catch (thrown) {
    db.close()
    throw thrown
  }
}
