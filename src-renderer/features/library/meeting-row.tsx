import { AudioLines, Check, CircleAlert, CircleSlash, FileText, Hourglass, RotateCcw, Square, SquareCheck, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { explainHere } from '../../copy/failures.ts'
import { library } from '../../copy/library.ts'
import { hrefOf } from '../../rpc/index.ts'
import { Badge, Button, Icon, IconButton, Link, Progress } from '../../ui/index.ts'
import { momentOf } from './days.ts'
import type { RowState } from './row-state.ts'
import { Title } from './title.tsx'
import { Ending, UnderWay } from './recorded-row.tsx'
import type { Meeting } from './use-library.ts'
import styles from './meeting-row.module.css'

const copy = library.row

export interface MeetingRowProps {
  meeting: Meeting
  isSelected: boolean
  onSelect: () => void
  onDelete: () => void
  onCancel: () => void
  onRetry: () => void
}

/** One meeting: its title, when and how long, how it stands, and what can be done about that. */
export function MeetingRow({ meeting, isSelected, onSelect, onDelete, onCancel, onRetry }: MeetingRowProps): ReactNode {
  const { head, text, row } = meeting
  return (
    <div className={styles['meeting']}>
      <div className={styles['select']} data-selected={isSelected || undefined}>
        <Icon glyph={head.format === 'recording' ? AudioLines : FileText} className={styles['kind'] ?? ''} />
        <IconButton glyph={isSelected ? SquareCheck : Square} label={copy.select(text)} size="small" isPressedDown={isSelected} onPress={onSelect} />
      </div>
      <div className={styles['words']}>
        <span className={styles['title']} dir="auto">
          <Title text={text} />
        </span>
        <Facts meeting={meeting} />
        <Trouble row={row} />
        <Ending meeting={meeting} onDelete={onDelete} />
      </div>
      <div className={styles['state']}>
        <State row={row} title={text} onCancel={onCancel} onRetry={onRetry} />
      </div>
      <div className={styles['actions']}>
        <IconButton
          glyph={Trash2}
          label={copy.delete(text)}
          size="small"
          onPress={onDelete}
          disabledBecause={row.is === 'recording' ? copy.stopFirst : undefined}
        />
      </div>
    </div>
  )
}

function Facts({ meeting: { head } }: { meeting: Meeting }): ReactNode {
  const { at, hasTime } = momentOf(head.date)
  const facts = [
    hasTime && new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at),
    head.durationMs !== null && head.durationMs > 0 && copy.minutes(Math.round(head.durationMs / 60_000)),
    head.speakerCount > 0 && copy.speakers(head.speakerCount),
    head.actionCount > 0 && copy.actions(head.actionCount),
  ].filter((fact) => typeof fact === 'string')
  return <span className={styles['facts']}>{facts.length === 0 ? (head.format === 'recording' ? copy.recording : copy.transcript) : facts.join(' · ')}</span>
}

function Trouble({ row }: { row: RowState }): ReactNode {
  if (row.is === 'cancelled') return <span className={styles['trouble']}>{library.cancelled}</span>
  if (row.is !== 'failed') return null
  if (row.failure === undefined) return <span className={styles['trouble']}>{library.failed}</span>
  const { message, fix, offersModels } = explainHere(row.failure)
  return (
    <span className={styles['trouble']}>
      {message} {fix} {offersModels && <Link href={hrefOf({ screen: 'models' })}>{copy.models}</Link>}
    </span>
  )
}

function State({ row, title, onCancel, onRetry }: { row: RowState; title: string; onCancel: () => void; onRetry: () => void }): ReactNode {
  if (row.is === 'ready') return <Badge icon={Check}>{copy.ready}</Badge>
  if (row.is === 'recording') return <UnderWay />
  if (row.is === 'working') {
    const { job } = row
    const stage = library.stage[job === undefined || job.state === 'queued' ? 'queued' : job.state === 'waiting' ? 'waiting' : job.kind]
    const isCounted = job?.state === 'running' && job.progress > 0
    if (job !== undefined && job.state !== 'running') {
      return (
        <>
          <Badge icon={Hourglass}>{stage}</Badge>
          <IconButton glyph={X} label={copy.cancelOf(title)} size="small" onPress={onCancel} />
        </>
      )
    }
    return (
      <div className={styles['progress']}>
        <Progress
          label={stage}
          fraction={isCounted ? job.progress : undefined}
          actions={job !== undefined && <IconButton glyph={X} label={copy.cancelOf(title)} size="small" onPress={onCancel} />}
        />
      </div>
    )
  }
  return (
    <>
      {row.is === 'failed' ? (
        <Badge tone="danger" icon={CircleAlert}>
          {library.filter.attention}
        </Badge>
      ) : (
        <Badge icon={CircleSlash}>{library.stopped}</Badge>
      )}
      {row.job !== undefined && (
        <Button size="small" icon={RotateCcw} onPress={onRetry}>
          {copy.retry}
        </Button>
      )}
    </>
  )
}
