import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState, type SubmitEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { messageOf } from '../../copy/failures.ts'
import { note as copy } from '../../copy/note.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { Button, Field, IconButton, VisuallyHidden } from '../../ui/index.ts'
import { Words } from './words.tsx'
import styles from './note.module.css'

/** The heading of the page, changed where it stands. */
export function Title({ note }: { note: ShownNote }): ReactNode {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const [draft, setDraft] = useState<string | null>(null)
  const pencil = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    // The field that had the focus is gone; the button that opened it is there again.
    if (wasEditing.current && draft === null) pencil.current?.focus()
    wasEditing.current = draft !== null
  }, [draft])
  const close = (): void => setDraft(null)
  const save = useMutation({
    mutationFn: (text: string) => client.notes.editTitle({ id: note.id, text }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queries.notes.key() })
      close()
    },
  })
  const shown = note.title ?? copy.untitled
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const text = draft?.trim() ?? ''
    if (text !== '' && text !== note.title) save.mutate(text)
    else close()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
  }
  if (draft !== null) {
    return (
      <>
        <VisuallyHidden>
          <h1 tabIndex={-1}>{shown}</h1>
        </VisuallyHidden>
        {/* Escape leaves the form without a change; its controls have the keys, the form only listens. */}
        <form className={styles['rename']} onSubmit={submit} onKeyDown={onKeyDown}>
          <Field
            label={copy.title.label}
            isLabelHidden
            value={draft}
            onChange={setDraft}
            autoFocus
            error={messageOf(save.error)}
          />
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {copy.save}
          </Button>
          <Button onPress={close}>{copy.cancel}</Button>
        </form>
      </>
    )
  }
  return (
    <div className={styles['titleRow']}>
      <h1 className={styles['title']} tabIndex={-1} dir="auto">
        <Words text={shown} />
      </h1>
      {note.title !== null && (
        <IconButton
          glyph={Pencil}
          label={copy.title.edit}
          size="small"
          onPress={() => setDraft(shown)}
          disabledBecause={note.revealed ? undefined : copy.title.showNamesFirst}
          ref={pencil}
        />
      )}
    </div>
  )
}
