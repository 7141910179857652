import { randomBytes } from 'node:crypto'
import type { Batch, SealedRow } from '../../../src-shared/contract/store.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { aeadOpen, aeadSeal, keyPairFromSeed, openSealed, sealTo } from '../keys/index.ts'

/**
 * Sealing for a note. A note has a random 32-byte seed; its X25519 key pair follows from it, and the seed itself is
 * kept only sealed to the vault's public key. A stage seals with the note's public key alone: one random content key
 * per batch, sealed to that key, and XChaCha20-Poly1305 under it for every row. Destroying the seed destroys all rows.
 */
const utf8 = { encode: (text: string) => new TextEncoder().encode(text), decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes) }

/** Binds a row to its place: a row moved to another note or unit does not open. */
const placeOf = (noteId: string, unit: string): Uint8Array => utf8.encode(`sotto-vault\0${noteId}\0${unit}`)

export interface Sealer {
  readonly batch: Batch
  seal(unit: string, value: unknown): SealedRow
}

export function startBatch(noteId: string, publicKey: Uint8Array, batchId: string): Sealer {
  const key = randomBytes(32)
  return {
    batch: { id: batchId, sealedKey: sealTo(publicKey, key) },
    seal: (unit, value) => ({ unit, batchId, sealed: aeadSeal(key, utf8.encode(JSON.stringify(value)), placeOf(noteId, unit)) }),
  }
}

/**
 * Opens the rows of some batches with the note's seed.
 * @returns a function from row to the JSON value that was sealed; it throws Failure STORE_DAMAGED when a row was changed or moved
 */
export function openBatches(noteId: string, seed: Uint8Array, batches: readonly Batch[]): (row: SealedRow) => unknown {
  const pair = keyPairFromSeed(seed)
  const keys = new Map(batches.map((batch) => [batch.id, () => openSealed(pair.publicKey, pair.privateKey, batch.sealedKey)]))
  const opened = new Map<string, Uint8Array>()
  return (row) => {
    try {
      const key = opened.get(row.batchId) ?? keys.get(row.batchId)?.()
      if (key === undefined) throw new Error('no such batch')
      opened.set(row.batchId, key)
      const value: unknown = JSON.parse(utf8.decode(aeadOpen(key, row.sealed, placeOf(noteId, row.unit))))
      return value
    } catch (cause) {
      throw new Failure('STORE_DAMAGED', { part: 'vault' }, { cause })
    }
  }
}

/** Fresh keys for a new note. `seed` is for the stages under way; the store keeps it only until redaction has committed. */
export function newNoteKeys(vaultPublicKey: Uint8Array): { seed: Uint8Array; publicKey: Uint8Array; sealedSeed: Uint8Array; indexKey: Uint8Array } {
  const seed = randomBytes(32)
  return { seed, publicKey: keyPairFromSeed(seed).publicKey, sealedSeed: sealTo(vaultPublicKey, seed), indexKey: randomBytes(32) }
}
