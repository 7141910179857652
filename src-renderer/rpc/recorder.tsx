import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { RecorderClient } from './client.ts'
import { openRecorder } from './connect.ts'
import { followRecorder, UNSEEN, type RecorderFollower, type SeenRecorder } from './follow-recorder.ts'

interface Recorder {
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => SeenRecorder
  readonly client: () => Promise<RecorderClient>
}

const RecorderContext = createContext<Recorder | null>(null)

/** Stands once, around everything that shows or steers the recorder: one subscription for the whole window. */
export function RecorderProvider({ children }: { readonly children: ReactNode }) {
  const [{ recorder, begin }] = useState(createRecorder)
  useEffect(() => begin(), [begin])
  return <RecorderContext value={recorder}>{children}</RecorderContext>
}

function createRecorder(): { recorder: Recorder; begin(): () => void } {
  const listeners = new Set<() => void>()
  let seen = UNSEEN
  let follower: RecorderFollower | undefined
  const onSeen = (next: SeenRecorder): void => {
    seen = next
    for (const listener of listeners) listener()
  }
  const recorder: Recorder = {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    current: () => seen,
    client: async () => {
      if (follower === undefined) throw new Error('the recorder is followed as long as its provider stands')
      return follower.client()
    },
  }
  return {
    recorder,
    begin() {
      const stop = new AbortController()
      follower = followRecorder({ open: openRecorder, onSeen, signal: stop.signal })
      return () => stop.abort()
    },
  }
}

function useRecorderContext(): Recorder {
  const recorder = useContext(RecorderContext)
  if (recorder === null) throw new Error('what steers the recorder stands inside RecorderProvider')
  return recorder
}

/**
 * What of the recorder's state a part shows. Levels come ten times a second: a part that picks a word or a number is drawn only when
 * that changes.
 * @param pick returns a primitive, or a part of the state as it is
 */
export function useRecorder<Picked>(pick: (seen: SeenRecorder) => Picked): Picked {
  const { subscribe, current } = useRecorderContext()
  return useSyncExternalStore(subscribe, () => pick(current()))
}

/** Steers the recorder, once it is reached. */
export const useRecorderClient = (): (() => Promise<RecorderClient>) => useRecorderContext().client
