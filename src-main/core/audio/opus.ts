import { OpusDecoder } from 'opus-decoder'
import { badAudio, type AudioFormat } from './failures.ts'
import { MAX_CHANNELS, type PcmChunk } from './pcm.ts'

/** libopus decodes to 16 kHz itself, which needs neither its own band extension nor our resampling afterwards. */
export const OPUS_RATE = 16_000
/** What granules and pre-skip count in, whatever the recording was made with (RFC 7845 §4). */
export const GRANULE_RATE = 48_000

interface OpusHead {
  readonly channels: number
  /** at GRANULE_RATE */
  readonly preSkip: number
  readonly family: number
  readonly streams: number
  readonly coupled: number
  readonly mapping: readonly number[]
}

/** The identification header (RFC 7845 §5.1), as it stands in Ogg, in WebM's CodecPrivate and in WebCodecs' description. */
export function readOpusHead(head: Uint8Array, format: AudioFormat): OpusHead {
  if (head.length < 19 || String.fromCharCode(...head.subarray(0, 8)) !== 'OpusHead') throw badAudio(format, 'damaged')
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const channels = view.getUint8(9)
  const family = view.getUint8(18)
  const preSkip = view.getUint16(10, true)
  if (channels === 0 || channels > MAX_CHANNELS) throw badAudio(format, 'damaged')
  if (family === 0) {
    if (channels > 2) throw badAudio(format, 'damaged')
    return { channels, preSkip, family, streams: 1, coupled: channels - 1, mapping: [0, 1].slice(0, channels) }
  }
  const streams = head[19] ?? 0
  const coupled = head[20] ?? 0
  const mapping = [...head.subarray(21, 21 + channels)]
  if (mapping.length < channels || streams === 0 || coupled > streams || streams + coupled > 255) throw badAudio(format, 'damaged')
  if (mapping.some((source) => source !== 255 && source >= streams + coupled)) throw badAudio(format, 'damaged')
  return { channels, preSkip, family, streams, coupled, mapping }
}

/** Decodes Opus packets in order; a broken packet is silence of its length, as a lost one would be. */
export class OpusPackets {
  readonly head: OpusHead
  readonly #decoder: OpusDecoder<16_000>
  #skip: number

  constructor(head: OpusHead) {
    this.head = head
    this.#skip = Math.round((head.preSkip * OPUS_RATE) / GRANULE_RATE)
    this.#decoder = new OpusDecoder({
      sampleRate: OPUS_RATE,
      channels: head.channels,
      streamCount: head.streams,
      coupledStreamCount: head.coupled,
      channelMappingTable: [...head.mapping],
      preSkip: 0,
    })
  }

  ready(): Promise<void> {
    return this.#decoder.ready
  }

  decode(packet: Uint8Array): PcmChunk {
    const { channelData, samplesDecoded } = this.#decoder.decodeFrame(packet)
    const planes = samplesDecoded > 0 ? channelData : this.#silence(packet)
    const skipped = Math.min(this.#skip, planes[0]?.length ?? 0)
    this.#skip -= skipped
    return { rate: OPUS_RATE, isCutSharp: true, planes: planes.map((plane) => plane.subarray(skipped)) }
  }

  free(): void {
    this.#decoder.free()
  }

  #silence(packet: Uint8Array): Float32Array[] {
    return Array.from({ length: this.head.channels }, () => new Float32Array(packetSamples(packet)))
  }
}

/** Samples of a packet at OPUS_RATE, told by its first two bytes (RFC 6716 §3.1, §3.2). */
function packetSamples(packet: Uint8Array): number {
  const first = packet[0]
  if (first === undefined) return 0
  const config = first >> 3
  const tenths = config < 12 ? [100, 200, 400, 600][config & 3] : config < 16 ? [100, 200][config & 1] : [25, 50, 100, 200][config & 3]
  const code = first & 3
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 63 : 2
  return (Math.min(frames * (tenths ?? 0), 1200) * OPUS_RATE) / 10_000
}
