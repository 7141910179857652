import { failedWith } from '../../../src-shared/errors/failure.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { redactedTextSchema, type RedactedText } from '../../../src-shared/domain/text.ts'
import { shownByHand, type TextWorker } from '../pipeline/index.ts'
import type { Vault } from '../vault/index.ts'
import { mapView } from './export/map-view.ts'
import type { NoteView } from './export/view.ts'

interface Parts {
  readonly text: TextWorker
  readonly vault: Pick<Vault, 'corrections'>
}

/**
 * A note that leaves without names, looked at once more: it may have been redacted when less was known. What is found gets tokens that
 * nobody can open; the note itself stays as it is.
 */
export async function lookedAtAgain(
  { text, vault }: Parts,
  view: NoteView,
  { noteId, language }: { noteId: NoteId; language: string | null },
): Promise<NoteView> {
  const texts: RedactedText[] = []
  mapView(view, (line) => {
    texts.push(redactedTextSchema.parse(line))
    return line
  })
  const corrections = await vault.corrections(noteId).catch((thrown: unknown) => {
    // With the vault closed nobody knows what was to be shown; then it is hidden.
    if (failedWith(thrown, 'VAULT_CLOSED')) return []
    throw thrown
  })
  const never = shownByHand(corrections)
  const scanned = await text.run((worker) => worker.scanMade({ texts, note: null, language, never, isCautious: true }), {})
  let next = 0
  return mapView(view, (line) => scanned.texts[next++] ?? line)
}
