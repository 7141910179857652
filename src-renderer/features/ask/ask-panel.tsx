import { MessageCircleQuestion, X } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { MAX_QUESTION, type Answer } from '../../../src-shared/contract/ask.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { clock } from '../../copy/amounts.ts'
import { ask as copy } from '../../copy/ask.ts'
import { goTo, useNames } from '../../rpc/index.ts'
import { Button, EmptyState, Field, IconButton, Progress } from '../../ui/index.ts'
import { useAsk, type Asking } from './use-ask.ts'
import { FailurePanel } from '../failure/index.ts'
import styles from './ask.module.css'

export interface AskPanelProps {
  /** All notes where none is named. */
  noteId?: NoteId | undefined
  /** Shows a place of the note that is on screen; another note is opened. */
  onShow?: ((segment: number) => void) | undefined
}

/** A question and its answer, every sentence with the place it was said at. Enter asks, Escape cancels or clears. */
export function AskPanel({ noteId, onShow }: AskPanelProps): ReactNode {
  const [question, setQuestion] = useState('')
  const reveal = useNames((names) => names.areShown)
  const { asking, put, cancel, clear } = useAsk()
  const wanted = question.trim()
  const submit = (): void => {
    if (wanted !== '') put({ question: wanted, noteId, reveal })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    if (asking.state === 'working') cancel()
    else if (asking.state !== 'idle') clear()
  }
  const isOne = noteId !== undefined
  return (
    <section className={styles['ask']} aria-label={isOne ? copy.labelOne : copy.label} onKeyDown={onKeyDown}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={styles['question']}>
          <Field
            label={isOne ? copy.labelOne : copy.label}
            isLabelHidden
            placeholder={isOne ? copy.placeholderOne : copy.placeholder}
            value={question}
            onChange={(typed) => setQuestion(typed.slice(0, MAX_QUESTION))}
            autoComplete="off"
          />
        </div>
        {asking.state === 'working' ? (
          <Button onPress={cancel}>{copy.cancel}</Button>
        ) : (
          <Button icon={MessageCircleQuestion} onPress={submit}>
            {copy.ask}
          </Button>
        )}
      </form>
      <Outcome asking={asking} isOne={isOne} onAgain={submit} onClear={clear} onShow={onShow} noteId={noteId} />
    </section>
  )
}

interface OutcomeProps extends AskPanelProps {
  asking: Asking
  isOne: boolean
  onAgain: () => void
  onClear: () => void
}

function Outcome({ asking, isOne, onAgain, onClear, noteId, onShow }: OutcomeProps): ReactNode {
  switch (asking.state) {
    case 'idle':
      return null
    case 'cancelled':
      return <p className={styles['quiet']}>{copy.cancelled}</p>
    case 'working':
      return <Progress label={copy.stage[asking.stage]} fraction={asking.stage === 'finding' ? undefined : asking.done} />
    case 'failed':
      return <FailurePanel error={asking.failure} action={<Button onPress={onAgain}>{copy.ask}</Button>} />
    case 'answered':
      return <Found answer={asking.answer} isOne={isOne} onClear={onClear} noteId={noteId} onShow={onShow} />
  }
}

function Found({ answer, isOne, onClear, noteId, onShow }: AskPanelProps & { answer: Answer; isOne: boolean; onClear: () => void }): ReactNode {
  const showNames = useNames((names) => names.show)
  const { outcome, sentences, notesRead, engine, model, fallback, withoutNames } = answer
  const names = withoutNames && (
    <p className={styles['quiet']}>
      {copy.namesHidden}{' '}
      <Button size="small" variant="quiet" onPress={() => showNames(true)}>
        {copy.showNames}
      </Button>
    </p>
  )
  if (outcome === 'not-in-notes') {
    return (
      <div className={styles['answer']}>
        <EmptyState glyph={MessageCircleQuestion} title={copy.none}>
          <p>{isOne ? copy.noneOne : copy.noneMeaning(notesRead)}</p>
          {names}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className={styles['answer']}>
      <div className={styles['head']}>
        <h2 className={styles['heading']}>{copy.answer}</h2>
        <IconButton glyph={X} size="small" label={copy.clear} onPress={onClear} />
      </div>
      <p className={styles['quiet']}>{fallback !== undefined ? copy.fallback : engine === 'ollama' ? copy.by.ollama(model ?? 'Ollama') : copy.by.embedded}</p>
      <ul className={styles['sentences']}>
        {sentences.map(({ text, citations }) => (
          <li key={`${text} ${citations[0]?.noteId}`} className={styles['sentence']} dir="auto">
            <p>{text}</p>
            <p className={styles['places']}>
              {citations.slice(0, 3).map((at) => {
                const when = at.startMs === null ? copy.line(at.segment + 1) : clock(at.startMs)
                const place = isOne ? when : copy.place(at.title ?? copy.untitled, when)
                const isHere = at.noteId === noteId && onShow !== undefined
                return (
                  <button
                    type="button"
                    key={at.segment}
                    className={styles['place']}
                    aria-label={copy.open(place)}
                    onClick={() => (isHere ? onShow(at.segment) : goTo({ screen: 'note', id: at.noteId, segment: at.segment }))}
                  >
                    {place}
                  </button>
                )
              })}
            </p>
          </li>
        ))}
      </ul>
      {names}
    </div>
  )
}
