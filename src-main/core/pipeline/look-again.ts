import type { z } from 'zod'
import type { RedactionResult } from '../../../src-shared/contract/store.ts'
import type { textWorkerContract } from '../../../src-shared/contract/text-worker.ts'
import type { Correction } from '../../../src-shared/domain/correction.ts'
import type { OptionalType } from '../../../src-shared/domain/pii.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Summary } from '../../../src-shared/domain/summary.ts'
import type { RedactedText } from '../../../src-shared/domain/text.ts'
import { createTokenBook, mapSummary, scanMade } from '../redaction/index.ts'
import type { Store } from '../store/index.ts'
import { sealHidden, startBatch } from '../vault/index.ts'
import type { TextWorker } from './text-worker.ts'

type Procedure = (typeof textWorkerContract)['scanMade']['~orpc']
type Input = z.output<Procedure['inputSchema'] & z.ZodType> & { alsoTypes: readonly OptionalType[] }

/** Texts that were made, looked at once more; on the text thread. */
export function scanStored({ texts, note, ...how }: Input, batchId: string): z.input<Procedure['outputSchema'] & z.ZodType> {
  if (note === null) return { texts: scanMade(texts, how).texts, found: null }
  const book = createTokenBook({ indexKey: note.indexKey, entries: note.index })
  const known = new Set(note.index.map(({ token }) => token))
  const scanned = scanMade(texts, { ...how, book })
  if (scanned.hidden === 0) return { texts: scanned.texts, found: null }
  const sealer = startBatch(note.noteId, note.publicKey, batchId)
  // A token the note already has keeps the display name it has.
  const { sealedNames } = sealHidden([], scanned.names.filter(({ token }) => !known.has(token)), sealer)
  return { texts: scanned.texts, found: { index: book.entries(), batch: sealer.batch, sealedNames } }
}

/** Words that a person said are never hidden. */
export const shownByHand = (corrections: readonly Correction[]): string[] =>
  corrections.flatMap(({ what }) => (what.kind === 'never-hide' ? [what.phrase] : []))

export type FoundAgain = Pick<RedactionResult, 'index' | 'batch' | 'sealedNames'>

/** A language model's words with what is still personal in them hidden under the note's own tokens, and what the vault is to keep of it. */
export async function lookAgain(
  { store, text }: { store: Store; text: TextWorker },
  { noteId, language, summary, corrections, signal }: {
    noteId: NoteId
    language: string | null
    summary: Summary
    corrections: readonly Correction[]
    signal: AbortSignal
  },
): Promise<{ summary: Summary; found: FoundAgain | null }> {
  const texts: RedactedText[] = []
  mapSummary(summary, (line) => {
    texts.push(line)
    return line
  })
  const key = await store.read.getVaultKey({ noteId })
  const index = await store.read.getIndex({ noteId })
  const note = key === null || key.indexKey === null ? null : { noteId, publicKey: key.publicKey, indexKey: key.indexKey, index }
  const scanned = await text.run((worker) => worker.scanMade({ texts, note, language, never: shownByHand(corrections), isCautious: true }), { signal })
  let next = 0
  return { summary: mapSummary(summary, (line) => scanned.texts[next++] ?? line), found: scanned.found }
}
