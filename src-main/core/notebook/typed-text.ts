import type { Occurrence } from '../../../src-shared/contract/store.ts'
import type { CorrectionId } from '../../../src-shared/domain/ids.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { TextWorker } from '../pipeline/index.ts'
import type { Store } from '../store/index.ts'
import type { Vault } from '../vault/index.ts'

interface Typed {
  /** The vault's name for what the text hides. */
  readonly unit: string
  readonly place: Extract<Occurrence['place'], 'text' | 'title'>
  readonly text: string
}

type RedactedTyping = Awaited<ReturnType<Parameters<Parameters<TextWorker['run']>[0]>[0]['redactEdit']>> & {
  /** Those it was redacted under. */
  readonly corrections: CorrectionId[]
}

/**
 * What a person types is raw; it is redacted with the note's own tokens before it is stored.
 * @throws Failure NOT_FOUND, NAMES_EXPIRED
 */
export async function redactTypedText(
  { store, vault, text }: { store: Pick<Store, 'read'>; vault: Pick<Vault, 'openNote' | 'corrections'>; text: TextWorker },
  note: Note,
  typed: Typed,
): Promise<RedactedTyping> {
  const key = await store.read.getVaultKey({ noteId: note.id })
  if (key === null) throw new Failure('NOT_FOUND', { what: 'note' })
  const { indexKey, publicKey } = key
  if (indexKey === null) throw new Failure('NAMES_EXPIRED', {})
  const index = await store.read.getIndex({ noteId: note.id })
  const names = await vault.openNote(note.id).catch(() => null)
  const participants =
    names === null ? [] : note.participants.map((name, ordinal): string => names.hydrate(name, `participant:${ordinal}`, 'participant'))
  const corrections = await vault.corrections(note.id)
  const { language } = note
  const redacted = await text.run(
    (worker) => worker.redactEdit({ noteId: note.id, ...typed, participants, publicKey, indexKey, index, language, corrections }),
    {},
  )
  return { ...redacted, corrections: corrections.map(({ id }) => id) }
}
