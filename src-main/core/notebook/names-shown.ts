import type { NoteId } from '../../../src-shared/domain/ids.ts'

/**
 * What was read of a note with its names, for lists that are looked at every few seconds: each opening of the vault is audited,
 * so a note is opened once, and again only when its redacted words have changed.
 */
export function rememberNames<Shown>() {
  const known = new Map<NoteId, { readonly redacted: string; readonly shown: Shown }>()
  return {
    /** @param redacted what the names are put into; another one is read anew */
    async of(id: NoteId, redacted: string, open: () => Promise<Shown>): Promise<Shown> {
      const before = known.get(id)
      if (before?.redacted === redacted) return before.shown
      const shown = await open()
      known.set(id, { redacted, shown })
      return shown
    },
    /** Another spelling of a name may hide behind the same token. */
    forget: (noteId: NoteId): void => void known.delete(noteId),
  }
}
