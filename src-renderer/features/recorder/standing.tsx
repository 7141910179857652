import type { ReactNode } from 'react'
import { recorder as copy } from '../../copy/recorder.ts'
import { useRecorder, type SeenRecorder } from '../../rpc/index.ts'
import styles from './recorder-bar.module.css'

type Standing = 'recording' | 'paused' | 'stopping' | 'waiting' | 'noSound'

const standingOf = ({ state }: SeenRecorder): Standing => {
  if (state === null || state.state === 'idle') return 'waiting'
  if (state.state !== 'recording' || state.source === 'live') return state.state
  return state.source === 'waiting' ? 'waiting' : 'noSound'
}

/** Whether it records now: a dot and a word. */
export function Standing(): ReactNode {
  const standing = useRecorder(standingOf)
  return (
    <span className={styles['state']} data-standing={standing}>
      <span className={styles['dot']} aria-hidden />
      {copy.standing[standing]}
    </span>
  )
}

/** What is kept of it, where that is not both. */
export function Mode(): ReactNode {
  const mode = useRecorder(({ state }) => (state === null || state.state === 'idle' ? 'sound-and-text' : state.mode))
  return mode === 'sound-and-text' ? null : <span className={styles['mode']}>{copy.mode[mode]}</span>
}

/** How much is recorded, ticking once a second. */
export function Elapsed(): ReactNode {
  const seconds = useRecorder(({ state }) => (state === null || state.state === 'idle' ? 0 : Math.floor(state.recordedMs / 1000)))
  return <time className={styles['time']}>{copy.elapsed(seconds * 1000)}</time>
}
