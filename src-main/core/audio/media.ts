import { ADTS, CustomSource, EncodedPacketSink, Input, Logging, LogLevel, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny'
import type { EncodedPacket, InputAudioTrack } from 'mediabunny'
import { AacPackets } from './aac/index.ts'
import { losslessDecoder } from './alac/index.ts'
import { hold, type AudioBytes, type WholeBytes } from './bytes.ts'
import { watched } from './watched.ts'
import { badAudio, otherCodec, type AudioFormat } from './failures.ts'
import { codecName } from './other-codecs.ts'
import type { MediaStructure } from './structure.ts'
import { Mp3Packets } from './mp3.ts'
import { OpusPackets, readOpusHead } from './opus.ts'
import { PcmPackets } from './pcm-packets.ts'
import { isPlausible, type PcmChunk, type PcmSource } from './pcm.ts'
import { StreamPackets } from './stream-packets.ts'
import { isFailure } from '../../../src-shared/errors/failure.ts'

// Its warnings quote the file and go to the console; what matters of them comes out as a Failure.
Logging.level = LogLevel.Silent

/** A stream of these must be read out of order, so it is held; larger recordings are opened by path. */
const HELD_LIMIT = 256 * 2 ** 20
/** Jitter of timestamps up to this is nothing; a larger gap is sound that was never sent, and becomes silence. */
const GAP_MS = 80
const MAX_GAP_MS = 6 * 3600 * 1000

/** What turns one packet after the other into sound. */
export interface PacketDecoder {
  ready(): Promise<void>
  decode(packet: Uint8Array): PcmChunk | Promise<PcmChunk>
  /** what a decoder that looks ahead still holds */
  flush?(): Promise<PcmChunk>
  free(): void
}

type Structure = (bytes: WholeBytes) => Promise<MediaStructure>

/**
 * MP4, M4A and MOV, WebM and Matroska, and bare AAC, taken apart by mediabunny.
 * @throws Failure BAD_AUDIO: 'no-sound', 'encrypted', 'codec', 'damaged', 'truncated'; FILE_TOO_LARGE for a held stream
 */
export async function openMedia(format: AudioFormat, source: AudioBytes, structure: Structure): Promise<PcmSource> {
  const bytes = source.at === undefined || source.size === null ? await hold(source, HELD_LIMIT) : source
  const { at, size } = bytes
  if (at === undefined || size === null) throw new Error('held bytes can be read anywhere')
  const { isShort, lossless } = await structure({ ...bytes, at, size })
  const input = new Input({
    formats: [MP4, QTFF, WEBM, MATROSKA, ADTS],
    // Nothing kept by the demuxer, so that every step it takes passes the watch.
    source: new CustomSource({ getSize: () => size, read: watched(at), maxCacheSize: 0, handleUnhandledError: () => undefined }),
  })
  try {
    const { track, decoder, durationMs } = await sane(format, isShort, () => findSound(format, input, lossless))
    return { format, durationMs, isShort, chunks: () => decodeTrack(format, isShort, input, track, decoder) }
  } catch (error) {
    input.dispose()
    throw error
  }
}

async function findSound(
  format: AudioFormat,
  input: Input,
  lossless: Uint8Array | undefined,
): Promise<{ track: InputAudioTrack; decoder: PacketDecoder; durationMs: number | null }> {
  const track = await input.getPrimaryAudioTrack()
  const videos = await input.getVideoTracks()
  if (track === null) throw badAudio(format, videos.length > 0 ? 'no-sound' : 'damaged')
  const id = await track.getInternalCodecId()
  if (id === 'drms' || id === 'enca') throw badAudio(format, 'encrypted')
  const config = await track.getDecoderConfig()
  const codecId = typeof id === 'string' ? id : null
  const isLossless = codecId === 'alac' && lossless !== undefined
  const decoder = isLossless ? losslessDecoder(lossless, format) : decoderFor(format, await track.getCodec(), codecId, config)
  // Only the whole file's length is told by Matroska: with pictures it is not the sound's.
  const seconds = format === 'AAC' || (format === 'WebM' && videos.length > 0) ? null : await track.getDurationFromMetadata()
  return { track, decoder, durationMs: seconds === null || !(seconds > 0) ? null : seconds * 1000 }
}

/** The parts used of WebCodecs' AudioDecoderConfig, whose own type belongs to browsers. */
interface SoundSetup {
  readonly sampleRate: number
  readonly numberOfChannels: number
  readonly description?: unknown
}

function asBytes(description: unknown): Uint8Array {
  if (ArrayBuffer.isView(description)) return new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
  return description instanceof ArrayBuffer ? new Uint8Array(description) : new Uint8Array(0)
}

function decoderFor(format: AudioFormat, codec: string | null, id: string | null, config: SoundSetup | null): PacketDecoder {
  const setup = asBytes(config?.description)
  switch (codec) {
    case 'aac':
      return new AacPackets(setup, config?.sampleRate ?? 0, config?.numberOfChannels ?? 0, format)
    case 'opus':
      return new OpusPackets(readOpusHead(setup, format))
    case 'vorbis':
      return StreamPackets.vorbis(setup, config?.sampleRate ?? 0, format)
    case 'flac':
      return StreamPackets.flac(setup, config?.sampleRate ?? 0, format)
    case 'mp3':
      return new Mp3Packets(format)
    default: {
      const plain = codec !== null && config !== null && isPlausible(config.sampleRate, config.numberOfChannels)
      const samples = plain ? PcmPackets.of(codec, config.sampleRate, config.numberOfChannels) : undefined
      if (samples !== undefined) return samples
      throw otherCodec(format, codecName(id))
    }
  }
}

async function* decodeTrack(format: AudioFormat, isShort: boolean, input: Input, track: InputAudioTrack, decoder: PacketDecoder): AsyncGenerator<PcmChunk> {
  const packets = new EncodedPacketSink(track).packets()
  try {
    await decoder.ready()
    let clock: Clock | undefined
    // A decoder that looks ahead gives a packet's sound when it sees the next one.
    let before: number | undefined
    for (;;) {
      const next = await sane(format, isShort, () => packets.next())
      if (next.done === true) break
      const chunk = await decoder.decode(next.value.data)
      clock ??= new Clock(next.value)
      yield* clock.place(chunk, decoder.flush === undefined ? next.value.timestamp : (before ?? next.value.timestamp))
      before = next.value.timestamp
    }
    if (decoder.flush !== undefined) yield await decoder.flush()
  } finally {
    decoder.free()
    input.dispose()
  }
}

/** Puts packets where their timestamps say: cuts what lies before zero (encoder delay), fills gaps (silence not sent). */
class Clock {
  #atMs: number

  constructor(first: EncodedPacket) {
    this.#atMs = Math.min(0, first.timestamp * 1000)
  }

  *place(chunk: PcmChunk, timestamp: number): Generator<PcmChunk> {
    let gap = timestamp * 1000 - this.#atMs
    if (gap > GAP_MS && gap < MAX_GAP_MS) {
      this.#atMs += gap
      for (; gap > 0; gap -= 1000) {
        const samples = Math.round((Math.min(gap, 1000) * chunk.rate) / 1000)
        yield { ...chunk, planes: chunk.planes.map(() => new Float32Array(samples)) }
      }
    }
    const samples = chunk.planes[0]?.length ?? 0
    const before = Math.max(0, Math.min(samples, Math.round((-this.#atMs * chunk.rate) / 1000)))
    this.#atMs += (samples / chunk.rate) * 1000
    yield before === 0 ? chunk : { ...chunk, planes: chunk.planes.map((plane) => plane.subarray(before)) }
  }
}

/** What the demuxer throws on broken files is the file's fault. */
async function sane<T>(format: AudioFormat, isShort: boolean, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isFailure(error)) throw error
    const isLocked = error instanceof Error && /decrypt|encrypt/iu.test(error.message)
    throw badAudio(format, isLocked ? 'encrypted' : isShort ? 'truncated' : 'damaged', error)
  }
}
