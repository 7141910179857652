import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react'
import styles from './virtual-list.module.css'

export interface VirtualListHandle {
  /** Brings a row into view, and into focus when asked: for "open the words" and for our own Find. */
  readonly goTo: (index: number, options?: { focus?: boolean }) => void
  readonly isAtEnd: () => boolean
}

export interface VirtualListProps<Row> {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** What a row shows. Rows may have any height; it is measured. */
  children: (row: Row, index: number) => ReactNode
  /** A guess of the usual height in px; the closer, the quieter the scroll bar. */
  estimatedHeightPx?: number
  /** Enter or a click on a row. */
  onOpen?: (row: Row, index: number) => void
  /** Keys a row understands while it has the focus, e.g. Space to play. Return true when it was used. */
  onRowKey?: (row: Row, event: KeyboardEvent) => boolean
  /** Keeps the last row in view while rows are added and the reader is at the end. */
  followsEnd?: boolean
  /** Called when the reader has come to the end, or has left it. */
  onEndChange?: (isAtEnd: boolean) => void
  ref?: Ref<VirtualListHandle>
}

const NEAR_END_PX = 48
const PAGE_ROWS = 10
/** A scroll that has come to rest. */
const SETTLED_MS = 120

/**
 * Many thousand rows of which only those in view are in the page. One row is in the tab order; arrows, Page, Home and End walk
 * from it. That row stays mounted however far one scrolls, so focus is never lost. Every row says its place and how many there are.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>): ReactNode {
  const { label, rows, keyOf, children, estimatedHeightPx = 64, onOpen, onRowKey, followsEnd = false, onEndChange, ref } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const active = Math.min(current, Math.max(0, rows.length - 1))
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].filter((index) => index < range.count).sort((a, b) => a - b),
    [active],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeightPx,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    overscan: 8,
    rangeExtractor,
    ...(followsEnd && { anchorTo: 'end' as const, followOnAppend: true, scrollEndThreshold: NEAR_END_PX }),
  })

  useEffect(() => {
    if (followsEnd) virtual.scrollToEnd()
    // The virtualizer is one object for life, so this is only when the list appears: later the reader decides where to be.
  }, [followsEnd, virtual])

  const wantsFocus = useRef(false)
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    // The current row is always in the page, in view or not, so it can take the focus before the scroll has arrived.
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (row === null || row === undefined) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })
  const goTo = (index: number, align: 'auto' | 'center', focus: boolean): void => {
    wantsFocus.current = focus
    setCurrent(index)
    virtual.scrollToIndex(index, { align })
  }
  useImperativeHandle(ref, () => ({
    goTo: (index, options) => goTo(index, 'center', options?.focus === true),
    isAtEnd: () => virtual.isAtEnd(NEAR_END_PX),
  }))

  const end = useRef({ isAt: true, isTold: true, top: 0 })
  const keepEnd = useCallback(() => {
    if (followsEnd && end.current.isAt) virtual.scrollToEnd()
  }, [followsEnd, virtual])
  // The virtualizer follows what is appended; a row that comes before the last one moves the end as well, as does a window that is resized.
  useEffect(keepEnd, [keepEnd, rows])
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(keepEnd)
    observer.observe(element)
    return () => observer.disconnect()
  }, [keepEnd])
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(settling.current), [])
  const onScroll = (): void => {
    const { scrollTop, clientHeight, scrollHeight } = scroller.current ?? { scrollTop: 0, clientHeight: 0, scrollHeight: 0 }
    // Upwards and away from the end is the reader; rows that are added, and measured only then, push the end away for a moment.
    if (scrollTop < end.current.top && scrollHeight - clientHeight - scrollTop > NEAR_END_PX) end.current.isAt = false
    end.current.top = scrollTop
    clearTimeout(settling.current)
    settling.current = setTimeout(() => {
      const isAt = virtual.isAtEnd(NEAR_END_PX)
      const isNews = isAt !== end.current.isTold
      end.current = { ...end.current, isAt, isTold: isAt }
      if (isNews) onEndChange?.(isAt)
    }, SETTLED_MS)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active]
    if (row === undefined || !(event.target instanceof HTMLElement) || event.target.dataset['index'] === undefined) return
    if (onRowKey?.(row, event) === true) return event.preventDefault()
    const target = stepOf(event.key, active, rows.length)
    if (target !== undefined) {
      event.preventDefault()
      goTo(target, 'auto', true)
    } else if (event.key === 'Enter' && onOpen !== undefined) {
      event.preventDefault()
      onOpen(row, active)
    }
  }

  return (
    <div ref={scroller} className={styles['scroller']} onScroll={onScroll}>
      <div role="list" aria-label={label} className={styles['space']} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          return (
            row !== undefined && (
              <div
                key={item.key}
                ref={virtual.measureElement}
                role="listitem"
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
                data-index={item.index}
                tabIndex={item.index === active ? 0 : -1}
                className={styles['row']}
                style={{ transform: `translateY(${item.start}px)` }}
                onFocus={() => setCurrent(item.index)}
                {...(onOpen !== undefined && {
                  onClick: (event) => {
                    if (isPlainClick(event)) onOpen(row, item.index)
                  },
                })}
              >
                {children(row, item.index)}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

/** A click that neither meant a control in the row nor ended a selection of text. */
function isPlainClick(event: MouseEvent): boolean {
  const isControl = event.target instanceof Element && event.target.closest('button, a, input, select, textarea, label') !== null
  return !isControl && window.getSelection()?.isCollapsed !== false
}

function stepOf(key: string, from: number, count: number): number | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(last, from + PAGE_ROWS)
    case 'PageUp':
      return Math.max(0, from - PAGE_ROWS)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
