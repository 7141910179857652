import type { ReactNode } from 'react'
import { recorder as copy } from '../../copy/recorder.ts'
import { useRecorder } from '../../rpc/index.ts'

/** On the lock screen: that locking does not end a recording. */
export function Continues(): ReactNode {
  const state = useRecorder((seen) => seen.state?.state)
  const seconds = useRecorder((seen) => (seen.state === null || seen.state.state === 'idle' ? 0 : Math.floor(seen.state.recordedMs / 1000)))
  const time = copy.elapsed(seconds * 1000)
  if (state === 'recording') return <p>{copy.locked(time)}</p>
  return state === 'paused' ? <p>{copy.lockedPaused(time)}</p> : null
}
