import type { RecordedSide, RecorderState } from '../../../src-shared/domain/recorder.ts'
import { recorder, type Where } from '../../copy/recorder.ts'
import { troublesOf } from './troubles.ts'

interface Sentence {
  readonly text: string
  readonly urgency: 'polite' | 'assertive'
}

const copy = recorder.spoken
const SIDES: readonly RecordedSide[] = ['me', 'others']

/** What has to be said aloud when the recorder goes from one state to the next. Levels and seconds say nothing. */
export function sentencesOf(before: RecorderState, after: RecorderState, where: Where): Sentence[] {
  const known = new Set(troublesOf(before, where).map(({ id }) => id))
  const troubles = troublesOf(after, where)
    .filter(({ id }) => !known.has(id))
    .map((trouble): Sentence => ({ text: whole(trouble), urgency: trouble.isUrgent === true ? 'assertive' : 'polite' }))
  return [...changesOf(before, after).map((text): Sentence => ({ text, urgency: 'polite' })), ...endOf(before, after), ...troubles]
}

function changesOf(before: RecorderState, after: RecorderState): string[] {
  if (after.state === 'idle') return []
  const said: string[] = []
  const isRunning = after.state === 'recording'
  if (before.state === 'idle') said.push(after.source === 'waiting' ? recorder.standing.waiting : copy.started)
  else {
    if (isRunning && before.source !== 'live' && after.source === 'live') said.push(before.source === 'waiting' ? copy.started : copy.soundBack)
    if (after.state === 'paused' && before.state === 'recording') said.push(copy.paused)
    if (isRunning && before.state === 'paused') said.push(copy.resumed)
    const mark = after.marks.at(-1)
    if (mark !== undefined && after.marks.length > before.marks.length) said.push(copy.marked(mark))
    for (const side of SIDES) {
      if (before.muted.includes(side) === after.muted.includes(side)) continue
      said.push(after.muted.includes(side) ? copy.mutedNow[side] : copy.unmuted[side])
    }
  }
  return said
}

function endOf(before: RecorderState, after: RecorderState): Sentence[] {
  if (before.state === 'idle' || after.state !== 'idle' || after.last === null) return []
  const { endedBy, recordedMs } = after.last
  if (endedBy === 'stopped') return [{ text: copy.stopped(recordedMs), urgency: 'polite' }]
  return [{ text: whole(recorder.ended[endedBy](recordedMs)), urgency: 'assertive' }]
}

const whole = ({ title, meaning }: { readonly title: string; readonly meaning?: string }): string => [title, meaning].filter(Boolean).join('. ')
