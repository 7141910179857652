import { useMutation } from '@tanstack/react-query'
import { Menu as MenuGlyph, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useLandmark } from 'react-aria/useLandmark'
import { app } from '../copy/app.ts'
import { DropTarget } from '../features/library/index.ts'
import { OfferBar } from '../features/offers/index.ts'
import { NoteOfRecording, RecorderBar } from '../features/recorder/index.ts'
import { RecoveryReminder } from '../features/onboarding/index.ts'
import { hrefOf, settlePending, useNames, useRoute, useSotto } from '../rpc/index.ts'
import { IconButton, Switch } from '../ui/index.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { labelOf } from './places.ts'
import { leave } from './query-client.ts'
import { Screen } from './screen.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import { useWindowTitle } from './window-title.ts'
import { showFailure } from '../features/failure/index.ts'
import styles from './frame.module.css'

/** Where the skip link leads. The address is not changed by it: places are addresses here. */
const MAIN = 'page'

/** What stands around every screen while the store is open. */
export function Frame({ isRecoveryConfirmed, onRenewed }: { isRecoveryConfirmed: boolean; onRenewed: (words: readonly string[]) => void }): ReactNode {
  const route = useRoute()
  const place = hrefOf(route)
  // Another line of the same note is the same place.
  const arrival = route.screen === 'note' ? route.id : route.screen
  const main = useRef<HTMLElement>(null)
  const { landmarkProps } = useLandmark({ role: 'main' }, main)
  const names = useNames()
  // An open menu belongs to the place it was opened at, so going elsewhere closes it.
  const [menuAt, setMenuAt] = useState<string | null>(null)
  const isMenuOpen = menuAt === place
  const lock = useLock()
  useWindowTitle(app.titleOf(labelOf(route.screen)))

  return (
    <div className={styles['frame']}>
      <a
        href={`#${MAIN}`}
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
              onPress={() => setMenuAt(isMenuOpen ? null : place)}
            />
          </span>
          <Switch label={app.names.switch} isOn={names.areShown} onChange={names.show} />
        </header>
        <main {...landmarkProps} id={MAIN} ref={main} tabIndex={-1} className={styles['main']}>
          {!isRecoveryConfirmed && <RecoveryReminder onRenewed={onRenewed} />}
          <ErrorBoundary key={arrival}>
            <Screen route={route} />
          </ErrorBoundary>
          <Arrival key={`to ${arrival}`} main={main} />
        </main>
        <OfferBar />
        <RecorderBar />
      </div>
      <NoteOfRecording />
      <DropTarget />
      <Shortcuts onLock={lock.now} />
    </div>
  )
}

function useLock() {
  const client = useSotto()
  const lock = useMutation({
    mutationFn: async () => {
      await settlePending() // what was typed a moment ago is not left behind
      return client.system.lock({})
    },
    onSuccess: leave,
    onError: showFailure,
  })
  return { now: () => lock.mutate(), isPending: lock.isPending }
}

/**
 * The focus goes to the heading of a place one arrives at, so that the next Tab is in it and its name is read. A heading that
 * has to be fetched first gets it when it is there, unless the person has gone on meanwhile.
 */
function Arrival({ main }: { main: RefObject<HTMLElement | null> }): ReactNode {
  useEffect(() => {
    const within = main.current
    if (within === null) return
    const arrive = (): boolean => {
      const heading = within.querySelector('h1')
      if (heading === null) return false
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      return true
    }
    window.scrollTo({ top: 0 })
    if (arrive()) return
    within.focus({ preventScroll: true })
    const observer = new MutationObserver(() => {
      if (document.activeElement !== within || arrive()) observer.disconnect()
    })
    observer.observe(within, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [main])
  return null
}
