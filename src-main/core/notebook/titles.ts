import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { NoteHead } from '../../../src-shared/domain/note.ts'
import type { RedactedText } from '../../../src-shared/domain/text.ts'
import { tokensIn } from '../../../src-shared/domain/token.ts'
import { withTokens, type Reading } from './show.ts'

/**
 * Titles with their names, for the list of notes. A list is looked at every few seconds, and each opening of the vault is
 * audited: a note is opened for its title once, and only where the title hides something.
 */
export function createTitles(open: (noteId: NoteId) => Promise<Reading>) {
  const known = new Map<NoteId, { readonly title: RedactedText; readonly shown: string }>()
  return {
    async of({ id, title }: Pick<NoteHead, 'id' | 'title'>): Promise<string | null> {
      if (title === null) return null
      if (tokensIn(title).next().done === true) return withTokens.said(title, 'title', 'title')
      const before = known.get(id)
      if (before?.title === title) return before.shown
      const shown = (await open(id)).said(title, 'title', 'title')
      known.set(id, { title, shown })
      return shown
    },
    /** Another spelling of a name may hide behind the same token. */
    forget: (noteId: NoteId): void => void known.delete(noteId),
  }
}
