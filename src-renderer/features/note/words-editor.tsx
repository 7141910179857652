import { useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react'
import { messageOf } from '../../copy/failures.ts'
import { note as copy } from '../../copy/note.ts'
import { Button, TextArea } from '../../ui/index.ts'
import styles from './words-editor.module.css'

export interface WordsEditorProps {
  /** What the words are, for those who do not see where they stand. */
  label: string
  text: string
  /** What saving them threw; null: nothing. */
  error: unknown
  isSaving: boolean
  /** Told of other words than before, without spaces around them. */
  onSave: (words: string) => void
  onLeave: () => void
}

/** Words to be put right where they stand: Escape leaves them as they were, Ctrl or Command with Enter saves. */
export function WordsEditor({ label, text, error, isSaving, onSave, onLeave }: WordsEditorProps): ReactNode {
  const [draft, setDraft] = useState(text)
  const submit = (): void => {
    const words = draft.trim()
    if (words === '' || words === text) onLeave()
    else if (!isSaving) onSave(words)
  }
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    submit()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onLeave()
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
  }
  return (
    <form className={styles['editor']} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <TextArea
        label={label}
        isLabelHidden
        value={draft}
        onChange={setDraft}
        text="reading"
        autoFocus
        description={copy.transcript.how}
        error={messageOf(error)}
      />
      <div className={styles['choices']}>
        <Button type="submit" variant="primary" size="small" isPending={isSaving}>
          {copy.save}
        </Button>
        <Button size="small" onPress={onLeave}>
          {copy.cancel}
        </Button>
      </div>
    </form>
  )
}
