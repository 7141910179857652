import { FLACDecoder, type FLACDecodedAudio } from '@wasm-audio-decoders/flac'
import type { AudioBytes } from './bytes.ts'
import { ByteReader } from './byte-reader.ts'
import { badAudio } from './failures.ts'
import type { PcmChunk, PcmSource } from './pcm.ts'
import { id3Size } from './recognise.ts'

/** Silence packs to a few bytes a frame: small pieces bound what one call can decode. */
const PIECE = 2048
const STREAMINFO_END = 42

/** FLAC through libFLAC (RFC 9639). STREAMINFO tells the length unless the encoder was streaming. */
export async function openFlac(bytes: AudioBytes): Promise<PcmSource> {
  const reader = new ByteReader(bytes.pieces())
  let head = await reader.exactly(STREAMINFO_END)
  const tag = id3Size(head)
  if (tag > 0) {
    if (tag < head.length || !(await reader.skip(tag - head.length))) throw badAudio('FLAC', 'damaged')
    head = await reader.exactly(STREAMINFO_END)
  }
  if (head.length < STREAMINFO_END) throw badAudio('FLAC', 'damaged')
  return { format: 'FLAC', durationMs: streamDuration(head), chunks: () => decode(head, reader) }
}

/** Total samples (36 bits) over the rate (20 bits) of STREAMINFO, RFC 9639 §8.2; 0 samples mean unknown. */
function streamDuration(head: Uint8Array): number | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const rate = view.getUint32(18) >>> 12
  const samples = (view.getUint8(21) & 15) * 2 ** 32 + view.getUint32(22)
  return rate === 0 || samples === 0 ? null : (samples / rate) * 1000
}

async function* decode(head: Uint8Array, reader: ByteReader): AsyncGenerator<PcmChunk> {
  const decoder = new FLACDecoder()
  await decoder.ready
  try {
    for (let piece = head; piece.length > 0; piece = await reader.some(PIECE)) yield* chunk(await sane(() => decoder.decode(piece)))
    yield* chunk(await sane(() => decoder.flush()))
  } finally {
    decoder.free()
  }
}

function* chunk(decoded: FLACDecodedAudio): Generator<PcmChunk> {
  if (decoded.samplesDecoded > 0) yield { rate: decoded.sampleRate, planes: decoded.channelData }
}

async function sane(work: () => Promise<FLACDecodedAudio>): Promise<FLACDecodedAudio> {
  try {
    return await work()
  } catch (error) {
    throw badAudio('FLAC', 'damaged', error)
  }
}
