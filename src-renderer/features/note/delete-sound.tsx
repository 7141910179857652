import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { messageOf } from '../../copy/failures.ts'
import { note as copy } from '../../copy/note.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { ConfirmDialog, showToast } from '../../ui/index.ts'

/** The recording alone; there is no way back, so it asks. */
export function DeleteSound({ note, onClose }: { note: ShownNote; onClose: () => void }): ReactNode {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const erase = useMutation({
    mutationFn: () => client.notes.deleteSound({ id: note.id }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queries.notes.show.key() })
      onClose()
      showToast({ text: copy.sound.deleted })
    },
  })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={copy.sound.deleteTitle}
      confirmLabel={copy.sound.delete}
      onConfirm={() => erase.mutate()}
      isDestructive
      isPending={erase.isPending}
      error={messageOf(erase.error)}
    >
      {copy.sound.deleteMeaning}
    </ConfirmDialog>
  )
}
