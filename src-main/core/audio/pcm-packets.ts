import type { PcmChunk } from './pcm.ts'
import { readerOf, type SampleReader } from './wav-samples.ts'

/** Codec names of plain samples as mediabunny says them: kind, bits, and "be" where the first byte is the highest. */
const NAME = /^pcm-([suf])(8|16|24|32|64)(be)?$/u

/** Plain samples out of MOV, MP4 and Matroska, as cameras and screen recorders leave them. */
export class PcmPackets {
  readonly #read: SampleReader
  readonly #sampleBytes: number
  readonly #isSwapped: boolean
  readonly #rate: number
  readonly #channels: number

  private constructor(read: SampleReader, sampleBytes: number, isSwapped: boolean, rate: number, channels: number) {
    this.#read = read
    this.#sampleBytes = sampleBytes
    this.#isSwapped = isSwapped
    this.#rate = rate
    this.#channels = channels
  }

  /** @returns undefined where the codec is none of these */
  static of(codec: string, rate: number, channels: number): PcmPackets | undefined {
    const law = codec === 'ulaw' ? 'mu-law' : codec === 'alaw' ? 'a-law' : undefined
    const [, sign, bits = '8', big] = NAME.exec(codec) ?? []
    if (law === undefined && sign === undefined) return undefined
    const sampleBytes = Number(bits) / 8
    const read = codec === 'pcm-s8' ? readSigned8 : readerOf(law ?? (sign === 'f' ? 'float' : 'integer'), sampleBytes)
    return read === undefined ? undefined : new PcmPackets(read, sampleBytes, big !== undefined, rate, channels)
  }

  ready(): Promise<void> {
    return Promise.resolve()
  }

  decode(packet: Uint8Array): PcmChunk {
    const frameBytes = this.#sampleBytes * this.#channels
    const frames = Math.floor(packet.length / frameBytes)
    const bytes = this.#isSwapped ? swapped(packet, this.#sampleBytes) : packet
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const planes = Array.from({ length: this.#channels }, (_, channel) =>
      Float32Array.from({ length: frames }, (_sample, frame) => this.#read(view, frame * frameBytes + channel * this.#sampleBytes)),
    )
    return { rate: this.#rate, planes }
  }

  free(): void {
    // Nothing is held.
  }
}

const readSigned8: SampleReader = (view, at) => view.getInt8(at) / 128

function swapped(bytes: Uint8Array, size: number): Uint8Array {
  const turned = new Uint8Array(bytes.length - (bytes.length % size))
  for (let at = 0; at < turned.length; at += size) for (let i = 0; i < size; i += 1) turned[at + i] = bytes[at + size - 1 - i] ?? 0
  return turned
}
