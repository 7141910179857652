import type { RecordedSide } from '../../src-shared/domain/recorder.ts'
import { Resampler } from '../../src-shared/sound/resample.ts'
import type { SoundFrame } from '../../src-shared/wire/sound.ts'
import { Lanes } from './lanes.pure.ts'

/** What the page says: first how many channels, then what is to be read for a side until it ends, at last that it is enough. */
export type ToReader =
  { readonly channels: 1 | 2 } | { readonly side: RecordedSide; readonly pieces: ReadableStream<AudioData> } | { readonly finish: true }
/** What it is answered; `finished` comes after the last frame. */
export type FromReader = { readonly frame: SoundFrame } | { readonly finished: true }

const RATE = 16_000
/** What was captured before the end was wanted is on its way for so long at most. */
const LATEST_MS = 1_000

const tell = (message: FromReader, transfer: Transferable[] = []): void => postMessage(message, { transfer })
let lanes: Lanes | null = null
/** Reading each side, one track after the other. */
const reading: Partial<Record<RecordedSide, Promise<void>>> = {}
/** Nothing that was captured later is wanted. */
let until = Infinity
const enough = Promise.withResolvers<void>()

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if ('channels' in data) {
    lanes = new Lanes(data.channels, (frame) =>
      tell(
        { frame },
        frame.channels.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
      ),
    )
  } else if ('finish' in data) void finish()
  else {
    const { side, pieces } = data
    reading[side] = (reading[side] ?? Promise.resolve()).then(() => read(side, pieces)).catch(() => undefined) // a track that broke has ended
  }
})

async function finish(): Promise<void> {
  until = performance.now()
  setTimeout(enough.resolve, LATEST_MS)
  await Promise.race([enough.promise, Promise.all(Object.values(reading))])
  lanes?.finish()
  lanes = null
  tell({ finished: true })
}

async function read(side: RecordedSide, pieces: ReadableStream<AudioData>): Promise<void> {
  const reader = pieces.getReader()
  let resampler: Resampler | null = null
  let rate = 0
  /** This thread's clock less the pieces' own, at its least: when a piece was captured, by this thread's clock. */
  let apart = Infinity
  lanes?.begin(side)
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const { value } = piece
      const { sampleRate, timestamp } = value
      // A device may change its rate under way.
      if (resampler === null || sampleRate !== rate) resampler = new Resampler(sampleRate, RATE)
      rate = sampleRate
      lanes?.add(side, whole(resampler.push(mono(value))), timestamp / 1_000)
      value.close()
      apart = Math.min(apart, performance.now() - timestamp / 1_000)
      if (timestamp / 1_000 + apart >= until) break
    }
  } finally {
    lanes?.end(side)
  }
}

const whole = (samples: Float32Array): Int16Array => Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767))

function mono(data: AudioData): Float32Array {
  const sum = new Float32Array(data.numberOfFrames)
  const one = new Float32Array(data.numberOfFrames)
  for (let channel = 0; channel < data.numberOfChannels; channel++) {
    data.copyTo(one, { planeIndex: channel, format: 'f32-planar' })
    one.forEach((sample, at) => (sum[at] = (sum[at] ?? 0) + sample / data.numberOfChannels))
  }
  return sum
}
