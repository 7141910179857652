import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { note as copy } from '../../copy/note.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { showToast } from '../../ui/index.ts'
import { showFailure } from '../failure/index.ts'

/** Keeps a note's sound for good, or lets it go a week from now. */
export function useKeepSound(id: NoteId) {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (keep: boolean) => client.notes.keepSound({ id, keep }),
    onSuccess: async (_, keep) => {
      await cache.invalidateQueries({ queryKey: queries.notes.show.key() })
      showToast({ text: keep ? copy.sound.kept : copy.sound.released })
    },
    onError: showFailure,
  })
}
