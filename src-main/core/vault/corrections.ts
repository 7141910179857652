import { z } from 'zod'
import type { Batch, SealedRow } from '../../../src-shared/contract/store.ts'
import { correctedSchema, type Corrected } from '../../../src-shared/domain/correction.ts'
import { spanSchema } from '../../../src-shared/domain/pii.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import { timedPieceSchema } from '../../../src-shared/domain/transcript.ts'
import { keyPairFromSeed, openSealed, sealTo } from '../keys/index.ts'
import type { Layer } from '../redaction/index.ts'
import { openBatches, type Sealer } from './envelope.ts'

/** A meeting's correction is sealed to its own key and goes with it; one that always holds, to the vault's. */
export const sealCorrection = (publicKey: Uint8Array, what: Corrected): Uint8Array => sealTo(publicKey, new TextEncoder().encode(JSON.stringify(what)))

export const parseCorrection = (opened: Uint8Array): Corrected => correctedSchema.parse(JSON.parse(new TextDecoder().decode(opened)))

/** Opens a meeting's correction. @throws Error when it was not sealed to that meeting */
export function openCorrection(seed: Uint8Array, sealed: Uint8Array): Corrected {
  const { publicKey, privateKey } = keyPairFromSeed(seed)
  return parseCorrection(openSealed(publicKey, privateKey, sealed))
}

const baseSchema = z.array(
  z.object({
    text: redactedTextSchema,
    words: z.array(z.string()).nullable(),
    spans: z.array(spanSchema),
    times: z.array(timedPieceSchema).nullable(),
  }),
)

/** Texts as they were without corrections. */
export const sealBase = (unit: string, layers: readonly Layer[], sealer: Sealer): SealedRow =>
  sealer.seal(
    baseUnit(unit),
    layers.map(({ text, words, spans, times }) => ({ text, words: words?.map(wordsOf) ?? null, spans: [...spans], times: times === null ? null : [...times] })),
  )

/** @throws Failure STORE_DAMAGED */
export function openBases(
  noteId: string,
  seed: Uint8Array,
  { batches, rows }: { batches: readonly Batch[]; rows: readonly SealedRow[] },
): Map<string, Layer[]> {
  const open = openBatches(noteId, seed, batches)
  return new Map(
    rows.map((row): [string, Layer[]] => [
      row.unit.slice(BASE.length),
      baseSchema.parse(open(row)).map(({ text, words, spans, times }) => ({ text, words: words?.map(rawText) ?? null, spans, times })),
    ]),
  )
}

const BASE = 'base:'
export const baseUnit = (unit: string): string => `${BASE}${unit}`
