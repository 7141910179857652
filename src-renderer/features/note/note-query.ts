import { useQuery } from '@tanstack/react-query'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { useNames, useQueries } from '../../rpc/index.ts'

/** A note as the person reads it: with names or with tokens, as chosen for every screen at once. */
export function useNote(noteId: NoteId) {
  const reveal = useNames((names) => names.areShown)
  return useQuery({
    ...useQueries().notes.show.queryOptions({ input: { id: noteId, reveal } }),
    // Switching names keeps the place on the page until the other reading is there; never another note's words.
    placeholderData: (before: ShownNote | undefined) => (before?.id === noteId ? before : undefined),
  })
}
