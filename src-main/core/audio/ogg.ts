import { FLACDecoder } from '@wasm-audio-decoders/flac'
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis'
import type { AudioBytes } from './bytes.ts'
import { ByteReader } from './byte-reader.ts'
import { badAudio, emptyAudio, otherCodec, type AudioFormat } from './failures.ts'
import { OggEnd } from './ogg-end.ts'
import { oggPages, type OggPage } from './ogg-pages.ts'
import { GRANULE_RATE, OPUS_RATE, OpusPackets, readOpusHead } from './opus.ts'
import { codecName } from './other-codecs.ts'
import { peeked } from './peek.ts'
import type { PcmChunk, PcmSource, StreamDecoder } from './pcm.ts'

const PIECE = 4096

/**
 * Ogg with Opus (RFC 7845), Vorbis or FLAC. Recorders that crash leave no end-of-stream page: only a stream that stops within a
 * page counts as truncated.
 */
export async function openOgg(bytes: AudioBytes): Promise<PcmSource> {
  const { head, whole } = await peeked(bytes)
  const names = await firstPackets(head)
  if (names.some((name) => name.startsWith('OpusHead'))) return openOpus(whole)
  if (names.some((name) => name.startsWith('\u0001vorbis'))) return withDecoder('Ogg Vorbis', whole, () => new OggVorbisDecoder())
  if (names.some((name) => name.startsWith('\u007FFLAC'))) return withDecoder('FLAC', whole, () => new FLACDecoder())
  const other = names.map((name) => codecName(name)).find((name) => name !== undefined)
  if (other === undefined && names.some((name) => /^(\u0080theora|BBCD)/u.test(name))) throw badAudio('Ogg', 'no-sound')
  throw otherCodec('Ogg', other)
}

/** What the streams in the file call themselves: each begins with a page of its own that says so (RFC 3533 §4). */
async function firstPackets(head: Uint8Array): Promise<string[]> {
  const names: string[] = []
  async function* once(): AsyncGenerator<Uint8Array> {
    yield head
  }
  for await (const page of oggPages(new ByteReader(once()), () => undefined)) {
    if (!page.isFirst) break
    names.push(String.fromCharCode(...(page.packets[0]?.subarray(0, 8) ?? [])))
  }
  return names
}

function openOpus(bytes: AudioBytes): PcmSource {
  return { format: 'Ogg Opus', durationMs: null, chunks: () => decodeOpus(new ByteReader(bytes.pieces())) }
}

async function* decodeOpus(reader: ByteReader): AsyncGenerator<PcmChunk> {
  let isCut = false
  let current: { serial: number; packets: OpusPackets; made: number } | undefined
  try {
    for await (const page of oggPages(reader, () => (isCut = true))) {
      const [first] = page.packets
      if (page.isFirst && first !== undefined && isOpusHead(first)) {
        // A chained file: the next link has its own head, delay and channels.
        current?.packets.free()
        current = { serial: page.serial, packets: new OpusPackets(readOpusHead(first, 'Ogg Opus')), made: 0 }
        await current.packets.ready()
      } else if (current !== undefined && page.serial === current.serial) yield* pageSound(page, current)
    }
    if (current === undefined) throw emptyAudio('Ogg Opus')
    if (isCut) throw badAudio('Ogg Opus', 'truncated')
  } finally {
    current?.packets.free()
  }
}

const isOpusHead = (packet: Uint8Array): boolean => String.fromCharCode(...packet.subarray(0, 8)) === 'OpusHead'
const isOpusTags = (packet: Uint8Array): boolean => String.fromCharCode(...packet.subarray(0, 8)) === 'OpusTags'

function* pageSound(page: OggPage, current: { packets: OpusPackets; made: number }): Generator<PcmChunk> {
  for (const [index, packet] of page.packets.entries()) {
    if (packet.length === 0 || isOpusTags(packet)) continue
    const chunk = current.packets.decode(packet)
    const samples = chunk.planes[0]?.length ?? 0
    // The last page's granule cuts off the encoder's padding, at most what that page's last packet holds.
    const wanted = Math.round(((page.granule - current.packets.head.preSkip) * OPUS_RATE) / GRANULE_RATE)
    const isLast = page.isLast && index === page.packets.length - 1
    const kept = isLast && page.granule >= 0 ? Math.max(0, Math.min(samples, wanted - current.made)) : samples
    current.made += kept
    yield kept === samples ? chunk : { ...chunk, planes: chunk.planes.map((plane) => plane.subarray(0, kept)) }
  }
}

/** A decoder that takes the Ogg stream as it is. The pages are walked beside it only to see whether the last one is whole. */
function withDecoder(format: AudioFormat, bytes: AudioBytes, make: () => StreamDecoder): PcmSource {
  return {
    format,
    durationMs: null,
    async *chunks(): AsyncGenerator<PcmChunk> {
      const decoder = make()
      await decoder.ready
      const end = new OggEnd()
      const reader = new ByteReader(bytes.pieces())
      const sane = async (work: () => ReturnType<StreamDecoder['decode']>): Promise<PcmChunk> => {
        try {
          const { sampleRate, channelData, samplesDecoded } = await work()
          return { rate: sampleRate, planes: samplesDecoded > 0 ? channelData : [] }
        } catch (error) {
          throw badAudio(format, 'damaged', error)
        }
      }
      try {
        for (;;) {
          const piece = await reader.some(PIECE)
          if (piece.length === 0) break
          end.see(piece)
          yield await sane(() => decoder.decode(piece))
        }
        yield await sane(() => decoder.flush())
        if (end.isWithinPage) throw badAudio(format, 'truncated')
      } finally {
        decoder.free()
      }
    },
  }
}
