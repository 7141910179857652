import { useMutation } from '@tanstack/react-query'
import { Menu as MenuGlyph, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { toFailure } from '../../src-shared/errors/failure.ts'
import { app } from '../copy/app.ts'
import { DropTarget } from '../features/library/index.ts'
import { RecoveryReminder } from '../features/onboarding/index.ts'
import { hrefOf, useNames, useRoute, useSotto } from '../rpc/index.ts'
import { IconButton, showToast, Switch } from '../ui/index.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { labelOf } from './places.ts'
import { leave } from './query-client.ts'
import { Screen } from './screen.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import { useWindowTitle } from './window-title.ts'
import styles from './frame.module.css'

/** What stands around every screen while the store is open. */
export function Frame({ isRecoveryConfirmed, onRenewed }: { isRecoveryConfirmed: boolean; onRenewed: (words: readonly string[]) => void }): ReactNode {
  const route = useRoute()
  const place = hrefOf(route)
  const main = useRef<HTMLElement>(null)
  const names = useNames()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const lock = useLock()
  useWindowTitle(app.titleOf(labelOf(route.screen)))
  useFocusOnArrival(main, route.screen === 'note' ? `note/${route.id}` : route.screen)
  useEffect(() => setMenuOpen(false), [place])

  return (
    <div className={styles['frame']}>
      <a
        href={place}
        className={styles['skip']}
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {app.skip}
      </a>
      <div className={styles['side']} data-open={isMenuOpen || undefined} id="sidebar">
        <Sidebar onLock={lock.now} isLocking={lock.isPending} />
      </div>
      <div className={styles['page']}>
        <header className={styles['bar']}>
          <span className={styles['menu']}>
            <IconButton
              glyph={isMenuOpen ? X : MenuGlyph}
              label={app.menu}
              aria-expanded={isMenuOpen}
              aria-controls="sidebar"
              onPress={() => setMenuOpen(!isMenuOpen)}
            />
          </span>
          <Switch label={names.areShown ? app.names.shown : app.names.hidden} isOn={names.areShown} onChange={names.show} />
        </header>
        <main ref={main} tabIndex={-1} className={styles['main']}>
          {!isRecoveryConfirmed && <RecoveryReminder onRenewed={onRenewed} />}
          <ErrorBoundary key={place}>
            <Screen route={route} />
          </ErrorBoundary>
        </main>
      </div>
      <DropTarget />
      <Shortcuts onLock={lock.now} />
    </div>
  )
}

function useLock() {
  const client = useSotto()
  const lock = useMutation({
    mutationFn: () => client.system.lock({}),
    onSuccess: leave,
    onError: (thrown) => showToast({ text: toFailure(thrown).explanation.message, tone: 'danger' }),
  })
  return { now: () => lock.mutate(), isPending: lock.isPending }
}

/** The focus goes to the heading of a place one arrives at, so that the next Tab is in it and its name is read. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>, place: string): void {
  useEffect(() => {
    const target = main.current?.querySelector('h1') ?? main.current
    if (target === null) return
    target.tabIndex = -1
    target.focus({ preventScroll: true })
    main.current?.scrollTo({ top: 0 })
  }, [main, place])
}
