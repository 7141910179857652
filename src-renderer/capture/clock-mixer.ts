import type { RecordedSide } from '../../src-shared/domain/recorder.ts'
import type { SoundFrame } from '../../src-shared/wire/sound.ts'
import collectorUrl from './collector.worklet.ts?worker&url'
import type { Mixer, MixerEvents } from './mixer.ts'

const SAMPLE_RATE = 16_000
const INPUT: Readonly<Record<RecordedSide, number>> = { me: 0, others: 1 }

/** By an AudioWorklet, where a browser gives no tracks to read: its audio clock misses some where the machine has too much to do. */
export async function openClockMixer(channels: 1 | 2, { onFrame, onChange }: MixerEvents): Promise<Mixer> {
  // Nothing is played, so no loudspeaker need set the pace (an option younger than TypeScript's list of them); and a delay that nobody
  // hears makes a busy machine miss less.
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
  collector.port.addEventListener('message', ({ data }: MessageEvent<SoundFrame>) => onFrame(data))
  collector.port.start()
  // Its output is silence; what leads nowhere is not worked on.
  collector.connect(context.destination)

  const sources = new Map<RecordedSide, MediaStreamAudioSourceNode>()
  let isHeld = false
  context.addEventListener('statechange', onChange)
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
      onChange()
    },
    disconnect,
    async hold(held) {
      isHeld = held
      // A clock that may not run yet answers when somebody has clicked: nobody waits for that.
      if (held) await context.suspend()
      else void context.resume()
    },
    get isBlocked() {
      return !isHeld && context.state !== 'running'
    },
    async close() {
      for (const source of sources.values()) source.disconnect()
      sources.clear()
      await context.close()
    },
  }
}
