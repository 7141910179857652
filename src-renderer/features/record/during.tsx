import { Bookmark } from 'lucide-react'
import type { ReactNode } from 'react'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import { explainHere } from '../../copy/failures.ts'
import { ownNotes } from '../../copy/own-notes.ts'
import { record } from '../../copy/record.ts'
import { useRecorder, useSotto } from '../../rpc/index.ts'
import { Banner, Button, EmptyState, ErrorPanel, Icon, PageTitle } from '../../ui/index.ts'
import { OwnNotesEditor } from '../own-notes/index.ts'
import { follow, useFollowing, useWhere } from '../recorder/index.ts'
import type { LiveLines } from './live-lines.ts'
import { LiveTranscript } from './live-transcript.tsx'
import { useHearing } from './use-hearing.ts'
import { useLive } from './use-live.ts'
import styles from './record.module.css'

const copy = record.during

/** The words as they are spoken, and what was marked. The bar below has the rest. */
export function During(): ReactNode {
  const { noteId, failure } = useFollowing()
  const mode = useRecorder(({ state }) => (state === null || state.state === 'idle' ? 'sound-and-text' : state.mode))
  const hearing = useHearing(noteId)
  const isShownLive = hearing !== 'after' && mode !== 'sound-only'
  const isWaiting = hearing === 'battery' || hearing === 'heat'
  const live = useLive(isShownLive ? noteId : null, !isWaiting)
  return (
    <div className={styles['during']}>
      <header className={styles['head']}>
        <PageTitle>{copy.title}</PageTitle>
        <Marks />
      </header>
      {failure !== null && <NoNote />}
      {mode === 'text-only' && <p className={styles['quiet']}>{copy.textOnly}</p>}
      <div className={styles['panes']}>
        {noteId !== null && <YourNotes noteId={noteId} />}
        <div className={styles['pane']}>
          {isShownLive ? (
            <>
              {isWaiting ? <Banner title={copy.spared[hearing].title}>{copy.spared[hearing].meaning}</Banner> : <State live={live} />}
              <LiveTranscript live={live} whenEmpty={isWaiting ? null : <Empty />} />
            </>
          ) : (
            <Quiet {...(mode === 'sound-only' ? copy.soundOnly : copy.onlyAfter)} />
          )}
        </div>
      </div>
    </div>
  )
}

/** What the person writes themselves, beside what is said. */
function YourNotes({ noteId }: { noteId: NoteId }): ReactNode {
  const seconds = useRecorder(({ state }) => (state === null || state.state === 'idle' ? null : Math.floor(state.recordedMs / 1000)))
  return (
    <section className={styles['pane']} aria-labelledby="your-notes">
      <h2 id="your-notes" className={styles['paneTitle']}>
        {ownNotes.title}
      </h2>
      <OwnNotesEditor noteId={noteId} atMs={() => (seconds === null ? null : seconds * 1000)} />
    </section>
  )
}

const Quiet = ({ title, meaning }: { title: string; meaning: string }): ReactNode => <EmptyState title={title}>{meaning}</EmptyState>

/** Why words are late, or come no more. */
function State({ live: { behindMs, end } }: { live: LiveLines }): ReactNode {
  if (end !== null && end.code !== null) {
    const { message, fix } = explainHere(failureOf({ code: end.code, data: {}, message: '' }))
    return (
      <Banner tone="warning" title={copy.ended.title}>
        {[message, fix, copy.ended.meaning].filter(Boolean).join(' ')}
      </Banner>
    )
  }
  return behindMs < NOTICED_BEHIND_MS ? null : <p className={styles['behind']}>{copy.behind(behindMs)}</p>
}

/** A sentence takes this long to be spoken and heard anyway. */
const NOTICED_BEHIND_MS = 5_000

function Empty(): ReactNode {
  const where = useWhere()
  const isWaiting = useRecorder(({ state }) => state?.state === 'recording' && state.source === 'waiting')
  return (
    <EmptyState title={isWaiting ? copy.waiting.title : copy.listening}>
      {isWaiting && where === 'browser' ? copy.waiting.browser : copy.waiting.app}
    </EmptyState>
  )
}

function Marks(): ReactNode {
  const marks = useRecorder(({ state }) => (state === null || state.state === 'idle' ? '' : state.marks.join(' ')))
  if (marks === '') return null
  return (
    <ul className={styles['marks']} aria-label={copy.marks}>
      {marks.split(' ').map((mark) => (
        <li key={mark} className={styles['mark']}>
          <Icon glyph={Bookmark} />
          {copy.mark(Number(mark))}
        </li>
      ))}
    </ul>
  )
}

function NoNote(): ReactNode {
  const client = useSotto()
  const recordingId = useRecorder(({ state }) => (state === null || state.state === 'idle' ? null : state.recordingId))
  const failure = useFollowing((following) => following.failure)
  return (
    <ErrorPanel
      title={copy.noNote.title}
      meaning={copy.noNote.meaning}
      action={recordingId !== null && <Button onPress={() => void follow(client, recordingId)}>{copy.again}</Button>}
      {...(failure !== null && { details: failure.code })}
    />
  )
}
