import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore, type FocusEvent, type ReactNode } from 'react'
import { useLandmark } from 'react-aria/useLandmark'
import { Button } from '../button/button.tsx'
import { classes } from '../class-names.ts'
import { Icon, type IconGlyph } from '../icon/icon.tsx'
import { IconButton } from '../icon-button/icon-button.tsx'
import { useWords } from '../kit/words.ts'
import { dismissToast, takeToastAction, toastStore, type Toast } from './toasts.ts'
import styles from './toast.module.css'

const GLYPHS: Readonly<Record<NonNullable<Toast['tone']>, IconGlyph | undefined>> = {
  plain: undefined,
  good: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
}

/**
 * Where toasts stand: a landmark that F6 reaches. The clock of every toast stops while one is pointed at or has the focus, and
 * while the window is in the background. When the focused toast goes, focus returns to where it came from.
 */
export function ToastRegion(): ReactNode {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current)
  return toasts.length === 0 ? null : <Region toasts={toasts} />
}

function Region({ toasts }: { toasts: readonly Toast[] }): ReactNode {
  const words = useWords()
  const region = useRef<HTMLDivElement>(null)
  const cameFrom = useRef<HTMLElement | null>(null)
  const { landmarkProps } = useLandmark({ role: 'region', 'aria-label': words.notifications }, region)
  const [isPointedAt, setPointedAt] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const isAway = useIsAway()

  const enter = (event: FocusEvent): void => {
    setFocused(true)
    const from = event.relatedTarget
    if (from instanceof HTMLElement && region.current?.contains(from) !== true) cameFrom.current = from
  }
  const leave = (event: FocusEvent): void => {
    if (region.current?.contains(event.relatedTarget) === true) return
    setFocused(false)
  }
  useEffect(
    () => () => {
      if (cameFrom.current?.isConnected === true && document.activeElement === document.body) cameFrom.current.focus()
    },
    [],
  )
  const giveBack = (): void => {
    if (region.current?.contains(document.activeElement) === true) cameFrom.current?.focus()
  }

  return (
    <div
      {...landmarkProps}
      ref={region}
      tabIndex={-1}
      className={styles['region']}
      data-react-aria-top-layer="true"
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={enter}
      onBlur={leave}
    >
      <ol className={styles['stack']}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} isPaused={isPointedAt || isFocused || isAway} beforeGone={giveBack} />
        ))}
      </ol>
    </div>
  )
}

interface ToastCardProps {
  toast: Toast
  isPaused: boolean
  beforeGone: () => void
}

function ToastCard({ toast, isPaused, beforeGone }: ToastCardProps): ReactNode {
  const words = useWords()
  const left = useRef(toast.staysMs ?? Number.POSITIVE_INFINITY)
  useEffect(() => {
    if (isPaused || !Number.isFinite(left.current)) return
    const since = performance.now()
    const timer = setTimeout(() => dismissToast(toast.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current = Math.max(0, left.current - (performance.now() - since))
    }
  }, [isPaused, toast.id])

  const glyph = GLYPHS[toast.tone ?? 'plain']
  const { action } = toast
  return (
    <li className={classes(styles['toast'], styles[toast.tone ?? 'plain'])}>
      {glyph !== undefined && <Icon glyph={glyph} className={styles['icon'] ?? ''} />}
      <span className={styles['text']}>{toast.text}</span>
      {action !== undefined && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            beforeGone()
            takeToastAction(toast.id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        glyph={X}
        label={words.close}
        size="small"
        onPress={() => {
          beforeGone()
          dismissToast(toast.id)
        }}
      />
    </li>
  )
}

/** Whether the window is in the background: nobody can read a toast there. */
function useIsAway(): boolean {
  return useSyncExternalStore(onVisibility, () => document.visibilityState === 'hidden')
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
