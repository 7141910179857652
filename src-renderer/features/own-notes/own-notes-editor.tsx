import { useId, useSyncExternalStore, type ReactNode } from 'react'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { clock } from '../../copy/amounts.ts'
import { explainHere } from '../../copy/failures.ts'
import { ownNotes as copy } from '../../copy/own-notes.ts'
import { useSotto } from '../../rpc/index.ts'
import { textOf } from './draft.ts'
import { keeperOf } from './keeper.ts'
import styles from './own-notes.module.css'

export interface OwnNotesEditorProps {
  noteId: NoteId
  /** How far the recording is when a line is begun; nothing where none is made. */
  atMs?: () => number | null
  autoFocus?: boolean
}

/** A page to write on: Enter begins a line, each has its time beside it, and all of it is kept as it is typed. */
export function OwnNotesEditor({ noteId, atMs = () => null, autoFocus = false }: OwnNotesEditorProps): ReactNode {
  const client = useSotto()
  const keeper = keeperOf(noteId, client)
  const { lines, state, failure } = useSyncExternalStore(keeper.subscribe, keeper.current)
  const hint = useId()
  return (
    <div className={styles['editor']}>
      <div className={styles['sheet']}>
        <div className={styles['times']} aria-hidden="true">
          {lines.map(({ id, atMs: begun, text }) => (
            <div key={id} className={styles['timed']}>
              <span className={styles['time']}>{begun === null ? '' : clock(begun)}</span>
              <span className={styles['ghost']}>{text === '' ? '\u200B' : text}</span>
            </div>
          ))}
        </div>
        <textarea
          className={styles['words']}
          aria-label={copy.title}
          aria-describedby={hint}
          placeholder={state === 'reading' ? '' : copy.placeholder}
          readOnly={state === 'reading' || (state === 'failed' && lines.length === 0)}
          value={textOf(lines)}
          onChange={(event) => keeper.type(event.currentTarget.value, atMs())}
          onBlur={() => void keeper.settle()}
          spellCheck={false}
          dir="auto"
          autoFocus={autoFocus}
        />
      </div>
      <p id={hint} className={styles['state']} data-state={state}>
        {failure === null ? copy.state[state] : `${copy.state.failed} ${explainHere(failure).message}`}
      </p>
    </div>
  )
}
