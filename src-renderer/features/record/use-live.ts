import { useEffect, useState } from 'react'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { LiveEvent } from '../../../src-shared/domain/live.ts'
import { useSotto, type SottoClient } from '../../rpc/index.ts'
import { afterEvents, NO_LINES, type LiveLines } from './live-lines.ts'

/** What comes within this is drawn together: a meeting that is opened late brings all that was said so far at once. */
const TOGETHER_MS = 60
/** A recording that has just begun is not heard yet; then there is nothing to watch, and it is asked again. */
const AGAIN_MS = 1_500

/** The words of a recording under way, as they come; while they wait, those there are stay. */
export function useLive(noteId: NoteId | null, isHeard: boolean): LiveLines {
  const client = useSotto()
  const [seen, setSeen] = useState<{ readonly of: NoteId | null; readonly lines: LiveLines }>({ of: null, lines: NO_LINES })
  useEffect(() => {
    if (noteId === null || !isHeard) return
    const stop = new AbortController()
    let lines = NO_LINES
    let waiting: LiveEvent[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = (): void => {
      timer = undefined
      lines = afterEvents(lines, waiting)
      waiting = []
      setSeen({ of: noteId, lines })
    }
    const onBegin = (): void => {
      lines = NO_LINES
      waiting = []
    }
    const onEvent = (event: LiveEvent): void => {
      waiting.push(event)
      timer ??= setTimeout(draw, TOGETHER_MS)
    }
    void watch(client, noteId, stop.signal, { onBegin, onEvent })
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [client, noteId, isHeard])
  return seen.of === noteId ? seen.lines : NO_LINES
}

interface Watching {
  /** Everything said so far comes anew. */
  readonly onBegin: () => void
  readonly onEvent: (event: LiveEvent) => void
}

async function watch(client: SottoClient, noteId: NoteId, signal: AbortSignal, { onBegin, onEvent }: Watching): Promise<void> {
  for (let isOver = false; !isOver && !signal.aborted; ) {
    onBegin()
    try {
      for await (const event of await client.live.watch({ noteId }, { signal })) {
        if (signal.aborted) return
        onEvent(event)
        isOver = event.kind === 'end'
      }
    } catch {
      // Why it broke off, the end or the connection itself says.
    }
    if (!isOver) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
