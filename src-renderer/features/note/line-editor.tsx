import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import { explainHere } from '../../copy/failures.ts'
import { note as copy } from '../../copy/note.ts'
import { Button, TextArea } from '../../ui/index.ts'
import { useSaveLine } from './save-line.ts'
import styles from './transcript.module.css'

export interface LineEditorProps {
  noteId: ShownNote['id']
  line: ShownNote['segments'][number]
  onLeave: () => void
  onSaved: () => void
}

/** A line's words, to be put right where they stand. What is typed is hidden anew before it is stored. */
export function LineEditor({ noteId, line, onLeave, onSaved }: LineEditorProps): ReactNode {
  const [draft, setDraft] = useState(line.text)
  const save = useSaveLine(noteId, line.index, () => {
    onSaved()
    onLeave()
  })
  const submit = (): void => {
    const text = draft.trim()
    if (text === '' || text === line.text) onLeave()
    else if (!save.isPending) save.mutate(text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onLeave()
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the field in it has the keys; this only listens
    <div className={styles['editor']} onKeyDown={onKeyDown}>
      <TextArea
        label={copy.transcript.words}
        isLabelHidden
        value={draft}
        onChange={setDraft}
        text="reading"
        autoFocus
        description={copy.transcript.how}
        error={save.error === null ? undefined : explainHere(toFailure(save.error)).message}
      />
      <div className={styles['choices']}>
        <Button variant="primary" size="small" isPending={save.isPending} onPress={submit}>
          {copy.save}
        </Button>
        <Button size="small" onPress={onLeave}>
          {copy.cancel}
        </Button>
      </div>
    </div>
  )
}
