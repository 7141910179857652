import type { RecordedSide } from '../../src-shared/domain/recorder.ts'
import type { SoundFrame } from '../../src-shared/wire/sound.ts'
import { readEarly } from './early-sound.ts'
import collectorUrl from './collector.worklet.ts?worker&url'

const SAMPLE_RATE = 16_000
const INPUT: Readonly<Record<RecordedSide, number>> = { me: 0, others: 1 }

/** The audio clock, and what comes into each side of the recording. A side without a source is silent. */
export interface Mixer {
  /** Puts a source into a side, in the place of what was there. */
  connect(side: RecordedSide, stream: MediaStream): void
  disconnect(side: RecordedSide): void
  /** Nothing is counted while it is held. */
  hold(isHeld: boolean): void
  /** A browser may want a click in this page before it lets anything be heard. */
  readonly isBlocked: boolean
  close(): Promise<void>
}

/**
 * @param onFrame gets sound as it comes, 64 ms at a time
 * @param onChange the clock runs or stands
 */
export async function openMixer(channels: 1 | 2, onFrame: (frame: SoundFrame) => void, onChange: () => void): Promise<Mixer> {
  // Nothing is played, so no loudspeaker need set the pace (an option younger than TypeScript's list of them); and a delay that nobody
  // hears makes a busy machine miss nothing.
  const options = { sampleRate: SAMPLE_RATE, latencyHint: 'playback', sinkId: { type: 'none' } } as const
  const context = new AudioContext(options)
  await context.audioWorklet.addModule(collectorUrl)
  const collector = new AudioWorkletNode(context, 'collector', {
    numberOfInputs: channels,
    numberOfOutputs: 1,
    outputChannelCount: [1],
    channelCount: 1,
    channelCountMode: 'explicit',
  })
  /** Samples so far, by the audio clock, or by counting where it does not run yet. */
  let count = 0
  let clock: number | null = null
  let endEarly: (() => void) | null = null
  const hand = (sides: readonly Int16Array[]): void => {
    onFrame({ firstSample: count, channels: sides })
    count += sides[0]?.length ?? 0
  }
  collector.port.addEventListener('message', ({ data: { firstSample, channels: sides } }: MessageEvent<SoundFrame>) => {
    count += firstSample - (clock ?? firstSample)
    clock = firstSample + (sides[0]?.length ?? 0)
    // Not before: from click to first sample the clock takes its time.
    endEarly?.()
    endEarly = null
    hand(sides)
  })
  collector.port.start()
  // Its output is silence; what leads nowhere is not worked on.
  collector.connect(context.destination)

  const sources = new Map<RecordedSide, MediaStreamAudioSourceNode>()
  let isHeld = false
  const isRunning = (): boolean => context.state === 'running'
  /** Until the clock runs: the microphone alone. */
  const hearEarly = (): void => {
    endEarly?.()
    endEarly = null
    const microphone = sources.get('me')?.mediaStream
    if (isHeld || isRunning() || microphone === undefined) return
    endEarly = readEarly(microphone, (samples) => hand(channels === 1 ? [samples] : [samples, new Int16Array(samples.length)]))
  }
  context.addEventListener('statechange', () => {
    if (!isRunning()) hearEarly()
    onChange()
  })
  const disconnect = (side: RecordedSide): void => {
    sources.get(side)?.disconnect()
    sources.delete(side)
  }
  return {
    connect(side, stream) {
      disconnect(side)
      if (INPUT[side] >= channels) return
      const source = context.createMediaStreamSource(stream)
      source.connect(collector, 0, INPUT[side])
      sources.set(side, source)
      hearEarly()
      onChange()
    },
    disconnect(side) {
      disconnect(side)
      hearEarly()
    },
    hold(held) {
      isHeld = held
      hearEarly()
      // A clock that may not run yet answers when somebody has clicked.
      void (held ? context.suspend() : context.resume())
    },
    get isBlocked() {
      return !isHeld && !isRunning() && endEarly === null
    },
    async close() {
      for (const source of sources.values()) source.disconnect()
      sources.clear()
      hearEarly()
      await context.close()
    },
  }
}
