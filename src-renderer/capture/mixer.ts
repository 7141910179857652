import type { RecordedSide } from '../../src-shared/domain/recorder.ts'
import type { SoundFrame } from '../../src-shared/wire/sound.ts'
import collectorUrl from './collector.worklet.ts?worker&url'

const SAMPLE_RATE = 16_000
const INPUT: Readonly<Record<RecordedSide, number>> = { me: 0, others: 1 }

/** The audio clock, and what comes into each side of the recording. A side without a source is silent. */
export interface Mixer {
  /** Puts a source into a side, in the place of what was there. */
  connect(side: RecordedSide, stream: MediaStream): void
  disconnect(side: RecordedSide): void
  /** Nothing is counted while it is held. */
  hold(isHeld: boolean): Promise<void>
  /** A browser may want a click in this page before it lets its audio clock run. */
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
  context.addEventListener('statechange', onChange)
  await context.audioWorklet.addModule(collectorUrl)
  const collector = new AudioWorkletNode(context, 'collector', {
    numberOfInputs: channels,
    numberOfOutputs: 1,
    outputChannelCount: [1],
    channelCount: 1,
    channelCountMode: 'explicit',
  })
  let firstOfAll: number | null = null
  collector.port.addEventListener('message', ({ data }: MessageEvent<SoundFrame>) => {
    firstOfAll ??= data.firstSample
    onFrame({ firstSample: data.firstSample - firstOfAll, channels: data.channels })
  })
  collector.port.start()
  // Its output is silence; what leads nowhere is not worked on.
  collector.connect(context.destination)

  const sources = new Map<RecordedSide, MediaStreamAudioSourceNode>()
  let isHeld = false
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
    },
    disconnect,
    async hold(held) {
      isHeld = held
      await (held ? context.suspend() : context.resume())
    },
    get isBlocked() {
      return !isHeld && context.state !== 'running'
    },
    async close() {
      for (const side of sources.keys()) disconnect(side)
      await context.close()
    },
  }
}
