import { badAudio, otherCodec, type AudioFormat } from '../failures.ts'
import type { PcmChunk } from '../pcm.ts'
import { FRAME, OtherProfile, BrokenPacket } from './channel-stream.pure.ts'
import { configOf, readConfig, type AacConfig } from './config.pure.ts'
import { Filterbank } from './filterbank.pure.ts'
import { readFrame } from './frame.pure.ts'
import { shape } from './shaping.pure.ts'
import { NoiseMaker } from './stereo.pure.ts'

/** So many packets in a row that make no sense are a damaged file, not a lost packet. */
const MAX_BROKEN = 50
const OTHER_AAC = 'a rare kind of AAC'

/**
 * AAC of low complexity (ISO/IEC 14496-3 subpart 4), and the core of HE-AAC. Own code because every AAC decoder found as a
 * package is GPL or LGPL, needs a browser, or holds the whole file; patents on this profile have run out.
 * A broken packet becomes silence of its length.
 */
export class AacPackets {
  readonly #format: AudioFormat
  readonly #config: AacConfig
  readonly #banks: Filterbank[] = []
  readonly #noise = new NoiseMaker()
  #broken = 0
  #channels: number

  /**
   * @param setup AudioSpecificConfig; empty for packets that carry ADTS headers of their own
   * @throws Failure BAD_AUDIO 'codec' for other profiles
   */
  constructor(setup: Uint8Array, rate: number, channels: number, format: AudioFormat) {
    const config = setup.length > 0 ? readConfig(setup) : configOf(rate, channels)
    if (config === undefined) throw otherCodec(format, OTHER_AAC)
    this.#config = config
    this.#channels = config.channels
    this.#format = format
  }

  ready(): Promise<void> {
    return Promise.resolve()
  }

  decode(packet: Uint8Array): PcmChunk {
    try {
      const streams = readFrame(withoutAdts(packet), this.#config, this.#noise)
      if (streams.length === 0) throw new BrokenPacket('no channel')
      this.#channels = streams.length
      this.#broken = 0
      const planes = streams.map((stream, channel) => {
        if (stream.shaping !== undefined) shape(stream.shaping, stream.spectrum, stream.windows)
        const bank = (this.#banks[channel] ??= new Filterbank())
        return bank.run(stream.spectrum, stream.windows)
      })
      return { rate: this.#config.rate, planes }
    } catch (error) {
      if (error instanceof OtherProfile) throw otherCodec(this.#format, OTHER_AAC, error)
      if (!(error instanceof BrokenPacket)) throw error
      this.#broken += 1
      if (this.#broken > MAX_BROKEN) throw badAudio(this.#format, 'damaged', error)
      return { rate: this.#config.rate, planes: Array.from({ length: Math.max(1, this.#channels) }, () => new Float32Array(FRAME)) }
    }
  }

  free(): void {
    this.#banks.length = 0
  }
}

/** ADTS puts 7 bytes, or 9 with a checksum, before each packet (ISO/IEC 13818-7 §6.2). */
function withoutAdts(packet: Uint8Array): Uint8Array {
  const isAdts = packet[0] === 0xff && ((packet[1] ?? 0) & 0xf6) === 0xf0
  return isAdts ? packet.subarray(((packet[1] ?? 0) & 1) === 1 ? 7 : 9) : packet
}
