import { memo, useState, type ReactNode } from 'react'
import { recorder as copy } from '../../copy/recorder.ts'
import { openCapture, useRecorder } from '../../rpc/index.ts'
import { Banner, Button } from '../../ui/index.ts'
import { troublesOf, type Trouble } from './troubles.ts'
import { useSteer } from './use-steer.ts'
import { useWhere } from './use-where.ts'
import styles from './recorder-bar.module.css'

/** What is wrong with the recording, each with what would help. */
export function TroubleList(): ReactNode {
  const where = useWhere()
  const isLost = useRecorder(({ reach }) => reach === 'lost')
  const state = useRecorder((seen) => seen.state)
  const troubles = state === null ? [] : troublesOf(state, where)
  // Whoever goes on is asked again only after somebody has spoken meanwhile.
  const [wentOn, setWentOn] = useState(false)
  if (wentOn && !troubles.some(({ mend }) => mend === 'over')) setWentOn(false)
  const shown = troubles.filter(({ mend }) => mend !== 'over' || !wentOn)
  if (shown.length === 0 && !isLost) return null
  return (
    <div className={styles['troubles']}>
      {isLost && (
        <Banner tone="danger" title={copy.unsure.title}>
          {copy.unsure.meaning}
        </Banner>
      )}
      {shown.map((trouble) => (
        <Told key={trouble.id} trouble={trouble} onGoOn={() => setWentOn(true)} />
      ))}
    </div>
  )
}

interface ToldProps {
  readonly trouble: Trouble
  readonly onGoOn: () => void
}

/** Drawn anew when its words change, not with every level. */
const Told = memo(
  function Told({ trouble: { title, meaning, isUrgent, mend }, onGoOn }: ToldProps): ReactNode {
    return (
      <Banner tone={isUrgent === true ? 'danger' : 'warning'} title={title} actions={mend !== undefined && <Mending mend={mend} onGoOn={onGoOn} />}>
        {meaning}
      </Banner>
    )
  },
  (before, after) => before.trouble.id === after.trouble.id && before.trouble.title === after.trouble.title,
)

function Mending({ mend, onGoOn }: { mend: NonNullable<Trouble['mend']>; onGoOn: () => void }): ReactNode {
  const steer = useSteer()
  if (mend === 'over') {
    return (
      <>
        <Button onPress={steer.stop}>{copy.stopConfirm}</Button>
        <Button variant="quiet" onPress={onGoOn}>
          {copy.quietGoOn}
        </Button>
      </>
    )
  }
  const recapture = (): void => {
    openCapture() // within the click: a browser opens a tab for nothing else
    steer.recapture()
  }
  return <Button onPress={recapture}>{mend === 'again' ? copy.tryAgain : copy.recapture}</Button>
}
