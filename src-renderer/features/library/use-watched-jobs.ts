import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { noteIdSchema, type NoteId } from '../../../src-shared/domain/ids.ts'
import type { Job } from '../../../src-shared/domain/job.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'

/**
 * Follows the work on these notes. When the work on one has ended, notes and jobs are read anew and what was followed is
 * forgotten, so that the stored state has the last word.
 */
export function useWatchedJobs(working: readonly NoteId[]): ReadonlyMap<Job['id'], Job> {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const [live, setLive] = useState<ReadonlyMap<Job['id'], Job>>(new Map())
  const watches = useRef(new Map<NoteId, AbortController>())
  // The same notes in another array are no reason to begin again.
  const wantedKey = [...working].sort().join()

  const follow = useEffectEvent(async (noteId: NoteId, { signal }: AbortController): Promise<void> => {
    for await (const job of await client.jobs.watch({ noteId }, { signal })) {
      if (signal.aborted) return
      setLive((jobs) => new Map(jobs).set(job.id, job))
    }
    await cache.invalidateQueries({ queryKey: queries.jobs.key() })
    setLive((jobs) => new Map([...jobs].filter(([, job]) => job.noteId !== noteId)))
    await cache.invalidateQueries({ queryKey: queries.notes.key() })
  })

  useEffect(() => {
    const running = watches.current
    const wanted = new Set(wantedKey === '' ? [] : wantedKey.split(',').map((id) => noteIdSchema.parse(id)))
    for (const [id, abort] of running) {
      if (wanted.has(id)) continue
      abort.abort()
      running.delete(id)
    }
    for (const noteId of wanted) {
      if (running.has(noteId)) continue
      const abort = new AbortController()
      running.set(noteId, abort)
      // A watch that breaks off is not the person's concern: the lists are read again anyway.
      follow(noteId, abort).catch(() => undefined)
    }
  }, [wantedKey])
  useEffect(() => {
    const running = watches.current
    return () => {
      for (const abort of running.values()) abort.abort()
      running.clear()
    }
  }, [])
  return live
}
