import { failedWith } from '../../../src-shared/errors/failure.ts'
import { BlockMaker } from './blocks.ts'
import { fromStream } from './bytes.ts'
import { openWav } from './wav.ts'

/** Samples without a header: 16 bits, little-endian, channels interleaved. */
export interface RawPcm {
  readonly rate: number
  readonly channels: number
}

/** What is read at once: sound that is made while it is read must not wait long for more of it. */
const FRAMES_AT_ONCE = 320
const BLOCK_SAMPLES = 320

/**
 * Sound as it comes over a stream, 16 kHz, in short blocks, one array per channel. Nothing waits to learn what the whole is like, as
 * it does when a file is opened.
 * @param raw what comes, where it is no WAV
 * @param channels what goes out; other numbers are mixed or doubled
 * @throws Failure BAD_AUDIO, EMPTY_AUDIO; a stream that ends early ends the sound
 */
export async function* readPcmStream(source: AsyncIterable<Uint8Array>, channels: 1 | 2, raw?: RawPcm): AsyncGenerator<Int16Array[]> {
  const wav = await openWav(fromStream(raw === undefined ? source : withHeader(source, raw)), FRAMES_AT_ONCE)
  const maker = new BlockMaker(channels, BLOCK_SAMPLES)
  try {
    for await (const chunk of wav.chunks()) yield* maker.push(chunk)
  } catch (thrown) {
    if (!failedWith(thrown, 'BAD_AUDIO') || thrown.params.reason !== 'truncated') throw thrown
  }
  yield* maker.end()
}

/** A WAV header (RIFF) that promises no length, as a recorder's does that writes to a pipe. */
async function* withHeader(source: AsyncIterable<Uint8Array>, { rate, channels }: RawPcm): AsyncGenerator<Uint8Array> {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(0xffffffff, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * channels * 2, 28)
  header.writeUInt16LE(channels * 2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(0xffffffff, 40)
  yield header
  yield* source
}
