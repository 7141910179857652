import type { Batch, Occurrence, SealedRow, VaultKey } from '../../../../src-shared/contract/store.ts'
import type { NoteId } from '../../../../src-shared/domain/ids.ts'
import type { Token } from '../../../../src-shared/domain/token.ts'
import type { Sql } from '../sql.ts'

interface RowSql {
  unit: string
  batch_id: string
  sealed: Uint8Array
}

interface OccurrenceRow {
  unit: string
  place: Occurrence['place']
  ordinal: number
  token: Token
  type: Occurrence['span']['type']
  score: number
  recognizer: string
  cue: string | null
  start: number
  end: number
}

const sealedRow = (row: RowSql): SealedRow => ({ unit: row.unit, batchId: row.batch_id, sealed: row.sealed })

/** What nobody can read once a note's keys are gone, and what would tell whether something was said. */
const SEALED = ['vault_occurrences', 'vault_names', 'vault_index', 'vault_bases', 'corrections', 'staging', 'vault_batches'] as const
const OF_A_NOTE = ['occurrences', ...SEALED, 'vault_keys'] as const

/** Sealed rows, the keys that open them, and where tokens stand. Nothing here is readable without the vault. */
export function vaultRepo(db: Sql) {
  const sealedTable = (table: 'vault_occurrences' | 'vault_names' | 'vault_bases' | 'staging') => {
    const put = db.prepare(`INSERT INTO ${table} (note_id, unit, batch_id, sealed) VALUES (?, ?, ?, ?)
      ON CONFLICT (note_id, unit) DO UPDATE SET batch_id = excluded.batch_id, sealed = excluded.sealed`)
    const get = db.prepare<[string], RowSql>(`SELECT unit, batch_id, sealed FROM ${table} WHERE note_id = ? ORDER BY unit`)
    const one = db.prepare<[string, string], RowSql>(`SELECT unit, batch_id, sealed FROM ${table} WHERE note_id = ? AND unit = ?`)
    // What an edit hides outlives the version of the transcript it was made on; so does what the person wrote down.
    const clear = db.prepare(`DELETE FROM ${table} WHERE note_id = ? AND unit NOT LIKE 'edit:%' AND unit NOT LIKE 'own:%'`)
    const drop = db.prepare(`DELETE FROM ${table} WHERE note_id = ? AND unit = ?`)
    return {
      put: (noteId: NoteId, rows: readonly SealedRow[]): void => rows.forEach((row) => put.run(noteId, row.unit, row.batchId, row.sealed)),
      get: (noteId: NoteId): SealedRow[] => get.all(noteId).map(sealedRow),
      one: (noteId: NoteId, unit: string): SealedRow[] => one.all(noteId, unit).map(sealedRow),
      clear: (noteId: NoteId): void => void clear.run(noteId),
      drop: (noteId: NoteId, units: readonly string[]): void => units.forEach((unit) => drop.run(noteId, unit)),
    }
  }
  const occurrencesSealed = sealedTable('vault_occurrences')
  const names = sealedTable('vault_names')
  const bases = sealedTable('vault_bases')
  const staging = sealedTable('staging')

  const addKey = db.prepare('INSERT INTO vault_keys (note_id, public_key, sealed_seed, work_seed, index_key) VALUES (?, ?, ?, ?, ?)')
  const key = db.prepare<
    [string],
    { public_key: Uint8Array; sealed_seed: Uint8Array | null; work_seed: Uint8Array | null; index_key: Uint8Array | null; names_expire_at: number | null }
  >('SELECT public_key, sealed_seed, work_seed, index_key, names_expire_at FROM vault_keys WHERE note_id = ?')
  const setWorkSeed = db.prepare('UPDATE vault_keys SET work_seed = ? WHERE note_id = ?')
  const dropWorkSeed = db.prepare('UPDATE vault_keys SET work_seed = NULL WHERE note_id = ?')
  const setNamesExpiry = db.prepare('UPDATE vault_keys SET names_expire_at = ? WHERE note_id = ?')
  const namesExpiry = db.prepare<[], { note_id: NoteId; names_expire_at: number }>(
    'SELECT note_id, names_expire_at FROM vault_keys WHERE names_expire_at IS NOT NULL AND sealed_seed IS NOT NULL ORDER BY names_expire_at',
  )
  const dropKeys = db.prepare('UPDATE vault_keys SET sealed_seed = NULL, work_seed = NULL, index_key = NULL, names_expire_at = NULL WHERE note_id = ?')
  const keyedNotes = db.prepare<[], { note_id: NoteId; sealed_seed: Uint8Array }>(
    'SELECT note_id, sealed_seed FROM vault_keys WHERE sealed_seed IS NOT NULL',
  )
  const addBatch = db.prepare('INSERT INTO vault_batches (note_id, id, sealed_key) VALUES (?, ?, ?) ON CONFLICT (note_id, id) DO NOTHING')
  const batches = db.prepare<[string], { id: string; sealed_key: Uint8Array }>('SELECT id, sealed_key FROM vault_batches WHERE note_id = ?')
  /** A content key that opens nothing any more is a key too many. */
  const dropIdleBatches = db.prepare(`DELETE FROM vault_batches WHERE note_id = @id AND id NOT IN (
    SELECT batch_id FROM vault_occurrences WHERE note_id = @id UNION SELECT batch_id FROM vault_names WHERE note_id = @id
    UNION SELECT batch_id FROM vault_bases WHERE note_id = @id UNION SELECT batch_id FROM staging WHERE note_id = @id)`)
  const putIndex = db.prepare(
    'INSERT INTO vault_index (note_id, mac, token) VALUES (?, ?, ?) ON CONFLICT (note_id, mac) DO UPDATE SET token = excluded.token',
  )
  const dropIndex = db.prepare('DELETE FROM vault_index WHERE note_id = ? AND mac = ?')
  const index = db.prepare<[string], { mac: string; token: Token }>('SELECT mac, token FROM vault_index WHERE note_id = ?')
  const clearUnit = db.prepare('DELETE FROM occurrences WHERE note_id = ? AND unit = ? AND place = ?')
  const clearOccurrences = db.prepare('DELETE FROM occurrences WHERE note_id = ?')
  const addOccurrence = db.prepare(`INSERT INTO occurrences (note_id, unit, place, ordinal, token, type, score, recognizer, cue, start, "end")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const occurrences = db.prepare<[string], OccurrenceRow>('SELECT * FROM occurrences WHERE note_id = ?')
  const counts = db.prepare<[string], { token: Token; type: Occurrence['span']['type']; count: number }>(
    `SELECT token, type, count(*) AS count FROM occurrences WHERE note_id = ? AND place <> 'participant' GROUP BY token, type ORDER BY type, length(token), token`,
  )
  const putPerson = db.prepare('INSERT INTO vault_people (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed')
  const dropPerson = db.prepare('DELETE FROM vault_people WHERE id = ?')
  const people = db.prepare<[], { id: string; sealed: Uint8Array }>('SELECT id, sealed FROM vault_people')
  const namesErasures = SEALED.map((table) => db.prepare(`DELETE FROM ${table} WHERE note_id = ?`))
  const erasures = OF_A_NOTE.map((table) => db.prepare(`DELETE FROM ${table} WHERE note_id = ?`))

  const add = (noteId: NoteId, rows: readonly Occurrence[]): void =>
    rows.forEach(({ unit, place, ordinal, token, span }) =>
      addOccurrence.run(noteId, unit, place, ordinal, token, span.type, span.score, span.recognizer, span.cue ?? null, span.start, span.end),
    )

  return {
    occurrencesSealed,
    names,
    bases,
    staging,
    addKey: (noteId: NoteId, { publicKey, sealedSeed, workSeed, indexKey }: Omit<VaultKey, 'noteId' | 'namesExpireAt'>): void =>
      void addKey.run(noteId, publicKey, sealedSeed, workSeed, indexKey),
    key(noteId: NoteId): VaultKey | null {
      const row = key.get(noteId)
      if (row === undefined) return null
      const { public_key: publicKey, sealed_seed: sealedSeed, work_seed: workSeed, index_key: indexKey, names_expire_at: namesExpireAt } = row
      return { noteId, publicKey, sealedSeed, workSeed, indexKey, namesExpireAt }
    },
    setNamesExpiry: (noteId: NoteId, expiresAt: number | null): void => void setNamesExpiry.run(expiresAt, noteId),
    namesExpiry: () => namesExpiry.all().map((row) => ({ noteId: row.note_id, expiresAt: row.names_expire_at })),
    /** Destroys a note's keys and all they open; where tokens stand, and why, stays. */
    eraseNames(noteId: NoteId): void {
      dropKeys.run(noteId)
      namesErasures.forEach((erase) => erase.run(noteId))
    },
    keyedNotes: () => keyedNotes.all().map((row) => ({ noteId: row.note_id, sealedSeed: row.sealed_seed })),
    addBatch: (noteId: NoteId, batch: Batch): void => void addBatch.run(noteId, batch.id, batch.sealedKey),
    batches: (noteId: NoteId): Batch[] => batches.all(noteId).map((row) => ({ id: row.id, sealedKey: row.sealed_key })),
    dropIdleBatches: (noteId: NoteId): void => void dropIdleBatches.run({ id: noteId }),
    putIndex: (noteId: NoteId, entries: readonly { mac: string; token: Token }[]): void =>
      entries.forEach(({ mac, token }) => putIndex.run(noteId, mac, token)),
    dropIndex: (noteId: NoteId, macs: readonly string[]): void => macs.forEach((mac) => dropIndex.run(noteId, mac)),
    index: (noteId: NoteId) => index.all(noteId),
    setWorkSeed: (noteId: NoteId, seed: Uint8Array): void => void setWorkSeed.run(seed, noteId),
    /** The raw words have been redacted: what could still open them goes with them. */
    endStaging(noteId: NoteId): void {
      staging.clear(noteId)
      dropWorkSeed.run(noteId)
    },
    replaceOccurrences(noteId: NoteId, rows: readonly Occurrence[]): void {
      clearOccurrences.run(noteId)
      add(noteId, rows)
    },
    replaceUnit(noteId: NoteId, unit: string, place: Occurrence['place'], rows: readonly Occurrence[]): void {
      clearUnit.run(noteId, unit, place)
      add(noteId, rows)
    },
    occurrences: (noteId: NoteId): Occurrence[] =>
      occurrences.all(noteId).map(({ unit, place, ordinal, token, type, score, recognizer, cue, start, end }) => ({
        unit,
        place,
        ordinal,
        token,
        span: { start, end, type, score, recognizer, ...(cue === null ? {} : { cue }) },
      })),
    countTokens: (noteId: NoteId) => counts.all(noteId),
    putPerson: (id: string, sealed: Uint8Array): void => void putPerson.run(id, sealed),
    dropPerson: (id: string): void => void dropPerson.run(id),
    people: () => people.all(),
    erase: (noteId: NoteId): void => erasures.forEach((statement) => statement.run(noteId)),
  }
}
