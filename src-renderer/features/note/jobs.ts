import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { JOB_KINDS, type Job, type JobKind, type JobState } from '../../../src-shared/domain/job.ts'
import { toFailure, type Failure } from '../../../src-shared/errors/failure.ts'
import { useQueries, useSotto, type SottoClient } from '../../rpc/index.ts'

const UNDER_WAY: readonly JobState[] = ['queued', 'running', 'waiting']

export const isUnderWay = (job: Job): boolean => UNDER_WAY.includes(job.state)

export interface Work {
  /** The newest job of each stage, in the order of the stages. */
  readonly jobs: readonly Job[]
  readonly failure: Failure | null
  /** After something new was started: the app stops telling when all has ended. */
  watchAgain(): void
}

/** Follows the work on a note while it is on screen, and reads the note anew whenever a stage ends. */
export function useWork(noteId: NoteId): Work {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const [newest, setNewest] = useState<Partial<Record<JobKind, Job>>>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const current = useRef<AbortController | null>(null)
  // Kept from one watch to the next: work that ended before the app was asked about it again is news too.
  const known = useRef<Map<string, JobState> | null>(null)

  const watch = useCallback(() => {
    current.current?.abort()
    const stop = new AbortController()
    current.current = stop
    const isFirst = known.current === null
    const seen = (known.current ??= new Map<string, JobState>())
    const onJob = (job: Job): void => {
      setFailure(null)
      setNewest((before) => ((before[job.kind]?.id ?? '') > job.id ? before : { ...before, [job.kind]: job }))
      const before = seen.get(job.id)
      seen.set(job.id, job.state)
      const isNews = before === undefined ? !isFirst : before !== job.state
      if (isNews && !isUnderWay(job)) void cache.invalidateQueries({ queryKey: queries.notes.key() })
    }
    follow(client, noteId, stop.signal, onJob).catch((thrown: unknown) => {
      if (!stop.signal.aborted) setFailure(toFailure(thrown))
    })
  }, [client, queries, cache, noteId])

  useEffect(() => {
    known.current = null // another note
    watch()
    return () => current.current?.abort()
  }, [watch])

  const jobs = JOB_KINDS.map((kind) => newest[kind]).filter((job) => job !== undefined)
  return { jobs, failure, watchAgain: watch }
}

async function follow(client: SottoClient, noteId: NoteId, signal: AbortSignal, onJob: (job: Job) => void): Promise<void> {
  for await (const job of await client.jobs.watch({ noteId }, { signal })) {
    if (signal.aborted) return
    onJob(job)
  }
}
