import { useState, type ReactNode } from 'react'
import { recorder as copy } from '../../copy/recorder.ts'
import { useRecorder } from '../../rpc/index.ts'
import { Banner } from '../../ui/index.ts'
import styles from './recorder-bar.module.css'

/** A recording that ended by itself says so until somebody has read it. */
export function Ended(): ReactNode {
  const last = useRecorder(({ state }) => (state?.state === 'idle' ? state.last : null))
  const [read, setRead] = useState<string | null>(null)
  if (last === null || last.endedBy === 'stopped' || read === last.recordingId) return null
  const { title, meaning } = copy.ended[last.endedBy](last.recordedMs)
  return (
    <section aria-label={copy.bar} className={styles['bar']}>
      <Banner tone="danger" title={title} onClose={() => setRead(last.recordingId)}>
        {meaning}
      </Banner>
    </section>
  )
}
