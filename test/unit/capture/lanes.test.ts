import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lanes } from '../../../src-renderer/capture/lanes.pure.ts'
import type { RecordedSide } from '../../../src-shared/domain/recorder.ts'
import type { SoundFrame } from '../../../src-shared/wire/sound.ts'

/** Two devices heard at once; each sample says which one it is. */
const PIECE_MS = 10
const START_MS = 1_000
const loud = (at: number): number => 1_000 + (at % 20_000)

function listen(channels: 1 | 2) {
  const frames: SoundFrame[] = []
  const lanes = new Lanes(channels, (frame) => void frames.push(frame))
  /** A piece of a device that has sounded since the start: so many milliseconds later. */
  const hear = (side: RecordedSide, ms: number, { length = PIECE_MS, sample = loud, clockMs = ms } = {}): void =>
    lanes.add(side, Int16Array.from({ length: length * 16 }, (_, at) => sample(ms * 16 + at)), START_MS + clockMs)
  return { lanes, hear, frames }
}
/** Everything that was handed over of a side, silence where the count jumps. */
function whole(frames: readonly SoundFrame[], channel: number): Int16Array {
  const last = frames.at(-1)
  const sound = new Int16Array(last === undefined ? 0 : last.firstSample + (last.channels[0]?.length ?? 0))
  for (const { firstSample, channels } of frames) sound.set(channels[channel] ?? [], firstSample)
  return sound
}
const ramp = (samples: number, from = 0): Int16Array => Int16Array.from({ length: samples }, (_, at) => loud(from + at))

describe('lanes', () => {
  it('hand over all of both sides beside each other, however late and in whatever heaps they come', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 150 }))), (turns) => {
        const { lanes, hear, frames } = listen(2)
        lanes.begin('me')
        lanes.begin('others')
        const heard = { me: 0, others: 0 }
        for (const [isMe, pieces] of turns) {
          const side = isMe ? 'me' : 'others'
          const other = isMe ? heard.others : heard.me
          // No side is two seconds ahead of the other: that is another one's case.
          for (let n = 0; n < pieces && heard[side] < Math.min(12_000, other + 1_500); n++, heard[side] += PIECE_MS) hear(side, heard[side])
          if (heard.me + heard.others === 24_000) break
        }
        lanes.finish()
        expect(whole(frames, 0)).toEqual(ramp(12_000 * 16))
        expect(whole(frames, 1)).toEqual(ramp(12_000 * 16))
        for (const { firstSample, capturedMs } of frames) expect(capturedMs).toBeCloseTo(START_MS + firstSample / 16, 5)
      }),
      { numRuns: 50 },
    )
  })

  it('put a side that begins later where it was heard, though its first pieces say a wrong time', () => {
    const { lanes, hear, frames } = listen(2)
    lanes.begin('me')
    for (let ms = 0; ms < 6_000; ms += PIECE_MS) {
      hear('me', ms)
      if (ms === 2_000) lanes.begin('others')
      if (ms >= 2_000) hear('others', ms, { clockMs: ms < 2_050 ? ms + 600 : ms })
    }
    lanes.finish()
    expect(whole(frames, 1)).toEqual(ramp(6_000 * 16).fill(0, 0, 2_000 * 16))
  })

  it('go on where one side stops coming, and take it up where it was heard', () => {
    const { lanes, hear, frames } = listen(2)
    lanes.begin('me')
    lanes.begin('others')
    for (let ms = 0; ms < 10_000; ms += PIECE_MS) {
      hear('me', ms)
      if (ms < 3_000 || ms >= 7_000) hear('others', ms)
    }
    lanes.finish()
    expect(whole(frames, 0)).toEqual(ramp(10_000 * 16))
    expect(whole(frames, 1)).toEqual(ramp(10_000 * 16).fill(0, 3_000 * 16, 7_000 * 16))
  })

  it.each([600, 1_500, 8_000])('leave %d ms silent, once, where the other side misses as much', (missing) => {
    const { lanes, hear, frames } = listen(2)
    lanes.begin('me')
    lanes.begin('others')
    for (let ms = 0; ms < 16_000; ms += PIECE_MS) {
      hear('me', ms)
      if (ms < 4_000 || ms >= 4_000 + missing) hear('others', ms)
    }
    lanes.finish()
    expect(whole(frames, 0)).toEqual(ramp(16_000 * 16))
    expect(whole(frames, 1)).toEqual(ramp(16_000 * 16).fill(0, 4_000 * 16, (4_000 + missing) * 16))
  })

  it('move the other side once where a device comes to know its latency while it sounds', () => {
    const { lanes, hear, frames } = listen(2)
    lanes.begin('me')
    lanes.begin('others')
    // As PulseAudio's monitors do in their first second: twice the time passes by their clock, for half a second.
    for (let ms = 0; ms < 16_000; ms += PIECE_MS) {
      hear('me', ms)
      if (ms < 15_000) hear('others', ms, { clockMs: ms + Math.min(540, Math.max(0, ms - 700)) })
    }
    lanes.finish()
    const heard = whole(frames, 1)
    expect(heard.length).toBe(16_000 * 16)
    // Where it was said to be, as near as two clocks are kept.
    const after = loud(8_500 * 16) - (heard[8_500 * 16] ?? 0)
    expect(Math.abs(after / 16 - 540)).toBeLessThan(40)
    expect(heard.subarray(8_500 * 16, 15_000 * 16)).toEqual(ramp(6_500 * 16, 8_500 * 16 - after))
    expect(heard.filter((sample) => sample !== 0).length).toBe(15_000 * 16)
  })

  it('put nothing in for single pieces that say a time long after their own', () => {
    const { lanes, hear, frames } = listen(2)
    lanes.begin('me')
    lanes.begin('others')
    for (let ms = 0; ms < 16_000; ms += PIECE_MS) {
      hear('me', ms)
      hear('others', ms, { clockMs: ms % 700 < 50 ? ms + 900 : ms })
    }
    lanes.finish()
    expect(whole(frames, 0)).toEqual(ramp(16_000 * 16))
    expect(whole(frames, 1)).toEqual(ramp(16_000 * 16))
  })

  it('jump where nothing was heard, and nothing that was heard before is left behind', () => {
    const { lanes, hear, frames } = listen(1)
    lanes.begin('me')
    for (let ms = 0; ms < 1_010; ms += PIECE_MS) hear('me', ms)
    lanes.end('me')
    lanes.begin('me')
    for (let ms = 1_510; ms < 2_510; ms += PIECE_MS) hear('me', ms)
    lanes.finish()
    expect(whole(frames, 0)).toEqual(ramp(2_510 * 16).fill(0, 1_010 * 16, 1_510 * 16))
    expect(frames.reduce((samples, { channels }) => samples + (channels[0]?.length ?? 0), 0)).toBe(2_010 * 16)
    expect(frames.find(({ firstSample }) => firstSample === 1_510 * 16)?.capturedMs).toBeCloseTo(START_MS + 1_510, 5)
  })

  it('say when there was sound where some of it is missing', () => {
    const { lanes, hear, frames } = listen(1)
    lanes.begin('me')
    for (let ms = 0; ms < 4_000; ms += PIECE_MS) hear('me', ms, { clockMs: ms < 2_000 ? ms : ms + 700 })
    lanes.finish()
    expect(whole(frames, 0)).toEqual(ramp(4_000 * 16))
    expect(frames.at(-1)?.capturedMs).toBeCloseTo(START_MS + 700 + (frames.at(-1)?.firstSample ?? 0) / 16, 5)
  })

  it.each([
    ['slow', 1.005],
    ['fast', 0.995],
  ] as const)('keep two sides within a twentieth of a second where one clock is %s, and leave out nothing but silence', (_, pace) => {
    const { lanes, hear, frames } = listen(2)
    lanes.begin('me')
    lanes.begin('others')
    // A click a second beside silence: half a percent is 200 ms in 40 seconds.
    const click = (at: number): number => (at % 16_000 < 160 ? 20_000 : 0)
    let others = 0
    for (let ms = 0; ms < 40_000; ms += PIECE_MS) {
      hear('me', ms, { sample: click })
      for (; others * pace <= ms; others += PIECE_MS) hear('others', others, { sample: click, clockMs: others * pace })
    }
    lanes.finish()
    const clicks = (sound: Int16Array): number[] => [...sound.entries()].filter(([at, sample]) => sample > 0 && sound[at - 1] === 0).map(([at]) => at)
    const [me, far] = [clicks(whole(frames, 0)), clicks(whole(frames, 1))]
    expect(me).toHaveLength(39)
    far.forEach((at, second) => expect(Math.abs(at / 16 - (second + 1) * 1_000 * pace)).toBeLessThan(60))
    expect(whole(frames, 1).reduce((sum, sample) => sum + sample, 0)).toBe(20_000 * 160 * (far.length + 1))
  })
})
