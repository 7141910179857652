import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, AskEvent } from '../../../src-shared/contract/ask.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { toFailure, type Failure } from '../../../src-shared/errors/failure.ts'
import { ask as copy } from '../../copy/ask.ts'
import { useSotto } from '../../rpc/index.ts'
import { announce } from '../../ui/index.ts'

export type Asking =
  | { readonly state: 'idle' | 'cancelled' }
  | { readonly state: 'working'; readonly stage: Extract<AskEvent, { kind: 'progress' }>['stage']; readonly done: number }
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'failed'; readonly failure: Failure }

interface Question {
  readonly question: string
  readonly noteId: NoteId | undefined
  readonly reveal: boolean
}

/** One question at a time; the next one ends the one before, and leaving ends it too. Nothing of it is kept. */
export function useAsk(): { asking: Asking; put: (question: Question) => void; cancel: () => void; clear: () => void } {
  const client = useSotto()
  const [asking, setAsking] = useState<Asking>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)
  const stop = useCallback((): boolean => {
    const was = running.current
    running.current = null
    was?.abort()
    return was !== null
  }, [])
  useEffect(() => () => void stop(), [stop])

  const put = ({ question, noteId, reveal }: Question): void => {
    stop()
    const mine = new AbortController()
    running.current = mine
    setAsking({ state: 'working', stage: 'finding', done: 0 })
    const isMine = (): boolean => running.current === mine
    const follow = async (): Promise<void> => {
      const events = await client.asking.question({ question, reveal, ...(noteId !== undefined && { noteId }) }, { signal: mine.signal })
      for await (const event of events) {
        if (!isMine()) return
        if (event.kind === 'progress') setAsking({ state: 'working', stage: event.stage, done: event.done })
        else {
          setAsking({ state: 'answered', answer: event.answer })
          announce(copy.spoken(event.answer.sentences.length))
        }
      }
    }
    follow()
      .catch((thrown: unknown) => {
        if (isMine()) setAsking({ state: 'failed', failure: toFailure(thrown) })
      })
      .finally(() => {
        if (isMine()) running.current = null
      })
  }
  return {
    asking,
    put,
    cancel: () => {
      if (!stop()) return
      setAsking({ state: 'cancelled' })
      announce(copy.cancelled)
    },
    clear: () => {
      stop()
      setAsking({ state: 'idle' })
    },
  }
}
