import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { IconButton } from '../icon-button/icon-button.tsx'
import { useWords } from '../kit/words.ts'
import styles from './splitter.module.css'

export interface SplitterProps {
  /** The pane it makes wider or narrower: "sidebar". */
  paneName: string
  /** The id of that pane. */
  controls: string
  sizePx: number
  minPx: number
  maxPx: number
  onResize: (sizePx: number) => void
  /** Where the pane lies, seen from the line. */
  pane?: 'before' | 'after'
  stepPx?: number
}

/** A line between two panes. Dragged by a pointer, moved by arrow keys, Home and End, or by two buttons that show when it is reached. */
export function Splitter(props: SplitterProps): ReactNode {
  const { paneName, controls, sizePx, minPx, maxPx, onResize, pane = 'before', stepPx = 16 } = props
  const words = useWords()
  const sign = pane === 'before' ? 1 : -1
  const resize = (next: number): void => onResize(Math.round(Math.min(maxPx, Math.max(minPx, next))))
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = { ArrowRight: sizePx + sign * stepPx, ArrowLeft: sizePx - sign * stepPx, Home: minPx, End: maxPx }[event.key]
    if (next === undefined) return
    event.preventDefault()
    resize(next)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const line = event.currentTarget
    const startX = event.clientX
    line.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent): void => resize(sizePx + sign * (moved.clientX - startX))
    line.addEventListener('pointermove', move)
    line.addEventListener('lostpointercapture', () => line.removeEventListener('pointermove', move), { once: true })
  }
  return (
    <div className={styles['splitter']}>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={paneName}
        aria-controls={controls}
        aria-valuenow={sizePx}
        aria-valuemin={minPx}
        aria-valuemax={maxPx}
        tabIndex={0}
        className={styles['line']}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
      />
      <div className={classes(styles['steps'])}>
        <IconButton
          glyph={ChevronLeft}
          label={pane === 'before' ? words.smaller(paneName) : words.larger(paneName)}
          size="small"
          variant="secondary"
          onPress={() => resize(sizePx - sign * stepPx)}
        />
        <IconButton
          glyph={ChevronRight}
          label={pane === 'before' ? words.larger(paneName) : words.smaller(paneName)}
          size="small"
          variant="secondary"
          onPress={() => resize(sizePx + sign * stepPx)}
        />
      </div>
    </div>
  )
}
