import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Gap, RecorderState } from '../../../../../src-shared/domain/recorder.ts'
import { Failure } from '../../../../../src-shared/errors/failure.ts'
import { beginRecording } from '../../../../../src-main/core/recorder/index.ts'
import type { RecorderOptions } from '../../../../../src-main/hosts/supervisor/recorder/desk.ts'
import { FakeCapture, openStudio } from './studio.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
const open = async (options?: Partial<RecorderOptions>): Promise<void> => void (studio = await openStudio(options))
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(async () => {
  await studio.remove()
  vi.useRealTimers()
})

type UnderWay = Exclude<RecorderState, { state: 'idle' }>
function underWay(): UnderWay {
  const { state } = studio.desk
  if (state.state === 'idle') throw new Error('nothing is recorded')
  return state
}
/** What is on its way to the disk takes a moment. */
const shows = (expected: Partial<UnderWay>): Promise<void> => vi.waitFor(() => expect(underWay()).toMatchObject(expected), 10_000)
const sum = (gaps: readonly Gap[]): number => gaps.filter(({ reason }) => reason !== 'lost').reduce((ms, gap) => ms + gap.ms, 0)
const loudest = (samples: Int16Array | undefined, from: number, to: number): number =>
  (samples?.subarray(from * 16, to * 16) ?? new Int16Array()).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

describe('a recording', () => {
  it('asks for sound, takes all of it, and is whole when it is stopped', async () => {
    const capture = { open: vi.fn<() => void>(), close: vi.fn<() => void>() }
    await open({ capture })
    const { desk } = studio
    expect(desk.state).toEqual({ state: 'idle', last: null })
    const recordingId = await desk.start({ channels: 2, microphone: 'desk mic' })
    expect(capture.open).toHaveBeenCalledOnce()
    await shows({ state: 'recording', recordingId, startedAt: 1_000_000, source: 'waiting', levels: [-100, -100] })
    await expect(desk.start({ channels: 1 })).rejects.toMatchObject({ code: 'RECORDING_UNDER_WAY' })

    const one = new FakeCapture(desk)
    expect(one.told).toEqual([{ want: { channels: 2, microphone: 'desk mic' } }])
    await studio.speak(one, 3_000, [1, 0.1])
    await shows({ source: 'live', recordedMs: 3_000, levels: [-6, -26], gaps: [], problem: null })
    await desk.mark()
    await studio.speak(one, 450)
    await desk.stop()
    await desk.stop()
    expect(one.told.at(-1)).toEqual({ end: true })
    expect(capture.close).toHaveBeenCalled()
    expect(desk.state).toEqual({ state: 'idle', last: { recordingId, recordedMs: 3_500, endedBy: 'stopped' } })
    const { recording, sound } = await studio.found()
    expect(recording).toMatchObject({ id: recordingId, ending: 'stopped', channels: 2, marks: [3_000], gaps: [] })
    expect(sound.map((samples) => samples.length)).toEqual([56_000, 56_000])
    expect(loudest(sound[1], 0, 3_000)).toBe(1_638)
  })

  it('that was paused takes nothing meanwhile and says how long; a muted side is silent', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 2 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 1_000)
    desk.pause()
    await shows({ state: 'paused', levels: [-100, -100] })
    await studio.speak(one, 5_000)
    await desk.resume()
    desk.mute('me', true)
    await studio.speak(one, 2_000)
    await shows({ state: 'recording', recordedMs: 3_000, muted: ['me'], gaps: [{ atMs: 1_000, ms: 5_000, reason: 'paused' }] })
    expect(one.told.slice(1)).toEqual([{ hold: true }, { hold: false }])
    await desk.stop()
    const { recording, sound } = await studio.found()
    expect(recording.gaps).toEqual([{ atMs: 1_000, ms: 5_000, reason: 'paused' }])
    expect([loudest(sound[0], 1_000, 3_000), loudest(sound[1], 1_000, 3_000)]).toEqual([0, 16_384])
  })

  it('keeps what was heard until Pause was pressed, however late it comes, and nothing from after it', async () => {
    for (const clockMs of [70_000, null]) {
      await open()
      const { desk } = studio
      await desk.start({ channels: 2 })
      const one = new FakeCapture(desk)
      one.clockMs = clockMs
      await studio.speak(one, 1_000)
      const from = one.captured
      studio.starve(600)
      desk.pause()
      studio.starve(200)
      // Six frames were on their way; two more were captured after the press.
      for (let frame = 0; frame < 8; frame++) one.send(100, [1, 1])
      studio.wait(2_400)
      await desk.resume()
      one.captured = from + 3_200 * 16
      await studio.speak(one, 12_000)
      await desk.stop()
      const { recording, sound } = await studio.found()
      // Where the source says nothing about when it heard them, they came in the pause.
      const kept = clockMs === null ? 0 : 600
      expect(recording.gaps).toEqual([{ atMs: 1_000 + kept, ms: 2_600, reason: 'paused' }])
      expect(recording.part.samples / 16).toBe(13_000 + kept)
      expect(sound[0]?.every((sample) => sample !== 0)).toBe(true)
      await studio.remove()
    }
    await open()
  })

  it('that is stopped while it is paused says how long it was', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 1 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 1_000, [1])
    desk.pause()
    studio.wait(3_000)
    await desk.stop()
    expect((await studio.found()).recording).toMatchObject({ ending: 'stopped', gaps: [{ atMs: 1_000, ms: 3_000, reason: 'paused' }] })
  })

  it('refuses where there is no store, and after the host began to end', async () => {
    await open({ dir: '/nowhere' })
    await expect(studio.desk.start({ channels: 1 })).rejects.toMatchObject({ code: 'STORE_MISSING' })
    expect(studio.desk.state).toEqual({ state: 'idle', last: null })
  })

  it('ends with what it has when the disk is full, and when the host ends', async () => {
    let room = 20
    await open({
      begin: async (options) => {
        const session = await beginRecording(options)
        return Object.assign(Object.create(session) as typeof session, { // everything else is the session's own
          push: async (...block: Parameters<typeof session.push>) => {
            if (room-- === 0) throw new Failure('DISK_FULL', {})
            await session.push(...block)
          },
        })
      },
    })
    const { desk } = studio
    const recordingId = await desk.start({ channels: 1 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 2_500, [1])
    await vi.waitFor(() => expect(desk.state).toMatchObject({ state: 'idle', last: { recordingId, endedBy: 'disk-full', recordedMs: 2_000 } }))
    expect((await studio.found()).recording).toMatchObject({ part: { samples: 32_000 } })
    room = -1
    await desk.start({ channels: 1 })
    await studio.speak(new FakeCapture(desk), 700, [1])
    await desk.close()
    expect((await studio.found()).recording).toMatchObject({ ending: 'stopped', part: { samples: 11_200 } })
  })
})

describe('sound that stops coming', () => {
  it('because whoever captures it was killed is silence of that length', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 2 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 2_000)
    one.leave()
    await shows({ problem: 'capture-closed' })
    studio.wait(900)
    const two = new FakeCapture(desk)
    expect(two.told).toEqual([{ want: { channels: 2 } }])
    await shows({ source: 'lost', problem: null })
    await studio.speak(two, 1_000)
    await shows({ source: 'live', recordedMs: 3_900, gaps: [{ atMs: 2_000, ms: 900, reason: 'lost' }] })
    await desk.stop()
    const { recording, sound } = await studio.found()
    expect(recording.gaps).toEqual([{ atMs: 2_000, ms: 900, reason: 'lost' }])
    expect([loudest(sound[0], 0, 2_000), loudest(sound[0], 2_000, 2_900), loudest(sound[0], 2_900, 3_900)]).toEqual([16_384, 0, 16_384])
  })

  it('is no gap when it was only late', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 1 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 2_000, [1])
    studio.wait(3_000)
    await shows({ source: 'lost', levels: [-100] })
    // In two heaps, the second one late.
    for (let frame = 0; frame < 10; frame++) one.send(100, [1])
    studio.wait(600)
    for (let frame = 0; frame < 26; frame++) one.send(100, [1])
    await studio.speak(one, 11_000, [1])
    await shows({ source: 'live', recordedMs: 16_600, gaps: [] })
  })

  it.each([
    ['device', (): void => studio.wait(4_000)],
    ['device', (): void => studio.starve(4_000)],
    ['slept', (): void => studio.sleep(4_000_000)],
  ] as const)('and comes again from the same source is told: %s', async (reason, away) => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 1 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 2_000, [1])
    away()
    await studio.speak(one, 11_000, [1])
    const ms = reason === 'slept' ? 4_000_000 : 4_000
    await shows({ recordedMs: 13_000, gaps: [{ atMs: 2_000, ms, reason }] })
    await desk.stop()
    expect((await studio.found()).recording.gaps).toEqual([{ atMs: 2_000, ms, reason }])
  })

  it('is no gap where its source says that it was heard all the time, however late it came', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 1 })
    const one = new FakeCapture(desk)
    one.clockMs = 70_000
    await studio.speak(one, 2_000, [1])
    studio.starve(25_000)
    for (let frame = 0; frame < 250; frame++) one.send(100, [1])
    await studio.speak(one, 12_000, [1])
    await desk.stop()
    const { recording } = await studio.found()
    expect(recording).toMatchObject({ gaps: [], part: { samples: 39_000 * 16 } })
  })

  it('before the end was wanted and comes after it is still part of the recording', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 1 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 1_000, [1])
    one.atEnd = () => {
      for (let frame = 0; frame < 30; frame++) one.send(100, [1])
    }
    await desk.stop()
    expect((await studio.found()).recording).toMatchObject({ ending: 'stopped', gaps: [], part: { samples: 4_000 * 16 } })
  })

  it('is told when it is stopped before that is certain', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 1 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 2_000, [1])
    studio.wait(2_000)
    await studio.speak(one, 500, [1])
    await desk.stop()
    expect((await studio.found()).recording.gaps).toEqual([{ atMs: 2_000, ms: 2_000, reason: 'device' }])
  })

  it('is told when it is lost little by little', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 1 })
    const one = new FakeCapture(desk)
    for (let second = 0; second < 30; second++) {
      studio.starve(50)
      await studio.speak(one, 1_000, [1])
    }
    await desk.stop()
    const { recording } = await studio.found()
    expect(recording.part.samples / 16).toBe(30_000)
    expect(sum(recording.gaps)).toBeGreaterThan(1_500 - 50 * 21 - 40)
    expect(sum(recording.gaps)).toBeLessThanOrEqual(1_500)
  })

  it('is told at the end, too; saved time and gaps are the time that went by', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 1 })
    await studio.speak(new FakeCapture(desk), 1_000, [1])
    studio.wait(300_000)
    const two = new FakeCapture(desk)
    await studio.speak(two, 1_000, [1])
    two.captured += 8_000 // half a second that the source itself misses
    await studio.speak(two, 1_000, [1])
    studio.wait(20_000)
    await desk.stop()
    const { recording } = await studio.found()
    expect(recording.gaps.map(({ reason }) => reason)).toEqual(['device', 'lost', 'device'])
    expect(recording.part.samples / 16 + sum(recording.gaps)).toBe(3_000 + 500 + 300_000 + 20_000)
  })

  it('never came, or came to nobody, is a capture that has closed', async () => {
    await open()
    const { desk } = studio
    const early = new FakeCapture(desk)
    early.send(100, [1, 1])
    await desk.start({ channels: 2 })
    expect(early.told).toEqual([{ want: { channels: 2 } }])
    const late = new FakeCapture(desk)
    expect(early.isOpen).toBe(false)
    late.leave()
    desk.recapture()
    await shows({ source: 'waiting', problem: null, recordedMs: 0 })
    studio.wait(7_000)
    await shows({ problem: 'capture-closed' })
  })
})

describe('what is said about the sound', () => {
  it('is that one side has been silent while the other was not', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 2 })
    const one = new FakeCapture(desk)
    for (let second = 0; second < 32; second++) await studio.speak(one, 1_000, [second % 2, 0])
    await shows({ silentSide: 'others', quietMs: 0 })
    desk.mute('others', true)
    await shows({ silentSide: null })
    desk.mute('others', false)
    one.problem('no-computer-sound')
    await shows({ silentSide: null, problem: 'no-computer-sound' })
    one.problem(null)
    await studio.speak(one, 200, [0, 1])
    await shows({ silentSide: null, problem: null })
  })

  it('is that the microphone has stopped, and from which sample to which', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 2 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 1_000)
    await studio.speak(one, 500, [0, 1]) // nobody says that it has stopped: a microphone may be that quiet
    await studio.speak(one, 1_000)
    await studio.speak(one, 3_000, [0, 1])
    one.problem('microphone-stopped')
    await shows({ problem: 'microphone-stopped', gaps: [] })
    await studio.speak(one, 34_000, [0, 1])
    await shows({ silentSide: null })
    one.problem('device-changed')
    await studio.speak(one, 1_000)
    await shows({ gaps: [{ atMs: 2_500, ms: 37_000, reason: 'lost' }] })
    await studio.speak(one, 1_000, [0, 1])
    one.problem('microphone-stopped')
    await desk.stop()
    const { recording } = await studio.found()
    expect(recording.gaps).toEqual([
      { atMs: 2_500, ms: 37_000, reason: 'lost' },
      { atMs: 40_500, ms: 1_000, reason: 'lost' },
    ])
    expect(recording.part.samples / 16).toBe(41_500)
  })

  it('is since when nobody has spoken, whatever hums', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 2 })
    const one = new FakeCapture(desk)
    await studio.speak(one, 2_000, [0.01, 0])
    await studio.speak(one, 1_000)
    await studio.speak(one, 10_000, [0.01, 0])
    await shows({ quietMs: 10_000 })
  })

  it('is what breaks the rules of the channel: hung up on', async () => {
    await open()
    const { desk } = studio
    await desk.start({ channels: 2 })
    for (const nonsense of ['{}', 'no json', new Uint8Array(9), new Uint8Array(200_000)]) {
      const one = new FakeCapture(desk)
      one.say(nonsense)
      expect(one.isOpen).toBe(false)
    }
    await shows({ problem: 'capture-closed', recordedMs: 0 })
  })
})
