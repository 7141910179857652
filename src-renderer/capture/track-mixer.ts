import type { RecordedSide } from '../../src-shared/domain/recorder.ts'
import type { Mixer, MixerEvents } from './mixer.ts'
import type { FromReader, ToReader } from './track.worker.ts'
import TrackWorker from './track.worker.ts?worker'

/** A track's sound piece by piece. Chromium has it; TypeScript's libraries do not know it for sound. */
interface TrackReader {
  readonly readable: ReadableStream<AudioData>
}
declare global {
  var MediaStreamTrackProcessor: (new (options: { track: MediaStreamTrack; maxBufferSize: number }) => TrackReader) | undefined
}

/** Pieces of 10 ms that may wait for a busy machine: without it Chromium keeps a few, and drops the rest. */
const MOST_WAITING = 6_000

/**
 * Reads the tracks themselves, in a thread of its own, with what each piece says about when it was heard. No audio clock has to keep up, and
 * none needs a click.
 * @returns null where the browser cannot do that
 */
export function openTrackMixer(channels: 1 | 2, { onFrame, onStopped }: MixerEvents): Mixer | null {
  const Processor = globalThis.MediaStreamTrackProcessor
  if (Processor === undefined) return null
  const worker = new TrackWorker()
  const say = (message: ToReader, transfer: Transferable[] = []): void => worker.postMessage(message, transfer)
  const finished = Promise.withResolvers<void>()
  let held = Promise.withResolvers<void>()
  worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
    if ('finished' in data) finished.resolve()
    else if ('held' in data) held.resolve()
    else if ('stopped' in data) onStopped(data.stopped)
    else onFrame(data.frame)
  })
  worker.addEventListener('error', () => finished.resolve())
  say({ channels })
  return {
    connect(side, stream) {
      const [track] = stream.getAudioTracks()
      if (track === undefined || (side === 'others' && channels === 1)) return
      const { readable } = new Processor({ track, maxBufferSize: MOST_WAITING })
      say({ side, track: readable }, [readable])
    },
    // Whoever disconnects a track stops it, and with that it ends.
    disconnect: (_side: RecordedSide) => undefined,
    // Reading goes on, so that both sides stay beside each other.
    async hold(hold) {
      held.resolve()
      say({ hold })
      if (!hold) return
      held = Promise.withResolvers()
      await held.promise
    },
    isBlocked: false,
    async close() {
      say({ finish: true })
      await finished.promise
      worker.terminate()
    },
  }
}
