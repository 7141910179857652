import { failedWith } from '../../../src-shared/errors/failure.ts'
import { BlockMaker } from './blocks.ts'
import { fromStream, openFile, type AudioBytes } from './bytes.ts'
import { badAudio, emptyAudio, otherCodec, type AudioFormat } from './failures.ts'
import { openFlac } from './flac.ts'
import { openMedia } from './media.ts'
import { openMp3 } from './mp3.ts'
import { openOgg } from './ogg.ts'
import { peeked } from './peek.ts'
import { isPlausible, type PcmChunk, type PcmSource } from './pcm.ts'
import { nameOf, recognise, type Container } from './recognise.ts'
import { adtsStructure, mp4Structure, webmStructure } from './structure.ts'
import { compare, join, merge, type Verdict } from './speakers.pure.ts'
import { openWav } from './wav.ts'

/** A file, or its bytes as they come. */
export type AudioSource = { readonly path: string } | AsyncIterable<Uint8Array>

/** A recording being read: 16 kHz, 16 bits, one or two speakers' channels, a second at a time. */
export interface AudioStream {
  /** what the file was found to be, for people: "WAV", "MP3", "Ogg Opus" */
  readonly format: AudioFormat
  readonly sourceRate: number
  readonly sourceChannels: number
  /** what the header promises, before reading; null when it says nothing */
  readonly durationMs: number | null
  /** 2 only for two channels that differ: two speakers, each on a side */
  readonly channels: 1 | 2
  /**
   * Walked once, in order; one Int16Array per channel, 16 000 samples each, the last block shorter. Leaving early closes the file.
   * @throws Failure BAD_AUDIO: 'truncated' after everything that could be decoded was handed out (unless `keepTruncated`), 'damaged'
   */
  blocks(): AsyncIterable<Int16Array[]>
  /** After the last block: whether less came than the file promises. Only with `keepTruncated` is this ever true without a Failure. */
  isTruncated(): boolean
  /** Gives the file back when `blocks` was never walked. */
  close(): Promise<void>
}

export interface OpenAudioOptions {
  /** Take what is there of a recording that ends too early, instead of failing: the caller must then say so in the note. */
  readonly keepTruncated?: boolean
}

/** How long one-sounding channels are compared before they count as one; holds at most this much sound (19 MB). */
const COMPARED_SECONDS = 300
/** Encoders pad and players trim; a header may promise this much more than there is. */
const SLACK_MS = 400

const openers: Readonly<Partial<Record<Container, (bytes: AudioBytes) => Promise<PcmSource>>>> = {
  wav: openWav,
  mp3: openMp3,
  flac: openFlac,
  ogg: openOgg,
  mp4: (bytes) => openMedia('MP4', bytes, mp4Structure),
  webm: (bytes) => openMedia('WebM', bytes, webmStructure),
  adts: (bytes) => openMedia('AAC', bytes, adtsStructure),
}

/**
 * Opens a recording of any known format, recognised by its content. Memory stays bounded by a few seconds of sound, plus
 * COMPARED_SECONDS while two channels sound alike, whatever the length of the recording.
 *
 * @throws Failure FILE_UNREADABLE, BAD_AUDIO (with the reason; 'truncated' at once where the header shows it), EMPTY_AUDIO,
 * FILE_TOO_LARGE (a stream of a container that must be read out of order)
 */
export async function openAudio(source: AudioSource, options: OpenAudioOptions = {}): Promise<AudioStream> {
  const bytes = 'path' in source ? await openFile(source.path) : fromStream(source)
  try {
    return await open(bytes, options)
  } catch (error) {
    await bytes.close()
    throw error
  }
}

async function open(bytes: AudioBytes, { keepTruncated = false }: OpenAudioOptions): Promise<AudioStream> {
  const { head, whole } = await peeked(bytes)
  if (head.length === 0) throw emptyAudio('audio')
  const container = recognise(head)
  const opener = openers[container]
  if (opener === undefined) throw container === 'unknown' ? badAudio('audio', 'not-audio') : otherCodec('audio', nameOf(container))
  const pcm = await opener(whole)
  if (pcm.isShort === true && !keepTruncated) throw badAudio(pcm.format, 'truncated')

  const chunks = pcm.chunks()[Symbol.asyncIterator]()
  const first = await nextChunk(chunks)
  if (first === undefined) throw pcm.isShort === true ? badAudio(pcm.format, 'truncated') : emptyAudio(pcm.format)
  if (!isPlausible(first.rate, first.planes.length)) throw badAudio(pcm.format, 'damaged')

  const reading = new Reading(pcm, chunks, first)
  const blocks = reading.blocks()
  const held: Int16Array[][] = []
  const verdict = first.planes.length === 2 ? await listen(blocks, held) : 'differ'
  const isTwo = first.planes.length === 2 && verdict === 'differ'

  return {
    format: pcm.format,
    sourceRate: first.rate,
    sourceChannels: first.planes.length,
    durationMs: pcm.durationMs,
    channels: isTwo ? 2 : 1,
    isTruncated: () => reading.isTruncated,
    close: () => bytes.close(),
    async *blocks() {
      try {
        for (const block of held.splice(0)) yield together(block, isTwo, verdict)
        for await (const block of blocks) yield together(block, isTwo, verdict)
        if (reading.isTruncated && !keepTruncated) throw badAudio(pcm.format, 'truncated')
      } finally {
        await bytes.close()
      }
    },
  }
}

const together = (block: Int16Array[], isTwo: boolean, verdict: Verdict): Int16Array[] => {
  const [left, right] = block
  return isTwo || left === undefined || right === undefined ? block : [merge(left, right, verdict)]
}

/** Compares the channels until they differ or COMPARED_SECONDS have passed; what it took is put into `held`. */
async function listen(blocks: AsyncIterator<Int16Array[]>, held: Int16Array[][]): Promise<Verdict> {
  let verdict: Verdict = 'silent'
  while (verdict !== 'differ' && held.length < COMPARED_SECONDS) {
    const next = await blocks.next()
    if (next.done === true) break
    held.push(next.value)
    const [left, right] = next.value
    if (left !== undefined && right !== undefined) verdict = join(verdict, compare(left, right))
  }
  return verdict
}

/** Walks a decoder's chunks into blocks and notes whether less came than was promised. */
class Reading {
  isTruncated: boolean
  readonly #pcm: PcmSource
  readonly #chunks: AsyncIterator<PcmChunk>
  readonly #first: PcmChunk

  constructor(pcm: PcmSource, chunks: AsyncIterator<PcmChunk>, first: PcmChunk) {
    this.#pcm = pcm
    this.isTruncated = pcm.isShort === true
    this.#chunks = chunks
    this.#first = first
  }

  async *blocks(): AsyncGenerator<Int16Array[]> {
    const maker = new BlockMaker(this.#first.planes.length === 2 ? 2 : 1)
    let decodedMs = 0
    for (let chunk: PcmChunk | undefined = this.#first; chunk !== undefined; chunk = await this.#next()) {
      decodedMs += ((chunk.planes[0]?.length ?? 0) / chunk.rate) * 1000
      yield* maker.push(chunk)
    }
    yield* maker.end()
    const promised = this.#pcm.durationMs ?? 0
    if (decodedMs < promised - Math.max(SLACK_MS, promised * 0.002)) this.isTruncated = true
  }

  async #next(): Promise<PcmChunk | undefined> {
    const chunk = await nextChunk(this.#chunks).catch((error: unknown) => {
      if (!failedWith(error, 'BAD_AUDIO') || error.params.reason !== 'truncated') throw error
      this.isTruncated = true
      return undefined
    })
    if (chunk !== undefined && !isPlausible(chunk.rate, chunk.planes.length)) throw badAudio(this.#pcm.format, 'damaged')
    return chunk
  }
}

/** The next chunk that holds sound, or undefined at the end. */
async function nextChunk(chunks: AsyncIterator<PcmChunk>): Promise<PcmChunk | undefined> {
  for (;;) {
    const next = await chunks.next()
    if (next.done === true) return undefined
    if ((next.value.planes[0]?.length ?? 0) > 0) return next.value
  }
}
