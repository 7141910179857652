import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { note as copy } from '../../copy/note.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { announce } from '../../ui/index.ts'
import { useStale } from './stale.ts'

/** Saves other words for a line, and remembers when a model's summary no longer fits them. */
export function useSaveLine(noteId: NoteId, segment: number, onSaved: () => void) {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (text: string) => client.notes.editSegment({ id: noteId, segment, text }),
    onSuccess: async ({ summaryIsStale }) => {
      if (summaryIsStale) useStale.getState().mark(noteId)
      announce(copy.transcript.saved)
      await cache.invalidateQueries({ queryKey: queries.notes.key() })
      onSaved()
    },
  })
}
