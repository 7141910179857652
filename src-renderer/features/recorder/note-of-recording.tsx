import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { recorder as copy } from '../../copy/recorder.ts'
import { goTo, useQueries, useRecorder, useRoute, useSotto } from '../../rpc/index.ts'
import { showToast } from '../../ui/index.ts'
import { follow, useFollowing } from './following.ts'

/** Whoever began a recording describes it; everybody else gives them so long. */
const OTHERS_WAIT_MS = 2_000

/**
 * Stands once in the open window: has a note made of every recording under way, wherever it was begun, and leads to that note once it
 * is over.
 */
export function NoteOfRecording(): null {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const route = useRoute()
  const recordingId = useRecorder(({ state }) => (state === null || state.state === 'idle' ? null : state.recordingId))
  const { recordingId: followed, noteId, isStarting } = useFollowing()
  useEffect(() => {
    if (recordingId === null || recordingId === followed || isStarting) return
    const timer = setTimeout(() => void follow(client, recordingId), OTHERS_WAIT_MS)
    return () => clearTimeout(timer)
  }, [client, recordingId, followed, isStarting])

  const last = useRecorder(({ state }) => (state?.state === 'idle' ? state.last : null))
  const before = useRef(recordingId)
  useEffect(() => {
    const was = before.current
    before.current = recordingId
    if (noteId !== null || was !== recordingId) void cache.invalidateQueries({ queryKey: queries.notes.key() })
    if (was === null || recordingId !== null || was !== followed || noteId === null) return
    if (route.screen === 'record') goTo({ screen: 'note', id: noteId })
    else if (last !== null) {
      const text = copy.saved(last.recordedMs)
      showToast({ text, spoken: copy.spoken.stopped(last.recordedMs), action: { label: copy.openNote, onAction: () => goTo({ screen: 'note', id: noteId }) } })
    }
  }, [recordingId, followed, noteId, route.screen, last, cache, queries])
  return null
}
