import { useQuery } from '@tanstack/react-query'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { useNames, useQueries, useRecorder } from '../../rpc/index.ts'

const LOOK_EVERY_MS = 1_000

/** A note as the person reads it: with names or with tokens, as chosen for every screen at once. */
export function useNote(noteId: NoteId) {
  const reveal = useNames((names) => names.areShown)
  const isOver = useRecorder(({ state }) => state?.state === 'idle')
  return useQuery({
    ...useQueries().notes.show.queryOptions({ input: { id: noteId, reveal } }),
    // A recording that has just ended becomes a note within moments, and nothing tells when.
    refetchInterval: ({ state }) => (isOver && state.data?.recorded?.ending === 'under-way' ? LOOK_EVERY_MS : false),
    // Switching names keeps the place on the page until the other reading is there; never another note's words.
    placeholderData: (before: ShownNote | undefined) => (before?.id === noteId ? before : undefined),
  })
}
