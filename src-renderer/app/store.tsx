import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { toFailure } from '../../src-shared/errors/failure.ts'
import { app } from '../copy/app.ts'
import { LockScreen } from '../features/lock/index.ts'
import { Onboarding, RecoveryWords } from '../features/onboarding/index.ts'
import { RecorderBar } from '../features/recorder/index.ts'
import { useQueries } from '../rpc/index.ts'
import { Banner } from '../ui/index.ts'
import { Cover } from './cover.tsx'
import styles from './cover.module.css'
import { Frame } from './frame.tsx'
import { NotConnected } from './not-connected.tsx'
import { leave } from './query-client.ts'
import { Waiting } from './waiting.tsx'

/** How soon a lock from elsewhere (another window, the lid) empties this page. */
const LOOK_EVERY_MS = 3_000

/** What stands in the window depends on the store: none yet, locked, or open. */
export function Store(): ReactNode {
  const queries = useQueries()
  const cache = useQueryClient()
  const status = useQuery(
    queries.system.status.queryOptions({ input: {}, refetchInterval: LOOK_EVERY_MS, refetchIntervalInBackground: true }),
  )
  const state = status.data?.state
  // Creating the store opens it at once, while its recovery words still have to be shown.
  const [isSettingUp, setSettingUp] = useState(false)
  if (state === 'absent' && !isSettingUp) setSettingUp(true)
  const [renewed, setRenewed] = useState<readonly string[] | null>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (state === 'locked' && wasOpen.current) leave()
    wasOpen.current = state === 'unlocked'
  }, [state])

  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: queries.system.key() })
  if (status.isPending) return <Waiting label={app.reading} />
  if (state === undefined) return <NotConnected failure={toFailure(status.error)} />
  if (isSettingUp) {
    return (
      <Cover>
        <Onboarding
          onDone={() => {
            void refresh().then(() => setSettingUp(false))
          }}
        />
      </Cover>
    )
  }
  if (state === 'locked') {
    return (
      <Cover title={app.titleLocked} foot={<RecorderBar />}>
        {status.data?.wasInterrupted === true && (
          <div className={styles['above']} role="status">
            <Banner tone="warning" title={app.interrupted.title}>
              {app.interrupted.meaning}
            </Banner>
          </div>
        )}
        <LockScreen onOpen={() => void refresh()} />
      </Cover>
    )
  }
  if (renewed !== null) {
    const goOn = (): void => void refresh().then(() => setRenewed(null))
    return (
      <Cover>
        <RecoveryWords words={renewed} onWritten={goOn} onLater={goOn} />
      </Cover>
    )
  }
  return <Frame isRecoveryConfirmed={status.data?.recoveryAcknowledged === true} onRenewed={setRenewed} />
}
