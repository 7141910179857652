import { ArrowDown } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { clock } from '../../copy/amounts.ts'
import { record } from '../../copy/record.ts'
import { Button, Switch, VirtualList, VisuallyHidden, type VirtualListHandle } from '../../ui/index.ts'
import { plainWords, Words } from '../note/index.ts'
import type { LiveLine, LiveLines } from './live-lines.ts'
import styles from './record.module.css'

const copy = record.during
const LINE_PX = 72
const ALOUD_EVERY_MS = 5_000

/** What was said so far. It follows the end while the reader is there, and stays put while they read further up. */
export function LiveTranscript({ live, whenEmpty }: { live: LiveLines; whenEmpty: ReactNode }): ReactNode {
  const list = useRef<VirtualListHandle>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const [isAloud, setAloud] = useState(false)
  const lines = useMemo(() => [...live.finals, ...live.provisional], [live.finals, live.provisional])
  return (
    <section className={styles['live']} aria-label={copy.transcript}>
      <div className={styles['liveHead']}>
        <p className={styles['quiet']}>{copy.namesHidden}</p>
        <Switch label={copy.aloud} isOn={isAloud} onChange={setAloud} />
      </div>
      <div className={styles['lines']}>
        {lines.length === 0 ? (
          whenEmpty
        ) : (
          <VirtualList label={copy.transcript} rows={lines} keyOf={({ key }) => key} estimatedHeightPx={LINE_PX} followsEnd onEndChange={setAtEnd} ref={list}>
            {(line) => <Line line={line} />}
          </VirtualList>
        )}
        {!isAtEnd && lines.length > 0 && (
          <div className={styles['latest']}>
            <Button
              variant="primary"
              icon={ArrowDown}
              onPress={() => {
                list.current?.goTo(lines.length - 1)
                setAtEnd(true)
              }}
            >
              {copy.latest}
            </Button>
          </div>
        )}
      </div>
      {isAloud && <Aloud finals={live.finals} />}
    </section>
  )
}

const nameOf = ({ speaker }: LiveLine): string => (speaker === null ? copy.anyone : copy[speaker])

function Line({ line }: { line: LiveLine }): ReactNode {
  return (
    <div className={styles['line']} data-speaker={line.speaker ?? undefined} data-provisional={!line.isFinal || undefined}>
      <div className={styles['said']}>
        <time className={styles['time']}>{clock(line.startMs)}</time>
        <span className={styles['speaker']}>{nameOf(line)}</span>
        {line.isDoubtful && <span>{copy.doubtful}</span>}
      </div>
      <p className={styles['words']} data-doubtful={line.isDoubtful || undefined} dir="auto">
        <Words text={line.text} />
      </p>
    </div>
  )
}

/** Finished sentences for a screen reader, some at a time. The list itself is silent. */
function Aloud({ finals }: { finals: readonly LiveLine[] }): ReactNode {
  const newest = useRef(finals)
  const [said, setSaid] = useState<readonly LiveLine[]>([])
  useEffect(() => {
    newest.current = finals
  }, [finals])
  useEffect(() => {
    // Whoever turns it on hears what comes from then on, not the whole meeting.
    let known = new Set(newest.current.map(({ key }) => key))
    const timer = setInterval(() => {
      setSaid(newest.current.filter(({ key }) => !known.has(key)))
      known = new Set(newest.current.map(({ key }) => key))
    }, ALOUD_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <VisuallyHidden>
      <div role="log" aria-label={copy.transcript}>
        {said.map((line) => (
          <p key={line.key}>
            {nameOf(line)}: {plainWords(line.text)}
          </p>
        ))}
      </div>
    </VisuallyHidden>
  )
}
