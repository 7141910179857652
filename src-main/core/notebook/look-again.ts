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

type NoteTokens = Parameters<Parameters<Parameters<TextWorker['run']>[0]>[0]['scanMade']>[0]['note']

/**
 * Texts out of a note, looked at once more before they leave or are shown as a model's. With `note`, a name the note knows goes by its
 * token, and what is found besides by a number that stands nowhere in it; nothing of it is stored.
 */
export async function textsLookedAtAgain(
  { text, vault }: Parts,
  texts: readonly RedactedText[],
  { noteId, language, note = null, signal }: { noteId: NoteId; language: string | null; note?: NoteTokens; signal?: AbortSignal },
): Promise<RedactedText[]> {
  if (texts.length === 0) return []
  const corrections = await vault.corrections(noteId).catch((thrown: unknown) => {
    // With the vault closed nobody knows what was to be shown; then it is hidden.
    if (failedWith(thrown, 'VAULT_CLOSED')) return []
    throw thrown
  })
  const never = shownByHand(corrections)
  const input = { texts: [...texts], note, language, never, isCautious: true }
  return (await text.run((worker) => worker.scanMade(input), signal === undefined ? {} : { signal })).texts
}

/**
 * A note that leaves without names, looked at once more: it may have been redacted when less was known. What is found gets tokens that
 * nobody can open; the note itself stays as it is.
 */
export async function lookedAtAgain(
  parts: Parts,
  view: NoteView,
  { noteId, language }: { noteId: NoteId; language: string | null },
): Promise<NoteView> {
  const texts: RedactedText[] = []
  mapView(view, (line) => {
    texts.push(redactedTextSchema.parse(line))
    return line
  })
  const scanned = await textsLookedAtAgain(parts, texts, { noteId, language })
  let next = 0
  return mapView(view, (line) => scanned[next++] ?? line)
}
