import { Bookmark, Pause, Play, Square } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useLandmark } from 'react-aria/useLandmark'
import { recorder as copy } from '../../copy/recorder.ts'
import { useRecorder } from '../../rpc/index.ts'
import { Button } from '../../ui/index.ts'
import { Ended } from './ended.tsx'
import { Levels } from './levels.tsx'
import { Elapsed, Mode, Standing } from './standing.tsx'
import { TroubleList } from './trouble-list.tsx'
import { useSteer } from './use-steer.ts'
import styles from './recorder-bar.module.css'

/** At the bottom of every screen while something is recorded, locked or not. */
export function RecorderBar(): ReactNode {
  const isInSession = useRecorder(({ state }) => state !== null && state.state !== 'idle')
  return isInSession ? <Bar /> : <Ended />
}

function Bar(): ReactNode {
  const steer = useSteer()
  const bar = useRef<HTMLElement>(null)
  const { landmarkProps } = useLandmark({ role: 'region', 'aria-label': copy.bar }, bar)
  const state = useRecorder((seen) => seen.state?.state)
  useRoomFor(bar)
  const isStopping = state === 'stopping'
  return (
    <section {...landmarkProps} ref={bar} aria-label={copy.bar} className={styles['bar']}>
      <TroubleList />
      <div className={styles['row']}>
        <span className={styles['standing']}>
          <Standing />
          <Elapsed />
          <Mode />
        </span>
        <span className={styles['levels']}>
          <Levels />
        </span>
        <span className={styles['tools']}>
          {state === 'paused' ? (
            <Button icon={Play} onPress={steer.resume}>
              {copy.resume}
            </Button>
          ) : (
            <Button icon={Pause} onPress={steer.pause} disabledBecause={isStopping ? copy.standing.stopping : undefined}>
              {copy.pause}
            </Button>
          )}
          <Button icon={Bookmark} onPress={steer.mark} disabledBecause={isStopping ? copy.standing.stopping : undefined}>
            {copy.mark}
          </Button>
          <Button variant="recording" icon={Square} onPress={steer.stop} isPending={isStopping}>
            {copy.stop}
          </Button>
        </span>
      </div>
    </section>
  )
}

/** Says how much of the window the bar takes, so that nothing that has the focus, and no toast, lies under it. */
function useRoomFor(bar: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = bar.current
    if (element === null) return
    const { style } = document.documentElement
    const measure = (): void => style.setProperty('--bar-height', `${element.offsetHeight}px`)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
      style.removeProperty('--bar-height')
    }
  }, [bar])
}
