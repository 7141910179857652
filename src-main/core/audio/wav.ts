import type { AudioBytes } from './bytes.ts'
import { ByteReader } from './byte-reader.ts'
import { badAudio, emptyAudio, otherCodec } from './failures.ts'
import { codecName } from './other-codecs.ts'
import { isPlausible, type PcmChunk, type PcmSource } from './pcm.ts'
import { readerOf, SAMPLE_KINDS, type SampleReader } from './wav-samples.ts'

const EXTENSIBLE = 0xfffe
const UNKNOWN_SIZE = 0xffffffff
const FRAMES_AT_ONCE = 8192
const MAX_FORMAT_CHUNK = 4096

interface WavHeader {
  readonly rate: number
  readonly channels: number
  readonly frameBytes: number
  readonly read: SampleReader
  /** bytes of sound, or null for a recorder that never wrote the size: then everything to the end */
  readonly dataBytes: number | null
}

/**
 * WAV (RIFF), also RF64 and BW64 (EBU Tech 3306): PCM of 8 to 32 bits, float of 32 and 64, µ-law and A-law, any rate,
 * any channels.
 * A data chunk of size 0 or 0xFFFFFFFF is what a crashed or streaming recorder leaves behind: it is read to the end.
 *
 * @throws Failure BAD_AUDIO (also 'truncated' at once, when the length of the file shows it), EMPTY_AUDIO
 */
export async function openWav(bytes: AudioBytes, framesAtOnce = FRAMES_AT_ONCE): Promise<PcmSource> {
  const reader = new ByteReader(bytes.pieces())
  const header = await readHeader(reader)
  const inFile = bytes.size === null ? null : bytes.size - reader.position
  const dataBytes = header.dataBytes ?? inFile
  if (dataBytes !== null && dataBytes < header.frameBytes) throw emptyAudio('WAV')
  const isShort = header.dataBytes !== null && inFile !== null && inFile < header.dataBytes
  return {
    format: 'WAV',
    durationMs: dataBytes === null ? null : (Math.floor(dataBytes / header.frameBytes) / header.rate) * 1000,
    isShort,
    chunks: () => readSamples(reader, header, framesAtOnce),
  }
}

async function* readSamples(reader: ByteReader, header: WavHeader, framesAtOnce: number): AsyncGenerator<PcmChunk> {
  let left = header.dataBytes ?? Infinity
  while (left >= header.frameBytes) {
    const wanted = Math.min(framesAtOnce * header.frameBytes, left - (left === Infinity ? 0 : left % header.frameBytes))
    const data = await reader.exactly(wanted)
    const frames = Math.floor(data.length / header.frameBytes)
    if (frames > 0) yield { rate: header.rate, planes: split(data, frames, header) }
    if (data.length < wanted) {
      if (header.dataBytes !== null) throw badAudio('WAV', 'truncated')
      return
    }
    left -= data.length
  }
}

function split(data: Uint8Array, frames: number, { channels, frameBytes, read }: WavHeader): Float32Array[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const sampleBytes = frameBytes / channels
  return Array.from({ length: channels }, (_, channel) => {
    const plane = new Float32Array(frames)
    for (let frame = 0, at = channel * sampleBytes; frame < frames; frame += 1, at += frameBytes) plane[frame] = read(view, at)
    return plane
  })
}

async function readHeader(reader: ByteReader): Promise<WavHeader> {
  const riff = await reader.exactly(12)
  if (riff.length < 12) throw badAudio('WAV', 'damaged')
  let format: Omit<WavHeader, 'dataBytes'> | undefined
  let longSize: number | undefined
  for (;;) {
    const head = await reader.exactly(8)
    if (head.length < 8) throw format === undefined ? badAudio('WAV', 'damaged') : emptyAudio('WAV')
    const id = String.fromCharCode(...head.subarray(0, 4))
    const size = new DataView(head.buffer, head.byteOffset, 8).getUint32(4, true)
    if (id === 'data') {
      if (format === undefined) throw badAudio('WAV', 'damaged')
      const known = size === UNKNOWN_SIZE ? longSize : size
      return { ...format, dataBytes: known === undefined || known === 0 ? null : known }
    }
    if (id === 'fmt ' || id === 'ds64') {
      if (size > MAX_FORMAT_CHUNK) throw badAudio('WAV', 'damaged')
      const chunk = await reader.exactly(size + (size % 2))
      if (chunk.length < size) throw badAudio('WAV', 'damaged')
      const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      if (id === 'fmt ') format = readFormat(view)
      else if (size >= 16) longSize = Number(view.getBigUint64(8, true))
    } else if (!(await reader.skip(size + (size % 2)))) throw badAudio('WAV', 'damaged')
  }
}

function readFormat(view: DataView): Omit<WavHeader, 'dataBytes'> {
  if (view.byteLength < 16) throw badAudio('WAV', 'damaged')
  const tag = view.getUint16(0, true)
  const channels = view.getUint16(2, true)
  const rate = view.getUint32(4, true)
  const frameBytes = view.getUint16(12, true)
  const sampleBytes = frameBytes / channels
  // The first two bytes of WAVE_FORMAT_EXTENSIBLE's sub-format GUID are the old tag.
  const code = tag === EXTENSIBLE && view.byteLength >= 26 ? view.getUint16(24, true) : tag
  if (!isPlausible(rate, channels)) throw badAudio('WAV', 'damaged')
  const kind = SAMPLE_KINDS[code]
  if (kind === undefined) throw otherCodec('WAV', codecName(code))
  // A container wider than its bits (20 in 24) is left-justified, so reading the container at full width is right.
  const read = readerOf(kind, sampleBytes)
  if (read === undefined) throw badAudio('WAV', 'damaged')
  return { rate, channels, frameBytes, read }
}
