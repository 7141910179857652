import { describe, expect, it } from 'vitest'
import type { RecorderState, SoundProblem } from '../../../src-shared/domain/recorder.ts'
import { fractionOf, loudnessOf, needle } from '../../../src-renderer/features/recorder/loudness.ts'
import { sentencesOf } from '../../../src-renderer/features/recorder/spoken.ts'
import { troublesOf } from '../../../src-renderer/features/recorder/troubles.ts'
import { IDLE, RECORDING_ID, session } from '../../fakes/recorder/recorder.ts'

const said = (before: RecorderState, after: RecorderState): string[] => sentencesOf(before, after, 'linux').map(({ text }) => text)
const ended = (endedBy: 'stopped' | 'disk-full' | 'failed'): RecorderState => ({
  state: 'idle',
  last: { recordingId: RECORDING_ID, recordedMs: 872_000, endedBy },
})

describe('what is said aloud of a recording', () => {
  it('is its beginning once there is sound, its pauses and its end', () => {
    expect(said(IDLE, session({ source: 'waiting' }))).toEqual(['Waiting for sound'])
    expect(said(session({ source: 'waiting' }), session())).toEqual(['Recording.'])
    expect(said(session(), session({ state: 'paused' }))).toEqual(['Recording paused.'])
    expect(said(session({ state: 'paused' }), session())).toEqual(['Recording goes on.'])
    expect(said(session(), ended('stopped'))).toEqual(['Recording stopped. Saved: 15 min.'])
  })

  it('is nothing for what only counts on', () => {
    expect(said(session(), session({ recordedMs: 873_000, levels: [-3, -80] }))).toEqual([])
    expect(said(session({ lowDiskMinutes: 12 }), session({ lowDiskMinutes: 11 }))).toEqual([])
  })

  it('is a mark with its time, and who is muted', () => {
    expect(said(session(), session({ marks: [862_000] }))).toEqual(['Marked at 14:22.'])
    expect(said(session(), session({ muted: ['me'] }))).toEqual(['Your microphone is muted.'])
    expect(said(session({ muted: ['me', 'others'] }), session({ muted: ['me'] }))).toEqual(['The computer’s sound is on.'])
  })

  it('cuts in where nothing is recorded until the person acts, and only there', () => {
    const urgency = (after: RecorderState): string[] => sentencesOf(session(), after, 'mac').map((sentence) => sentence.urgency)
    const urgent: SoundProblem[] = ['microphone-denied', 'no-microphone', 'microphone-busy', 'device-lost', 'microphone-stopped', 'capture-closed']
    for (const problem of urgent) {
      expect(urgency(session({ problem, source: 'lost' }))).toEqual(['assertive'])
    }
    expect(urgency(session({ problem: 'device-changed' }))).toEqual(['polite'])
    expect(urgency(ended('disk-full'))).toEqual(['assertive'])
  })
})

describe('the troubles of a recording', () => {
  const ids = (state: RecorderState): string[] => troublesOf(state, 'browser').map(({ id }) => id)

  it('are none while all is well, and none once it is over', () => {
    expect(ids(session())).toEqual([])
    expect(ids(ended('failed'))).toEqual([])
    expect(ids(session({ state: 'stopping', problem: 'capture-closed', source: 'lost' }))).toEqual([])
  })

  it('say how to allow the microphone where one is', () => {
    const meanings = (['browser', 'mac', 'windows', 'linux'] as const).map((where) => troublesOf(session({ problem: 'microphone-denied' }), where)[0]?.meaning)
    expect(new Set(meanings).size).toBe(4)
  })

  it('do not count a side as silent that is muted, or that is known not to come', () => {
    expect(ids(session({ silentSide: 'me' }))).toEqual(['silent-me'])
    expect(ids(session({ silentSide: 'me', muted: ['me'] }))).toEqual([])
    expect(ids(session({ silentSide: 'others', problem: 'no-computer-sound' }))).toEqual(['no-computer-sound'])
  })

  it('ask whether it is over after five quiet minutes, but not while it is paused', () => {
    expect(ids(session({ quietMs: 299_999 }))).toEqual([])
    expect(ids(session({ quietMs: 300_000 }))).toEqual(['quiet'])
    expect(ids(session({ quietMs: 300_000, state: 'paused' }))).toEqual([])
  })
})

describe('a level', () => {
  it('has a word', () => expect([-100, -50, -20, -1].map(loudnessOf)).toEqual(['silent', 'quiet', 'good', 'loud']))
  it('rises at once and falls slowly', () => {
    expect(needle(-80, -10)).toBe(-10)
    expect(needle(-10, -80)).toBeGreaterThan(-20)
    expect([-100, -60, 0].map(fractionOf)).toEqual([0, 0, 1])
  })
})
