import { FLACDecoder } from '@wasm-audio-decoders/flac'
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis'
import { badAudio, type AudioFormat } from './failures.ts'
import { oggPage } from './ogg-page.ts'
import type { PcmChunk, StreamDecoder } from './pcm.ts'

const SERIAL = 1
/** What one page can hold: 255 pieces of 255 bytes, the last of them not full. */
const MAX_PACKET = 255 * 255 - 1
const FLAC_HEAD = 42

/** Packets out of WebM, Matroska and MP4 for a decoder that reads streams only: each goes to it as the piece of stream it would be. */
export class StreamPackets {
  readonly #decoder: StreamDecoder
  readonly #head: readonly Uint8Array[]
  readonly #wrap: (packet: Uint8Array) => Uint8Array
  readonly #format: AudioFormat
  #rate: number

  private constructor(decoder: StreamDecoder, head: readonly Uint8Array[], wrap: (packet: Uint8Array) => Uint8Array, rate: number, format: AudioFormat) {
    this.#decoder = decoder
    this.#head = head
    this.#wrap = wrap
    this.#rate = rate
    this.#format = format
  }

  /** @param setup the three header packets as Matroska laces them @throws Failure BAD_AUDIO 'damaged' */
  static vorbis(setup: Uint8Array, rate: number, format: AudioFormat): StreamPackets {
    const headers = unlaced(setup)
    if (headers?.length !== 3 || headers.some(({ length }) => length > MAX_PACKET)) throw badAudio(format, 'damaged')
    let sequence = 0
    const wrap = (packet: Uint8Array): Uint8Array => {
      // A longer one is damage: real ones have a few hundred bytes.
      const page = oggPage(packet.subarray(0, MAX_PACKET), { serial: SERIAL, sequence, isFirst: sequence === 0 })
      sequence += 1
      return page
    }
    return new StreamPackets(new OggVorbisDecoder(), headers, wrap, rate, format)
  }

  /** @param setup the start of a FLAC file, up to its first frame (RFC 9639 §10) @throws Failure BAD_AUDIO 'damaged' */
  static flac(setup: Uint8Array, rate: number, format: AudioFormat): StreamPackets {
    if (setup.length < FLAC_HEAD) throw badAudio(format, 'damaged')
    return new StreamPackets(new FLACDecoder(), [setup], (bytes) => bytes, rate, format)
  }

  async ready(): Promise<void> {
    await this.#decoder.ready
    for (const piece of this.#head) await this.decode(piece)
  }

  decode(packet: Uint8Array): Promise<PcmChunk> {
    return this.#sane(() => this.#decoder.decode(this.#wrap(packet)))
  }

  /** What the decoder still holds. */
  flush(): Promise<PcmChunk> {
    return this.#sane(() => this.#decoder.flush())
  }

  free(): void {
    this.#decoder.free()
  }

  async #sane(work: () => ReturnType<StreamDecoder['decode']>): Promise<PcmChunk> {
    try {
      const { sampleRate, samplesDecoded, channelData } = await work()
      if (samplesDecoded === 0) return { rate: this.#rate, planes: [] }
      this.#rate = sampleRate
      return { rate: sampleRate, planes: channelData }
    } catch (error) {
      throw badAudio(this.#format, 'damaged', error)
    }
  }
}

/** Xiph lacing (RFC 9559 §10.3.2): a count less one, all lengths but the last as sums of bytes up to one below 255, then the packets. */
function unlaced(setup: Uint8Array): Uint8Array[] | undefined {
  const packets: Uint8Array[] = []
  const lengths: number[] = []
  let at = 1
  for (let count = setup[0] ?? 0; count > 0; count -= 1) {
    let length = 0
    for (let byte = 255; byte === 255; at += 1) {
      const next = setup[at]
      if (next === undefined) return undefined
      byte = next
      length += next
    }
    lengths.push(length)
  }
  for (const length of lengths) {
    packets.push(setup.subarray(at, at + length))
    at += length
  }
  return at < setup.length ? [...packets, setup.subarray(at)] : undefined
}
