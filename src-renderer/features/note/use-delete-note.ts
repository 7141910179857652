import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { note as copy } from '../../copy/note.ts'
import { goTo, useQueries, useSotto } from '../../rpc/index.ts'
import { announce, showToast } from '../../ui/index.ts'
import { showFailure } from '../failure/index.ts'

/**
 * The app erases by itself after this, whatever becomes of the window. Longer than the toast, whose clock stops while somebody
 * is about to press Undo.
 */
const ERASED_AFTER_MS = 60_000

/** Takes the note away at once; for a while it can be had back. */
export function useDeleteNote(id: NoteId) {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: queries.notes.list.key() })
  const undo = async (): Promise<void> => {
    try {
      await client.notes.undoDelete({ id })
      await refresh()
      announce(copy.undone)
      goTo({ screen: 'note', id })
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  // When this fails the app still erases by itself, a little later.
  const eraseNow = (): Promise<unknown> => client.notes.delete({ id, undoMs: 0 }).catch(() => undefined)
  return useMutation({
    mutationFn: () => client.notes.delete({ id, undoMs: ERASED_AFTER_MS }),
    onSuccess: async () => {
      goTo({ screen: 'library' })
      await refresh()
      showToast({ text: copy.deleted, action: { label: copy.undo, onAction: () => void undo() }, onGone: () => void eraseNow() })
    },
    onError: showFailure,
  })
}
