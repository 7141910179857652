import { closeSync, existsSync, openSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { Sql } from './sql.ts'

const HEX = '0123456789abcdef'

/**
 * Opens the encrypted database: cipher, key, probe, then the pragmas that keep words from lingering.
 * SQLCipher's format with a raw key, so opening costs milliseconds and changing the passphrase re-wraps that key only.
 * @param key 32 bytes; copied into a buffer that is zeroed before returning
 * @throws Failure STORE_DAMAGED when the file does not open with this key
 */
export function openDatabase(path: string, key: Uint8Array, mode: 'create' | 'write' | 'read'): Sql {
  const db = openFile(path, mode)
  try {
    db.pragma("cipher = 'sqlcipher'")
    const spelled = rawKeyLiteral(key)
    db.key(spelled)
    spelled.fill(0)
    // A wrong key shows at the first read, not at keying.
    db.prepare('SELECT count(*) FROM sqlite_master').get()
    // Sorting and indexing of large results must not spill words into a temporary file.
    db.pragma('temp_store = MEMORY')
    db.pragma('foreign_keys = ON')
    if (mode !== 'read') {
      db.pragma('journal_mode = WAL')
      // FULL: a commit that was acknowledged survives power loss.
      db.pragma('synchronous = FULL')
      db.pragma('secure_delete = ON')
    }
    return db
  } catch (thrown) {
    db.close()
    throw asStoreFailure(thrown)
  }
}

/** Mode 0600 from the first byte. A missing file is made only where one is to be made: elsewhere an empty store would hide the loss. */
function openFile(path: string, mode: 'create' | 'write' | 'read'): Sql {
  try {
    if (mode === 'create') closeSync(openSync(path, 'wx', 0o600))
    return new Database(path, { readonly: mode === 'read', fileMustExist: true, timeout: 10_000 })
  } catch (thrown) {
    if (mode !== 'create' && !existsSync(path)) throw new Failure('STORE_DAMAGED', { part: 'database' }, { cause: thrown })
    throw asStoreFailure(thrown)
  }
}

/** SQLite's own errors as codes of ours; anything else stays what it is. */
export function asStoreFailure(thrown: unknown): unknown {
  if (!(thrown instanceof Database.SqliteError)) return thrown
  if (thrown.code === 'SQLITE_FULL' || thrown.code.startsWith('SQLITE_IOERR')) return new Failure('DISK_FULL', {}, { cause: thrown })
  if (thrown.code === 'SQLITE_NOTADB' || thrown.code.startsWith('SQLITE_CORRUPT')) {
    return new Failure('STORE_DAMAGED', { part: 'database' }, { cause: thrown })
  }
  return thrown
}

/** `x'…'`, spelled byte by byte: a JavaScript string of the key could not be erased from memory. */
function rawKeyLiteral(key: Uint8Array): Buffer {
  const literal = Buffer.alloc(3 + key.length * 2)
  literal[0] = 'x'.charCodeAt(0)
  literal[1] = literal[literal.length - 1] = "'".charCodeAt(0)
  key.forEach((byte, index) => {
    literal[2 + index * 2] = HEX.charCodeAt(byte >> 4)
    literal[3 + index * 2] = HEX.charCodeAt(byte & 15)
  })
  return literal
}
