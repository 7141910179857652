import { ChevronDown, ChevronUp, List as Lines, ScrollText, Search, X } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { note as copy } from '../../copy/note.ts'
import { announce, EmptyState, IconButton, SearchField, VirtualList, type VirtualListHandle } from '../../ui/index.ts'
import { linesWith } from './find.ts'
import { HappeningList } from './happening-list.tsx'
import { happeningsOf } from './happenings.ts'
import { LineEditor } from './line-editor.tsx'
import { TranscriptLine } from './line.tsx'
import { PlainTranscript } from './plain-transcript.tsx'
import styles from './transcript.module.css'

/** Lines to be shown and marked; `serial` changes with every wish, so that the same lines can be asked for again. */
export interface Target {
  readonly lines: readonly number[]
  readonly serial: number
}

type Line = ShownNote['segments'][number]
/** A usual line: its speaker and two rows of text. */
const LINE_PX = 76

export interface TranscriptProps {
  note: ShownNote
  target: Target | null
  /** Counts the wishes to find words in it; 0: none yet. */
  findWish: number
  /** A line was changed, and with it perhaps the summary. */
  onChanged: () => void
}

/** What was said: as long as it may be, only what is in view is in the page, so finding looks at the data. */
export function Transcript({ note, target, findWish, onChanged }: TranscriptProps): ReactNode {
  const list = useRef<VirtualListHandle>(null)
  const field = useRef<HTMLInputElement>(null)
  const [isPlain, setPlain] = useState(false)
  const [answered, setAnswered] = useState(target)
  if (target !== answered) {
    setAnswered(target)
    setPlain(false)
  }
  const [editing, setEditing] = useState<number | null>(null)
  const [isFinding, setFinding] = useState(false)
  const [granted, setGranted] = useState(0)
  if (findWish !== granted) {
    setGranted(findWish)
    setFinding(findWish > 0)
    setPlain(false)
  }
  const [words, setWords] = useState('')
  const sought = useDeferredValue(isFinding ? words : '')
  const [at, setAt] = useState(0)
  const texts = useMemo(() => note.segments.map((line) => `${line.speaker ?? ''} ${line.text}`), [note.segments])
  const happenings = useMemo(() => happeningsOf(note), [note])
  const found = useMemo(() => linesWith(texts, sought), [texts, sought])
  const current = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    if (target === null) return
    const [first] = target.lines
    if (first === undefined) return
    // After the frame has put the focus on the page's heading, as it does on every change of place.
    const frame = requestAnimationFrame(() => list.current?.goTo(first, { focus: true }))
    return () => cancelAnimationFrame(frame)
  }, [target])

  useEffect(() => {
    if (current !== undefined) list.current?.goTo(current)
  }, [current])

  useEffect(() => {
    if (findWish === 0) return
    field.current?.focus()
    field.current?.select()
  }, [findWish])
  const step = (by: 1 | -1): void => {
    if (found.length === 0) return
    const next = (Math.min(at, found.length - 1) + by + found.length) % found.length
    setAt(next)
    announce(copy.find.count(next + 1, found.length))
  }
  const onFindKey = (event: KeyboardEvent): void => {
    const isFromField = event.target === field.current
    if (event.key === 'Enter' && isFromField) step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') closeFind()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const closeFind = (): void => {
    setFinding(false)
    setWords('')
    list.current?.goTo(current ?? 0, { focus: true })
  }
  const leaveEditor = (index: number): void => {
    setEditing(null)
    requestAnimationFrame(() => list.current?.goTo(index, { focus: true }))
  }

  const marked = new Set(target?.lines)
  if (note.segments.length === 0) {
    return (
      <EmptyState glyph={ScrollText} title={copy.transcript.none}>
        {copy.transcript.noneMeaning}
      </EmptyState>
    )
  }
  return (
    <div className={styles['transcript']}>
      <div className={styles['bar']}>
        {isFinding ? (
          <div className={styles['find']} onKeyDownCapture={onFindKey}>
            <SearchField
              label={copy.find.label}
              value={words}
              autoFocus
              onChange={(typed) => {
                setWords(typed)
                setAt(0)
              }}
              ref={field}
            />
            <output className={styles['count']}>{words.trim() !== '' && copy.find.count(Math.min(at, found.length - 1) + 1, found.length)}</output>
            <IconButton glyph={ChevronUp} label={copy.find.previous} size="small" onPress={() => step(-1)} />
            <IconButton glyph={ChevronDown} label={copy.find.next} size="small" onPress={() => step(1)} />
            <IconButton glyph={X} label={copy.find.close} size="small" onPress={closeFind} />
          </div>
        ) : (
          <>
            <h2 className={styles['heading']}>{copy.transcript.label}</h2>
            <IconButton
              glyph={isPlain ? Lines : ScrollText}
              label={isPlain ? copy.transcript.lines : copy.transcript.plain}
              size="small"
              onPress={() => setPlain(!isPlain)}
            />
            <IconButton
              glyph={Search}
              label={copy.find.open}
              size="small"
              onPress={() => {
                setPlain(false)
                setFinding(true)
              }}
            />
          </>
        )}
      </div>
      <div className={styles['body']}>
        {isPlain ? (
          <PlainTranscript segments={note.segments} happenings={happenings} />
        ) : (
          <VirtualList<Line>
            label={copy.transcript.label}
            rows={note.segments}
            keyOf={(line) => line.id}
            estimatedHeightPx={LINE_PX}
            onRowKey={(line, event) => {
              const isEdit = event.key === 'Enter' || event.key === 'F2'
              if (isEdit && note.revealed) setEditing(line.index)
              else if (isEdit) announce(copy.title.showNamesFirst)
              return isEdit
            }}
            ref={list}
          >
            {(line) => (
              <>
                <HappeningList happenings={happenings.above.get(line.index) ?? []} />
                {editing === line.index ? (
                  <LineEditor noteId={note.id} line={line} onLeave={() => leaveEditor(line.index)} onSaved={onChanged} />
                ) : (
                  <TranscriptLine
                    noteId={note.id}
                    line={line}
                    find={sought.trim()}
                    isMarked={marked.has(line.index) || current === line.index}
                    cannotEditBecause={note.revealed ? undefined : copy.title.showNamesFirst}
                    onEdit={() => setEditing(line.index)}
                    onChanged={onChanged}
                  />
                )}
                {line.index === note.segments.length - 1 && <HappeningList happenings={happenings.atEnd} />}
              </>
            )}
          </VirtualList>
        )}
      </div>
    </div>
  )
}
