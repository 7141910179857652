import { CircleHelp, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { messageOf } from '../../copy/failures.ts'
import { clock } from '../../copy/amounts.ts'
import { note as copy } from '../../copy/note.ts'
import { Badge, Button, IconButton } from '../../ui/index.ts'
import { useSaveLine } from './save-line.ts'
import { Words } from './words.tsx'
import styles from './transcript.module.css'

type Line = ShownNote['segments'][number]

export interface TranscriptLineProps {
  noteId: ShownNote['id']
  line: Line
  find: string
  isMarked: boolean
  cannotEditBecause: string | undefined
  onEdit: () => void
  onChanged: () => void
}

/** One entry of what was said: when, by whom, the words, and whether they may be doubted. */
export function TranscriptLine({ noteId, line, find, isMarked, cannotEditBecause, onEdit, onChanged }: TranscriptLineProps): ReactNode {
  return (
    <div className={styles['line']} data-marked={isMarked || undefined} data-doubtful={line.marks !== undefined || undefined}>
      <div className={styles['said']}>
        {line.startMs !== null && <time className={styles['time']}>{clock(line.startMs)}</time>}
        <span className={styles['speaker']}>{line.speaker === null ? copy.transcript.unknown : <Words text={line.speaker} find={find} />}</span>
        <span className={styles['edit']}>
          <IconButton glyph={Pencil} label={copy.transcript.edit(line.index + 1)} size="small" onPress={onEdit} disabledBecause={cannotEditBecause} />
        </span>
      </div>
      <p className={styles['words']} dir="auto">
        <Words text={line.text} find={find} />
      </p>
      {line.marks?.map((mark) => (
        <p key={mark}>
          <Badge tone="warning" icon={CircleHelp}>
            {copy.transcript.doubt[mark]}
          </Badge>
        </p>
      ))}
      {line.conflictingEdit !== undefined && (
        <Conflict noteId={noteId} line={line} edit={line.conflictingEdit} cannotEditBecause={cannotEditBecause} onChanged={onChanged} />
      )}
    </div>
  )
}

interface ConflictProps {
  noteId: ShownNote['id']
  line: Line
  edit: string
  cannotEditBecause: string | undefined
  onChanged: () => void
}

/** The recording was heard again and says otherwise than before the person put it right; both stand until one is chosen. */
function Conflict({ noteId, line, edit, cannotEditBecause, onChanged }: ConflictProps): ReactNode {
  const save = useSaveLine(noteId, line.index, onChanged)
  return (
    <div className={styles['conflict']}>
      <p className={styles['note']}>{copy.transcript.conflict}</p>
      <p className={styles['words']} dir="auto">
        <Words text={edit} />
      </p>
      {save.error !== null && <p role="alert">{messageOf(save.error)}</p>}
      <div className={styles['choices']}>
        <Button size="small" disabledBecause={cannotEditBecause} isPending={save.isPending} onPress={() => save.mutate(edit)}>
          {copy.transcript.myWords}
        </Button>
        <Button size="small" disabledBecause={cannotEditBecause} isPending={save.isPending} onPress={() => save.mutate(line.text)}>
          {copy.transcript.heardWords}
        </Button>
      </div>
    </div>
  )
}
