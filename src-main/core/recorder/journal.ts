import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { gapSchema, type Gap } from '../../../src-shared/domain/recorder.ts'
import { recordingModeSchema } from '../../../src-shared/domain/settings.ts'
import { aeadOpen, aeadSeal } from '../keys/index.ts'
import { onFullDisk } from './part-file.ts'

/**
 * What a recording is, beside its sound: one append-only file of encrypted records (length as uint32 LE, nonce ‖ ciphertext ‖ tag),
 * each bound to the recording and its number. Nobody without the recording's key can add, change, exchange or reorder one.
 */
const recordSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('head'),
    /** Milliseconds since the epoch. */
    startedAt: z.number().int(),
    channels: z.union([z.literal(1), z.literal(2)]),
    title: z.string().optional(),
    participants: z.array(z.string()),
    /** Left out in recordings of before, which keep both. */
    mode: recordingModeSchema.default('sound-and-text'),
  }),
  gapSchema.extend({ kind: z.literal('gap') }),
  z.object({ kind: z.literal('mark'), atMs: z.number().int().nonnegative() }),
  /** Stopped, and what the part must be. */
  z.object({ kind: z.literal('end'), chunks: z.number().int(), samples: z.number().int(), lastTag: z.string() }),
])
export type JournalRecord = z.infer<typeof recordSchema>
export type GapReason = Gap['reason']

const LENGTH_BYTES = 4
/** Records are filled up to this, so that their length says little of a title. */
const PAD_BYTES = 256

const place = (recordingId: string, sequence: number): Uint8Array => new TextEncoder().encode(`sotto-recording-journal\0${recordingId}\0${sequence}`)

export interface Journal {
  /** On the disk when it resolves. @throws Failure DISK_FULL */
  append(record: JournalRecord): Promise<void>
  close(): Promise<void>
}

/** @param key 32 bytes, the recording's own. @throws Failure DISK_FULL */
export async function writeJournal(path: string, recordingId: string, key: Uint8Array): Promise<Journal> {
  const file = await open(path, 'wx', 0o600).catch(onFullDisk)
  let sequence = 0
  return {
    async append(record) {
      const text = Buffer.from(JSON.stringify(record))
      const padded = Buffer.alloc(Math.ceil(text.length / PAD_BYTES) * PAD_BYTES, ' ')
      text.copy(padded)
      const sealed = aeadSeal(key, padded, place(recordingId, sequence++))
      const length = Buffer.alloc(LENGTH_BYTES)
      length.writeUInt32LE(sealed.length)
      await file.appendFile(Buffer.concat([length, sealed])).catch(onFullDisk)
      await file.datasync().catch(onFullDisk)
    },
    close: () => file.close(),
  }
}

/** The records up to the first that is torn, changed or missing. A file that is not there has none. */
export async function readJournal(path: string, recordingId: string, key: Uint8Array): Promise<JournalRecord[]> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0))
  const records: JournalRecord[] = []
  for (let at = 0; at + LENGTH_BYTES <= bytes.length;) {
    const end = at + LENGTH_BYTES + bytes.readUInt32LE(at)
    if (end > bytes.length) break
    const record = openRecord(key, bytes.subarray(at + LENGTH_BYTES, end), place(recordingId, records.length))
    if (record === null) break
    records.push(record)
    at = end
  }
  return records
}

function openRecord(key: Uint8Array, sealed: Uint8Array, bound: Uint8Array): JournalRecord | null {
  try {
    return recordSchema.parse(JSON.parse(new TextDecoder().decode(aeadOpen(key, sealed, bound))))
  } catch {
    return null
  }
}
