import type { ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { note as copy } from '../../copy/note.ts'
import { useSaveLine } from './save-line.ts'
import { WordsEditor } from './words-editor.tsx'
import styles from './transcript.module.css'

export interface LineEditorProps {
  noteId: ShownNote['id']
  line: ShownNote['segments'][number]
  onLeave: () => void
  onSaved: () => void
}

/** A line's words, to be put right where they stand. What is typed is hidden anew before it is stored. */
export function LineEditor({ noteId, line, onLeave, onSaved }: LineEditorProps): ReactNode {
  const save = useSaveLine(noteId, line.index, () => {
    onSaved()
    onLeave()
  })
  return (
    <div className={styles['editor']}>
      <WordsEditor label={copy.transcript.words} text={line.text} error={save.error} isSaving={save.isPending} onSave={save.mutate} onLeave={onLeave} />
    </div>
  )
}
