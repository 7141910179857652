import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ListedNote } from '../../../src-shared/contract/app.ts'
import type { Job } from '../../../src-shared/domain/job.ts'
import { useNames, useQueries } from '../../rpc/index.ts'
import type { ListRow } from '../../ui/index.ts'
import { library } from '../../copy/library.ts'
import { useHidden } from './deletion.ts'
import { useImports } from './imports.ts'
import { rowStateOf, type RowState } from './row-state.ts'
import { useWatchedJobs } from './use-watched-jobs.ts'

/** Changes made elsewhere, such as an import by the command line, are seen within this. */
const LOOK_EVERY_MS = 10_000

export interface Meeting extends ListRow {
  readonly id: ListedNote['id']
  readonly head: ListedNote
  readonly date: string
  readonly createdAt: number
  readonly row: RowState
}

/** Every meeting with how it stands, live. */
export function useLibrary() {
  const queries = useQueries()
  const cache = useQueryClient()
  const imported = useImports((imports) => imports.imported)
  const hidden = useHidden((state) => state.ids)
  const reveal = useNames((names) => names.areShown)
  const notes = useQuery(
    // Titles with names never stand in for titles without.
    queries.notes.list.queryOptions({ input: { reveal }, refetchInterval: LOOK_EVERY_MS, ...(reveal && { placeholderData: keepPreviousData }) }),
  )
  const known = useQuery(queries.jobs.list.queryOptions({ input: {}, refetchInterval: LOOK_EVERY_MS }))
  useEffect(() => {
    if (imported === 0) return
    void cache.invalidateQueries({ queryKey: queries.notes.key() })
    void cache.invalidateQueries({ queryKey: queries.jobs.key() })
  }, [imported, cache, queries])

  const heads = (notes.data ?? []).filter(({ id }) => !hidden.has(id))
  const jobsOf = Map.groupBy(known.data ?? [], ({ noteId }) => noteId)
  const working = heads.filter((head) => rowStateOf(head, jobsOf.get(head.id) ?? []).is === 'working').map(({ id }) => id)
  const live = useWatchedJobs(working)
  const meetings = heads.map((head): Meeting => {
    const jobs = (jobsOf.get(head.id) ?? []).map((job): Job => live.get(job.id) ?? job)
    return { id: head.id, text: head.title ?? library.untitled, head, date: head.date, createdAt: head.createdAt, row: rowStateOf(head, jobs) }
  })
  return { meetings, isPending: notes.isPending, error: notes.error, refetch: notes.refetch }
}
