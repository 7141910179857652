import { openAudio, type AudioStream, type OpenAudioOptions } from '../../../src-main/core/audio/open-audio.ts'
import { isFailure, type Failure } from '../../../src-shared/errors/failure.ts'

export interface WavShape {
  readonly rate?: number
  readonly bits?: 8 | 16 | 24 | 32 | 64
  readonly float?: boolean
  readonly extensible?: boolean
  /** what the data chunk says of its own size, when it lies */
  readonly claimedBytes?: number
}

/** A sine of full scale `level`, `seconds` long. */
export function sine(hz: number, seconds: number, rate: number, level = 0.5): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * rate) }, (_, i) => level * Math.sin((2 * Math.PI * hz * i) / rate))
}

/** WAV bytes as a recorder writes them. */
export function wav(channels: readonly Float32Array[], shape: WavShape = {}): Uint8Array {
  const { rate = 16_000, bits = 16, float = false, extensible = false } = shape
  const frames = channels[0]?.length ?? 0
  const frameBytes = (bits / 8) * channels.length
  const formatBytes = extensible ? 40 : 16
  const bytes = Buffer.alloc(28 + formatBytes + frames * frameBytes)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(formatBytes, 16)
  const tag = float ? 3 : 1
  bytes.writeUInt16LE(extensible ? 0xfffe : tag, 20)
  bytes.writeUInt16LE(channels.length, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * frameBytes, 28)
  bytes.writeUInt16LE(frameBytes, 32)
  bytes.writeUInt16LE(bits, 34)
  if (extensible) {
    bytes.writeUInt16LE(22, 36)
    bytes.writeUInt16LE(tag, 44)
  }
  let at = 20 + formatBytes
  bytes.write('data', at)
  bytes.writeUInt32LE(shape.claimedBytes ?? frames * frameBytes, at + 4)
  at += 8
  for (let frame = 0; frame < frames; frame += 1) {
    for (const channel of channels) {
      const sample = channel[frame] ?? 0
      if (float && bits === 64) bytes.writeDoubleLE(sample, at)
      else if (float) bytes.writeFloatLE(sample, at)
      else if (bits === 8) bytes.writeUInt8(Math.round(sample * 127) + 128, at)
      else bytes.writeIntLE(Math.round(sample * (2 ** (bits - 1) - 1)), at, bits / 8)
      at += bits / 8
    }
  }
  return bytes
}

export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export interface Heard {
  readonly stream: AudioStream
  /** whole channels, 16 bits */
  readonly channels: Int16Array[]
  readonly blockLengths: number[]
}

export async function hear(bytes: Uint8Array | { readonly path: string }, options: OpenAudioOptions = {}): Promise<Heard> {
  const stream = await openAudio('path' in bytes ? bytes : inPieces(bytes), options)
  const parts: number[][] = Array.from({ length: stream.channels }, () => [])
  const blockLengths: number[] = []
  for await (const block of stream.blocks()) {
    blockLengths.push(block[0]?.length ?? 0)
    for (const [channel, samples] of block.entries()) for (const sample of samples) parts[channel]?.push(sample)
  }
  return { stream, channels: parts.map((part) => Int16Array.from(part)), blockLengths }
}

export async function failureOf(work: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (isFailure(error)) return error
    throw error
  }
}

/** Signal to noise in dB of `got` against `wanted`, both of full scale 1, between two samples. */
export function snr(got: ArrayLike<number>, wanted: ArrayLike<number>, from = 0, to = Math.min(got.length, wanted.length)): number {
  let signal = 0
  let noise = 0
  for (let i = from; i < to; i += 1) {
    signal += (wanted[i] ?? 0) ** 2
    noise += ((got[i] ?? 0) - (wanted[i] ?? 0)) ** 2
  }
  return 10 * Math.log10(signal / Math.max(noise, 1e-30))
}

export const toUnit = (samples: Int16Array): Float32Array => Float32Array.from(samples, (sample) => sample / 32_768)
