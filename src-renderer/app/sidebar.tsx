import { Import, Laptop, LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import { app } from '../copy/app.ts'
import { chooseFiles } from '../features/library/index.ts'
import { hrefOf, useRoute } from '../rpc/index.ts'
import { Button, Icon, Link } from '../ui/index.ts'
import { labelOf, PLACES } from './places.ts'
import styles from './sidebar.module.css'

/** Where one can go, the one thing to begin with, where one's words are, and the way out. */
export function Sidebar({ onLock, isLocking }: { onLock: () => void; isLocking: boolean }): ReactNode {
  const { screen: current } = useRoute()
  return (
    <div className={styles['sidebar']}>
      <p className={styles['brand']}>{app.name}</p>
      <Button variant="primary" icon={Import} width="fill" onPress={chooseFiles}>
        {app.importFiles}
      </Button>
      <nav aria-label={app.navigation} className={styles['places']}>
        {PLACES.map(({ screen, glyph }) => {
          const isHere = screen === current || (screen === 'library' && current === 'note')
          return (
            <span key={screen} className={styles['place']} data-here={isHere || undefined}>
              <Link href={hrefOf({ screen })} variant="quiet" {...(isHere && { 'aria-current': screen === current ? 'page' : 'true' })}>
                <Icon glyph={glyph} />
                {labelOf(screen)}
              </Link>
            </span>
          )
        })}
      </nav>
      <div className={styles['foot']}>
        <p className={styles['here']}>
          <Icon glyph={Laptop} />
          {app.here}
        </p>
        <Button variant="quiet" icon={LockKeyhole} width="fill" isPending={isLocking} onPress={onLock}>
          {app.lock}
        </Button>
      </div>
    </div>
  )
}
