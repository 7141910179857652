import { Resampler } from '../../src-shared/sound/resample.ts'

/** A track's sound piece by piece. Chromium has it; TypeScript's libraries do not know it for sound. */
interface TrackReader {
  readonly readable: ReadableStream<AudioData>
}
declare global {
  var MediaStreamTrackProcessor: (new (options: { track: MediaStreamTrack; maxBufferSize: number }) => TrackReader) | undefined
}

const RATE = 16_000
const FRAME = 1_024
/** Pieces of 10 ms that may wait for a busy page: without it Chromium keeps a few, and drops the rest. */
const MOST_WAITING = 6_000

/**
 * Reads a microphone without an audio clock: Chromium lets none run before somebody has clicked in its page, and who presses Record
 * in another page must not lose the first words of a meeting for that.
 * @param onFrame gets 64 ms at a time
 * @returns ends it; null where the browser cannot do that
 */
export function readEarly(stream: MediaStream, onFrame: (samples: Int16Array) => void): (() => void) | null {
  const [track] = stream.getAudioTracks()
  if (track === undefined || globalThis.MediaStreamTrackProcessor === undefined) return null
  // What ends it must not end the track, which goes on to the audio clock.
  const own = track.clone()
  const reader = new globalThis.MediaStreamTrackProcessor({ track: own, maxBufferSize: MOST_WAITING }).readable.getReader()
  let isOver = false
  void readAll(reader, (samples) => {
    if (!isOver) onFrame(samples)
  }).catch(() => undefined) // the track's own end is heard elsewhere
  return () => {
    isOver = true
    own.stop()
    void reader.cancel().catch(() => undefined)
  }
}

async function readAll(reader: ReadableStreamDefaultReader<AudioData>, onFrame: (samples: Int16Array) => void): Promise<void> {
  let resampler: Resampler | null = null
  let frame = new Int16Array(FRAME)
  let filled = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    resampler ??= new Resampler(piece.value.sampleRate, RATE)
    for (const sample of resampler.push(mono(piece.value))) {
      frame[filled++] = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
      if (filled < FRAME) continue
      onFrame(frame)
      frame = new Int16Array(FRAME)
      filled = 0
    }
    piece.value.close()
  }
}

function mono(data: AudioData): Float32Array {
  const sum = new Float32Array(data.numberOfFrames)
  const one = new Float32Array(data.numberOfFrames)
  for (let channel = 0; channel < data.numberOfChannels; channel++) {
    data.copyTo(one, { planeIndex: channel, format: 'f32-planar' })
    one.forEach((sample, at) => (sum[at] = (sum[at] ?? 0) + sample / data.numberOfChannels))
  }
  return sum
}
