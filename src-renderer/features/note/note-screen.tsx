import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import type { ShownNote } from '../../../src-shared/contract/app.ts'
import { noteIdSchema } from '../../../src-shared/domain/ids.ts'
import { note as copy } from '../../copy/note.ts'
import { hrefOf } from '../../rpc/index.ts'
import { Button, Link, Skeleton, Tabs } from '../../ui/index.ts'
import { AskPanel } from '../ask/index.ts'
import { Facts } from './facts.tsx'
import { useFindKey } from './find-key.ts'
import { HowRecorded } from './how-recorded.tsx'
import { useWork, type Work } from './jobs.ts'
import { useNote } from './note-query.ts'
import { NoteMenu } from './note-menu.tsx'
import { OwnNotes } from './own-notes.tsx'
import { SummaryPane } from './summary-pane.tsx'
import { Title } from './title.tsx'
import { Transcript, type Target } from './transcript.tsx'
import { useIsWide } from './wide.ts'
import { WorkState } from './work-state.tsx'
import { FailurePanel } from '../failure/index.ts'
import styles from './note.module.css'

export interface NoteScreenProps {
  noteId: string
  /** The line to open with. */
  segment?: number
}

/** One meeting: what was made of it, and what was said. */
export function NoteScreen({ noteId, segment }: NoteScreenProps): ReactNode {
  const id = noteIdSchema.parse(noteId)
  const query = useNote(id)
  const work = useWork(id)
  const { watchAgain } = work
  const isUnderWay = query.data?.recorded?.ending === 'under-way'
  // Its jobs begin when the recording has ended, and whoever followed them before was told that there are none.
  const wasUnderWay = useRef(isUnderWay)
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay) watchAgain()
    wasUnderWay.current = isUnderWay
  }, [isUnderWay, watchAgain])
  if (query.data !== undefined) return <Page key={id} note={query.data} work={work} segment={segment} />
  if (query.error !== null) {
    return (
      <div className={styles['page']}>
        <h1 tabIndex={-1} className={styles['title']}>
          {copy.failed}
        </h1>
        <FailurePanel error={query.error} action={<Link href={hrefOf({ screen: 'library' })}>{copy.toLibrary}</Link>} />
      </div>
    )
  }
  return (
    <div className={styles['page']}>
      <Skeleton label={copy.loading} count={6} />
    </div>
  )
}

function Page({ note, work, segment }: { note: ShownNote; work: Work; segment: number | undefined }): ReactNode {
  const isWide = useIsWide()
  const [isBeside, setBeside] = useState(true)
  const [view, setView] = useState<'summary' | 'transcript'>('summary')
  const [target, setTarget] = useState<Target | null>(null)
  const [findWish, setFindWish] = useState(0)
  const serial = useRef(0)
  const showLines = useCallback((lines: readonly number[]): void => {
    serial.current += 1
    setTarget({ lines, serial: serial.current })
    setBeside(true)
    setView('transcript')
  }, [])
  useEffect(() => {
    if (segment !== undefined) showLines([segment])
  }, [segment, showLines])

  // From the summary too: the transcript comes into view, however narrow the window.
  useFindKey(() => {
    setFindWish((before) => before + 1)
    setBeside(true)
    setView('transcript')
  })

  const evidence = { segments: note.segments, onShow: showLines }
  const summary = (
    <div className={styles['made']}>
      <OwnNotes note={note} work={work} evidence={evidence} />
      <SummaryPane note={note} work={work} evidence={evidence} />
    </div>
  )
  const transcript = <Transcript note={note} target={target} findWish={findWish} onChanged={work.watchAgain} />
  const isSplit = isWide && isBeside
  return (
    <div className={styles['split']} data-beside={isSplit || undefined}>
      <article className={styles['page']}>
        <header className={styles['head']}>
          <div className={styles['headRow']}>
            <Title note={note} />
            <div className={styles['tools']}>
              {isWide && (
                <Button
                  variant="quiet"
                  icon={isBeside ? PanelRightClose : PanelRightOpen}
                  onPress={() => {
                    setFindWish(0)
                    setBeside(!isBeside)
                  }}
                >
                  {isBeside ? copy.transcript.hide : copy.transcript.show}
                </Button>
              )}
              <NoteMenu note={note} work={work} />
            </div>
          </div>
          <Facts note={note} />
        </header>
        <HowRecorded note={note} />
        <WorkState work={work} />
        {note.segments.length > 0 && <AskPanel noteId={note.id} onShow={(line) => showLines([line])} />}
        {isWide ? (
          summary
        ) : (
          <Tabs
            label={copy.views.label}
            selected={view}
            onSelect={(chosen) => {
              // Whoever turns to the transcript by the tab is not led to the line of an earlier jump or an earlier finding.
              setTarget(null)
              setFindWish(0)
              setView(chosen)
            }}
            tabs={[
              { id: 'summary', label: copy.views.summary, content: summary },
              { id: 'transcript', label: copy.views.transcript, content: <div className={styles['tall']}>{transcript}</div> },
            ]}
          />
        )}
      </article>
      {isSplit && (
        <aside className={styles['beside']} aria-label={copy.views.transcript}>
          <div className={styles['pinned']}>{transcript}</div>
        </aside>
      )}
    </div>
  )
}
