import { useEffect, useState } from 'react'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Hearing } from '../../../src-shared/domain/live.ts'
import { useSotto, type SottoClient } from '../../rpc/index.ts'

/** Whether the words of a recording come now, and if not, why; null until that is known. */
export function useHearing(noteId: NoteId | null): Hearing | null {
  const client = useSotto()
  const [seen, setSeen] = useState<{ readonly of: NoteId; readonly hearing: Hearing } | null>(null)
  useEffect(() => {
    if (noteId === null) return
    const stop = new AbortController()
    // What breaks off is the connection, which says so itself.
    watch(client, noteId, stop.signal, (hearing) => setSeen({ of: noteId, hearing })).catch(() => undefined)
    return () => stop.abort()
  }, [client, noteId])
  return seen !== null && seen.of === noteId ? seen.hearing : null
}

async function watch(client: SottoClient, noteId: NoteId, signal: AbortSignal, onHearing: (hearing: Hearing) => void): Promise<void> {
  for await (const hearing of await client.recordings.hearing({ noteId }, { signal })) onHearing(hearing)
}
