import { useMutation, useQueryClient } from '@tanstack/react-query'
import { SearchX, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { JobId } from '../../../src-shared/domain/ids.ts'
import { library } from '../../copy/library.ts'
import { goTo, useQueries, useSotto } from '../../rpc/index.ts'
import { Button, EmptyState, List } from '../../ui/index.ts'
import { byDay, newestFirst } from './days.ts'
import { useDeletion } from './deletion.ts'
import { MeetingRow } from './meeting-row.tsx'
import type { RowState } from './row-state.ts'
import type { Meeting } from './use-library.ts'
import { useToday } from './use-today.ts'
import { showFailure } from '../failure/index.ts'
import styles from './library.module.css'

export const FILTERS = ['all', 'working', 'ready', 'attention'] as const
export type FilterId = (typeof FILTERS)[number]

const IN_FILTER: Readonly<Record<FilterId, (row: RowState) => boolean>> = {
  all: () => true,
  working: ({ is }) => is === 'working' || is === 'recording',
  ready: ({ is }) => is === 'ready',
  attention: ({ is }) => is === 'failed' || is === 'cancelled',
}

interface Row extends Meeting {
  readonly isChosen: boolean
}

/** As many rows as a person scans; the rest is a press away, and search looks at all of them. */
const ROWS_AT_ONCE = 150

/** Meetings by day; chosen ones can be deleted together. */
export function MeetingList({ meetings, filter, onShowAll }: { meetings: readonly Meeting[]; filter: FilterId; onShowAll: () => void }): ReactNode {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [limit, setLimit] = useState(ROWS_AT_ONCE)
  const remove = useDeletion()
  const today = useToday()
  const jobs = useJobActions()

  const shown = meetings.filter(({ row }) => IN_FILTER[filter](row))
  if (filter !== 'all' && shown.length === 0) {
    return (
      <EmptyState glyph={SearchX} title={library.nothingHere[filter]} actions={<Button onPress={onShowAll}>{library.showAll}</Button>}>
        {undefined}
      </EmptyState>
    )
  }
  // A row is drawn anew only when it is another object, so what changes its look is part of it.
  const rows = newestFirst(shown).slice(0, limit).map((meeting): Row => ({ ...meeting, isChosen: chosen.has(meeting.id) }))
  const sections = byDay(rows, today)
  const selected = shown.filter(({ id }) => chosen.has(id))
  const toggle = (id: string): void => setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]))
  const removeAll = (gone: readonly Meeting[]): void => {
    const leaving = new Set<string>(gone.map(({ id }) => id))
    setChosen((before) => new Set([...before].filter((id) => !leaving.has(id))))
    void remove(gone.map(({ id, text }) => ({ id, title: text })))
  }
  return (
    <div className={styles['meetings']}>
      {selected.length > 0 && (
        <div className={styles['selection']} role="toolbar" aria-label={library.selection.label}>
          <span className={styles['chosen']}>{library.selection.count(selected.length)}</span>
          <Button size="small" variant="quiet" onPress={() => setChosen(new Set(shown.map(({ id }) => id)))}>
            {library.selection.all}
          </Button>
          <Button size="small" variant="quiet" onPress={() => setChosen(new Set())}>
            {library.selection.none}
          </Button>
          <Button size="small" variant="danger" icon={Trash2} onPress={() => removeAll(selected)}>
            {library.selection.delete(selected.length)}
          </Button>
        </div>
      )}
      <List<Row>
        label={library.list}
        sections={sections}
        selectedIds={new Set(selected.map(({ id }) => id))}
        onSelect={setChosen}
        onOpen={(id) => {
          const isRecording = rows.some((row) => row.id === id && row.row.is === 'recording')
          goTo(isRecording ? { screen: 'record' } : { screen: 'note', id })
        }}
      >
        {(meeting) => (
          <MeetingRow
            meeting={meeting}
            isSelected={meeting.isChosen}
            onSelect={() => toggle(meeting.id)}
            onDelete={() => removeAll([meeting])}
            onCancel={() => jobs.act(meeting.row, 'cancel')}
            onRetry={() => jobs.act(meeting.row, 'retry')}
          />
        )}
      </List>
      {shown.length > limit && (
        <Button onPress={() => setLimit(limit + ROWS_AT_ONCE)}>{library.older(Math.min(ROWS_AT_ONCE, shown.length - limit))}</Button>
      )}
    </div>
  )
}

function useJobActions() {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const action = useMutation({
    mutationFn: ({ jobId, to }: { jobId: JobId; to: 'cancel' | 'retry' }) => client.jobs[to]({ jobId }),
    onError: showFailure,
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: queries.jobs.key() })
      await cache.invalidateQueries({ queryKey: queries.notes.key() })
    },
  })
  return {
    act(row: RowState, to: 'cancel' | 'retry'): void {
      if (row.is !== 'ready' && row.is !== 'recording' && row.job !== undefined) action.mutate({ jobId: row.job.id, to })
    },
  }
}
