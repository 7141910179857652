import { useEffect, useRef } from 'react'
import { useRecorder } from '../../rpc/index.ts'
import { announce } from '../../ui/index.ts'
import { sentencesOf } from './spoken.ts'
import { useWhere } from './use-where.ts'

/** Says what becomes of the recording, locked or not. Stands once in the window. */
export function RecorderVoice(): null {
  const state = useRecorder((seen) => seen.state)
  const where = useWhere()
  const before = useRef(state)
  useEffect(() => {
    const [last, next] = [before.current, state]
    before.current = next
    if (last === null || next === null) return
    const sentences = sentencesOf(last, next, where)
    for (const urgency of ['polite', 'assertive'] as const) {
      const said = sentences.filter((sentence) => sentence.urgency === urgency).map(({ text }) => text)
      if (said.length > 0) announce(said.join(' '), urgency)
    }
  }, [state, where])
  return null
}
