import { describe, expect, it } from 'vitest'
import { Backlog } from '../../../src-main/core/live/backlog.pure.ts'

const utterance = (startMs: number, lengthMs: number, value = 1) => ({
  startMs,
  samples: new Int16Array(lengthMs * 16).fill(value),
  speech: new Uint8Array(lengthMs / 20).fill(1),
})

describe('utterances that wait', () => {
  it('are heard together as far as the engine hears, with their silence, one side at a time and in order', () => {
    const backlog = new Backlog()
    backlog.add({ channel: 0, utterance: utterance(1000, 4000, 1) })
    backlog.add({ channel: 1, utterance: utterance(2000, 2000, 2) })
    backlog.add({ channel: 0, utterance: utterance(6000, 2000, 3) })
    backlog.add({ channel: 0, utterance: utterance(29_000, 2000, 4) })
    backlog.add({ channel: 0, utterance: utterance(32_000, 500, 5) })

    const first = backlog.take()
    expect(first).toMatchObject({ channel: 0, utterance: { startMs: 1000 } })
    expect(first?.utterance.samples.length).toBe(7000 * 16)
    expect([500, 4500, 5500].map((ms) => first?.utterance.samples[ms * 16])).toEqual([1, 0, 3])
    expect([100, 230, 300].map((frame) => first?.utterance.speech[frame])).toEqual([1, 0, 1])
    expect(backlog.take()).toMatchObject({ channel: 1, utterance: { startMs: 2000 } })
    expect(backlog.take()?.utterance.samples.length).toBe(3500 * 16)
    expect(backlog.take()).toBeNull()
  })

  it('tell since when', () => {
    const backlog = new Backlog()
    expect([backlog.oldestEndMs(), backlog.startMs(0)]).toEqual([null, null])
    backlog.add({ channel: 1, utterance: utterance(2000, 2000) })
    expect([backlog.oldestEndMs(), backlog.startMs(0), backlog.startMs(1), backlog.lengthMs]).toEqual([4000, null, 2000, 2000])
  })
})
