import type { RecordedSide } from '../../src-shared/domain/recorder.ts'
import { Resampler } from '../../src-shared/sound/resample.ts'
import type { SoundFrame } from '../../src-shared/wire/sound.ts'
import { Lanes } from './lanes.pure.ts'
import { TURN_MS as WATCH_MS, Watch } from './watch.pure.ts'

/** What the page says: first how many channels, then what is to be read for a side until it ends, at last that it is enough. */
export type ToReader =
  | { readonly channels: 1 | 2 }
  | { readonly side: RecordedSide; readonly track: ReadableStream<AudioData> }
  | { readonly hold: boolean }
  | { readonly finish: true }
/**
 * What it is answered; `finished` comes after the last frame, `held` after the last one in which there is sound from before that was wanted;
 * `stopped`: the microphone sends nothing any more, or sends again.
 */
export type FromReader = { readonly frame: SoundFrame } | { readonly held: true } | { readonly stopped: boolean } | { readonly finished: true }

const RATE = 16_000
/** What was captured before the end was wanted comes piece by piece; where none did in so many turns there is none, and so many are enough. */
const TURN_MS = 100
const QUIET_TURNS = 5
const MOST_TURNS = 200

const tell = (message: FromReader, transfer: Transferable[] = []): void => postMessage(message, { transfer })
let lanes: Lanes | null = null
/** Reading each side, one track after the other. */
const reading: Partial<Record<RecordedSide, Promise<void>>> = {}
/** Nothing that was captured later is wanted. */
let until = Infinity
let pieces = 0
/** This thread's clock less the pieces' own, at its least: when a piece was captured, by this thread's clock. */
let apart = Infinity
/** What was captured before this is still wanted. */
let heldAt: number | null = null
const watch = new Watch()
setInterval(() => {
  if (watch.turn()) tell({ stopped: true })
}, WATCH_MS)

function hand(frame: SoundFrame): void {
  const { capturedMs = Number.NaN, channels } = frame
  const length = channels[0]?.length ?? 0
  tell(
    { frame },
    channels.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
  )
  // Of sound whose time nobody knows none is waited for.
  if (heldAt === null || capturedMs + length / 16 + apart < heldAt) return
  heldAt = null
  tell({ held: true })
}

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if ('channels' in data) lanes = new Lanes(data.channels, hand)
  else if ('hold' in data) heldAt = data.hold ? performance.now() : null
  else if ('finish' in data) void finish()
  else {
    const { side, track } = data
    reading[side] = (reading[side] ?? Promise.resolve()).then(() => read(side, track)).catch(() => undefined) // a track that broke has ended
  }
})

async function finish(): Promise<void> {
  until = performance.now()
  let isDone = false
  void Promise.all(Object.values(reading)).then(() => (isDone = true))
  // In turns, not by a clock: a thread that had none for seconds finds the clock run out before it reads what has come.
  for (let turn = 0, quiet = 0; !isDone && quiet < QUIET_TURNS && turn < MOST_TURNS; turn++) {
    const before = pieces
    await new Promise((resolve) => setTimeout(resolve, TURN_MS))
    quiet = pieces === before ? quiet + 1 : 0
  }
  lanes?.finish()
  lanes = null
  tell({ finished: true })
}

async function read(side: RecordedSide, track: ReadableStream<AudioData>): Promise<void> {
  const reader = track.getReader()
  let resampler: Resampler | null = null
  let rate = 0
  apart = Infinity
  lanes?.begin(side)
  watch.begin(side)
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const { value } = piece
      pieces++
      if (watch.heard(side)) tell({ stopped: false })
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
    watch.end(side)
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
