import { CircleDot, Import, Laptop, LockKeyhole } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useLandmark } from 'react-aria/useLandmark'
import { app } from '../copy/app.ts'
import { record } from '../copy/record.ts'
import { recorder } from '../copy/recorder.ts'
import { chooseFiles } from '../features/library/index.ts'
import { goTo, hrefOf, useRecorder, useRoute } from '../rpc/index.ts'
import { Button, Icon, Link } from '../ui/index.ts'
import { isPlace, labelOf, PLACES } from './places.ts'
import styles from './sidebar.module.css'

/** Where one can go, the one thing to begin with, where one's words are, and the way out. */
export function Sidebar({ onLock, isLocking }: { onLock: () => void; isLocking: boolean }): ReactNode {
  const { screen: current } = useRoute()
  const nav = useRef<HTMLElement>(null)
  const { landmarkProps } = useLandmark({ role: 'navigation', 'aria-label': app.navigation }, nav)
  return (
    <nav {...landmarkProps} ref={nav} aria-label={app.navigation} className={styles['sidebar']}>
      <p className={styles['brand']}>{app.name}</p>
      <div className={styles['begin']}>
        <RecordButton />
        <Button icon={Import} width="fill" onPress={chooseFiles}>
          {app.importFiles}
        </Button>
      </div>
      <ul className={styles['places']}>
        {PLACES.map(({ screen, glyph }) => {
          const isHere = screen === current || (screen === 'library' && current === 'note')
          return (
            <li key={screen} className={styles['place']} data-here={isHere || undefined}>
              <Link href={hrefOf({ screen })} variant="quiet" {...(isHere && { 'aria-current': screen === current ? 'page' : 'true' })}>
                <Icon glyph={glyph} />
                {labelOf(screen)}
              </Link>
            </li>
          )
        })}
      </ul>
      <div className={styles['foot']}>
        <span className={styles['here']}>
          {isPlace('privacy') ? (
            <Link href={hrefOf({ screen: 'privacy' })} variant="quiet">
              <Here />
            </Link>
          ) : (
            <Here />
          )}
        </span>
        <Button variant="quiet" icon={LockKeyhole} width="fill" isPending={isLocking} onPress={onLock}>
          {app.lock}
        </Button>
      </div>
    </nav>
  )
}

function RecordButton(): ReactNode {
  const isInSession = useRecorder(({ state }) => state !== null && state.state !== 'idle')
  return (
    <Button variant={isInSession ? 'secondary' : 'recording'} icon={CircleDot} width="fill" onPress={() => goTo({ screen: 'record' })}>
      {isInSession ? recorder.open : record.record}
    </Button>
  )
}

function Here(): ReactNode {
  return (
    <>
      <Icon glyph={Laptop} />
      {app.here}
    </>
  )
}
