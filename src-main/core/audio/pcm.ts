import type { AudioFormat } from './failures.ts'

/** Decoded sound as it comes out of a decoder: one plane of samples (full scale ±1) per channel, all of one length. */
export interface PcmChunk {
  /** samples per second; may change between chunks of a chained or concatenated file */
  readonly rate: number
  /** The decoder made it at `rate` out of a wider band and cut that off at the Nyquist frequency: the edge is still to be shaped. */
  readonly isCutSharp?: boolean
  readonly planes: readonly Float32Array[]
}

/**
 * A decoder set up on one file. `chunks` can be walked once; chunks are small (about a second at most for ordinary files), so
 * memory does not grow with the length of the recording.
 */
export interface PcmSource {
  readonly format: AudioFormat
  /** what the header promises, or null where it says nothing (live recordings, bare streams) */
  readonly durationMs: number | null
  /** the length of the file shows already that sound is missing */
  readonly isShort?: boolean
  /** @throws Failure BAD_AUDIO when the data stop making sense or end too early */
  chunks(): AsyncIterable<PcmChunk>
}

/** More channels than any recorder has are a broken header, not sound. */
export const MAX_CHANNELS = 64
export const MIN_RATE = 2000
export const MAX_RATE = 768_000

export const isPlausible = (rate: number, channels: number): boolean =>
  Number.isFinite(rate) && rate >= MIN_RATE && rate <= MAX_RATE && channels >= 1 && channels <= MAX_CHANNELS

/** The package decoders that are fed a stream in pieces. */
export interface StreamDecoder {
  readonly ready: Promise<void>
  decode(bytes: Uint8Array): Promise<{ channelData: Float32Array[]; samplesDecoded: number; sampleRate: number }>
  flush(): Promise<{ channelData: Float32Array[]; samplesDecoded: number; sampleRate: number }>
  free(): void
}
