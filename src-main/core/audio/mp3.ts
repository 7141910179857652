import { MPEGDecoder } from 'mpg123-decoder'
import type { AudioBytes } from './bytes.ts'
import { ByteReader } from './byte-reader.ts'
import { badAudio, emptyAudio, type AudioFormat } from './failures.ts'
import type { PcmChunk, PcmSource } from './pcm.ts'
import { id3Size } from './recognise.ts'
import { readMpegHeader } from './mpeg-header.ts'
import { readXing } from './xing.ts'

/** Small pieces keep what one call can decode small: 4 kB are at most half a second at 64 kbit/s. */
const PIECE = 4096
const FIRST_FRAME_AND_MORE = 64 * 1024

/** MP3 through libmpg123. A Xing or Info header tells the length; without one the end of the file is the end of the sound. */
export async function openMp3(bytes: AudioBytes): Promise<PcmSource> {
  const reader = new ByteReader(bytes.pieces())
  const head = await reader.exactly(10)
  // A tag can hold a picture of megabytes whose bytes look like frames: it is skipped, never decoded.
  const tag = id3Size(head)
  if (tag > head.length && !(await reader.skip(tag - head.length))) throw emptyAudio('MP3')
  const start = tag > 0 ? await reader.exactly(FIRST_FRAME_AND_MORE) : joined(head, await reader.exactly(FIRST_FRAME_AND_MORE))
  const xing = readXing(start)
  const soundBytes = bytes.size === null ? null : bytes.size - tag
  return {
    format: 'MP3',
    durationMs: xing?.durationMs ?? null,
    // A tag after the sound may add bytes, never take any away.
    isShort: xing?.bytes !== undefined && soundBytes !== null && soundBytes < xing.bytes,
    // libmpg123 is built to give two channels always.
    chunks: () => decode(start, reader, readMpegHeader(start, 0)?.isMono === true ? 1 : 2),
  }
}

async function* decode(start: Uint8Array, reader: ByteReader, channels: 1 | 2): AsyncGenerator<PcmChunk> {
  const decoder = new MPEGDecoder()
  await decoder.ready
  try {
    for (let offset = 0; offset < start.length; offset += PIECE) yield* step(decoder, start.subarray(offset, offset + PIECE), channels)
    for (;;) {
      const piece = await reader.some(PIECE)
      if (piece.length === 0) return
      yield* step(decoder, piece, channels)
    }
  } finally {
    decoder.free()
  }
}

function* step(decoder: MPEGDecoder, piece: Uint8Array, channels: 1 | 2, format: AudioFormat = 'MP3'): Generator<PcmChunk, undefined> {
  let decoded
  try {
    decoded = decoder.decode(piece)
  } catch (error) {
    throw badAudio(format, 'damaged', error)
  }
  if (decoded.samplesDecoded > 0) yield { rate: decoded.sampleRate, planes: decoded.channelData.slice(0, channels) }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** MP3 packets out of another container. */
export class Mp3Packets {
  readonly #decoder = new MPEGDecoder()
  readonly #format: AudioFormat

  constructor(format: AudioFormat) {
    this.#format = format
  }

  ready(): Promise<void> {
    return this.#decoder.ready
  }

  decode(packet: Uint8Array): PcmChunk {
    const { value } = step(this.#decoder, packet, readMpegHeader(packet, 0)?.isMono === true ? 1 : 2, this.#format).next()
    return value ?? { rate: 48_000, planes: [] }
  }

  free(): void {
    this.#decoder.free()
  }
}
