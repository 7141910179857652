import { MicOff } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { record as copy } from '../../copy/record.ts'
import { useRecorder } from '../../rpc/index.ts'
import { Button, EmptyState, PageTitle, Skeleton } from '../../ui/index.ts'
import { chooseFiles } from '../library/index.ts'
import { useTakenOffer } from '../offers/index.ts'
import { useSettings } from '../recorder/index.ts'
import { Before } from './before.tsx'
import { During } from './during.tsx'
import styles from './record.module.css'

/** So long the recorder may take to answer before we say that there is none. */
const ANSWERS_WITHIN_MS = 6_000

/** From what a meeting is to what is said in it. */
export function RecordScreen(): ReactNode {
  const standing = useRecorder(({ state, reach }) => (state === null ? (reach === 'none' ? 'none' : 'unknown') : state.state === 'idle' ? 'idle' : 'session'))
  const { settings, change } = useSettings()
  // Another meeting of the calendar begins the form anew.
  const taken = useTakenOffer(({ id }) => id)
  const isLate = useIsLate(standing === 'unknown')
  if (standing === 'session') return <During />
  if (standing === 'idle' && settings !== undefined) return <Before key={taken} settings={settings} onChange={change} />
  return (
    <div className={styles['page']}>
      <PageTitle>{copy.title}</PageTitle>
      {standing === 'none' || isLate ? (
        <EmptyState glyph={MicOff} title={copy.absent.title} actions={<Button onPress={chooseFiles}>{copy.import}</Button>}>
          {copy.absent.meaning}
        </EmptyState>
      ) : (
        <Skeleton label={copy.looking} count={4} />
      )}
    </div>
  )
}

function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLate(true), ANSWERS_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return isLate
}
