import { badAudio, type AudioFormat } from '../failures.ts'
import { isPlausible, type PcmChunk } from '../pcm.ts'
import { findCookie, type AlacCookie } from './cookie.pure.ts'
import { BrokenAlac, readFrame } from './frame.pure.ts'

/** @param entry the MP4's sample entry @throws Failure BAD_AUDIO 'damaged' */
export function losslessDecoder(entry: Uint8Array, format: AudioFormat): AlacPackets {
  const cookie = findCookie(entry)
  if (cookie === undefined || !isPlausible(cookie.rate, cookie.channels)) throw badAudio(format, 'damaged')
  return new AlacPackets(cookie, format)
}

/** So many packets in a row that make no sense are a damaged file, not a lost packet. */
const MAX_BROKEN = 50

/**
 * Apple Lossless, as "lossless" voice memos are. Own code because the packages that decode it are a plug-in of 2013 and one under
 * the GPL; the format is Apple's open one and does not change. A broken packet becomes silence of its length.
 */
class AlacPackets {
  readonly #cookie: AlacCookie
  readonly #format: AudioFormat
  #broken = 0
  #channels: number

  constructor(cookie: AlacCookie, format: AudioFormat) {
    this.#cookie = cookie
    this.#channels = Math.max(1, cookie.channels)
    this.#format = format
  }

  ready(): Promise<void> {
    return Promise.resolve()
  }

  decode(packet: Uint8Array): PcmChunk {
    const { rate, bits, frameLength } = this.#cookie
    try {
      const channels = readFrame(packet, this.#cookie)
      const length = channels[0]?.length ?? 0
      if (length === 0 || channels.some((channel) => channel.length !== length)) throw new BrokenAlac('channels of different lengths')
      this.#channels = channels.length
      this.#broken = 0
      return { rate, planes: channels.map((channel) => Float32Array.from(channel, (sample) => sample / 2 ** (bits - 1))) }
    } catch (error) {
      if (!(error instanceof BrokenAlac)) throw error
      this.#broken += 1
      if (this.#broken > MAX_BROKEN) throw badAudio(this.#format, 'damaged', error)
      return { rate, planes: Array.from({ length: this.#channels }, () => new Float32Array(frameLength)) }
    }
  }

  free(): void {
    // Nothing is held.
  }
}
