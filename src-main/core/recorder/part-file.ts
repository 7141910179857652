import { open, type FileHandle } from 'node:fs/promises'
import type { z } from 'zod'
import type { partEndSchema } from '../../../src-shared/domain/recording.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { aeadOpen, aeadSeal } from '../keys/index.ts'

/**
 * A part: the sound one run of the app wrote, append-only, encrypted from its first byte on.
 *
 *   header   "SOTTOAUD", version (1 byte), channels (1 byte), samples in a whole chunk (uint16 LE, 0 for 16 000), 4 bytes zero
 *   chunk    length of what follows (uint32 LE), nonce ‖ ciphertext ‖ tag (XChaCha20-Poly1305)
 *
 * A chunk holds a second, or a quarter of one while it is recorded (docs/decisions/0023): samples of 16 bits (LE), one channel
 * after the other; only the last one of a part may be shorter.
 * Its associated data binds it to the recording, the part, its number and its first sample, so that chunks
 * cannot be exchanged, left out in the middle or taken from elsewhere. That the tail is whole, the database says (`PartEnd`).
 */
const MAGIC = 'SOTTOAUD'
const HEADER_BYTES = 16
const VERSION = 1
const LENGTH_BYTES = 4
const OVERHEAD = 24 + 16
export const SAMPLES_PER_CHUNK = 16_000
/** While it is recorded: what is not yet a whole chunk is lost with the process, and a second is all that may be. */
export const SAMPLES_PER_LIVE_CHUNK = 4_000

/** Where a part belongs; all of it is bound to every chunk. */
export interface PartPlace {
  readonly recordingId: string
  /** From 1. */
  readonly part: number
  readonly channels: number
  /** How many samples of the recording lie before this part. */
  readonly firstSample: number
}

/** What a finished part must be: recorded in the database when it is closed. */
export type PartEnd = Readonly<z.infer<typeof partEndSchema>>

const placeOf = ({ recordingId, part, channels }: PartPlace, sequence: number, firstSample: number): Uint8Array =>
  new TextEncoder().encode(`sotto-audio\0${recordingId}\0${part}\0${channels}\0${sequence}\0${firstSample}`)

const chunkBytes = (channels: number, samples: number): number => OVERHEAD + channels * samples * 2

export interface PartWriter {
  /**
   * Adds a chunk; only the last one of a part may have fewer samples than the others.
   * @param block one Int16Array per channel, all of one length
   * @throws Failure DISK_FULL; what was written before stays
   */
  append(block: readonly Int16Array[]): Promise<void>
  /** Brings everything to the disk and closes the file. */
  finish(): Promise<PartEnd>
  /** Closes the file as it is. */
  abandon(): Promise<void>
}

/**
 * @param key 32 bytes, the recording's own
 * @param syncEach whether every chunk is on the disk before `append` resolves: for sound that cannot be had again
 * @throws Failure DISK_FULL
 */
export async function writePart(
  path: string,
  place: PartPlace,
  key: Uint8Array,
  { syncEach, chunkSamples = SAMPLES_PER_CHUNK }: { syncEach: boolean; chunkSamples?: number },
): Promise<PartWriter> {
  const file = await open(path, 'wx', 0o600).catch(onFullDisk)
  let chunks = 0
  let samples = 0
  let lastTag = ''
  const header = Buffer.alloc(HEADER_BYTES)
  header.write(MAGIC, 'latin1')
  header.writeUInt8(VERSION, 8)
  header.writeUInt8(place.channels, 9)
  header.writeUInt16LE(chunkSamples, 10)
  await writeWhole(file, header)
  let size = HEADER_BYTES
  return {
    async append(block) {
      const length = block[0]?.length ?? 0
      if (block.length !== place.channels || block.some((channel) => channel.length !== length)) throw new Error('not a block of this recording')
      if (samples !== chunks * chunkSamples || length > chunkSamples || length === 0) throw new Error('only the last chunk may be shorter')
      const plain = Buffer.alloc(place.channels * length * 2)
      block.forEach((channel, at) => channel.forEach((sample, index) => plain.writeInt16LE(sample, (at * length + index) * 2)))
      const sealed = Buffer.from(aeadSeal(key, plain, placeOf(place, chunks, place.firstSample + samples)))
      plain.fill(0)
      const head = Buffer.alloc(LENGTH_BYTES)
      head.writeUInt32LE(sealed.length)
      const chunk = Buffer.concat([head, sealed])
      await writeWhole(file, chunk).catch(async (thrown: unknown) => {
        await file.truncate(size).catch(() => undefined) // a torn chunk is of no use; its room may be
        throw thrown
      })
      size += chunk.length
      if (syncEach) await file.datasync().catch(onFullDisk)
      chunks++
      samples += length
      lastTag = sealed.subarray(-16).toString('hex')
    },
    async finish() {
      try {
        await file.sync().catch(onFullDisk)
      } finally {
        await file.close()
      }
      return { chunks, samples, lastTag }
    },
    abandon: () => file.close(),
  }
}

export async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at).catch(onFullDisk)
    at += bytesWritten
  }
}

export function onFullDisk(thrown: unknown): never {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') throw new Failure('DISK_FULL', {}, { cause: thrown })
  throw thrown
}

const damaged = (cause?: unknown): Failure => new Failure('STORE_DAMAGED', { part: 'audio' }, { cause })

/**
 * Reads a part from a sample on, a chunk at a time.
 * @param end what the part must be. Without it the writer was cut off: a torn tail is left out.
 * @param more for a part that is still being written: asked where no whole chunk follows; true looks again, false leaves out what is torn
 * @throws Failure STORE_DAMAGED (audio) when a chunk was changed, moved or is missing, or the file is shorter than `end` says
 */
export async function* readPart(
  path: string,
  place: PartPlace,
  key: Uint8Array,
  { end, fromSample = 0, more }: { end?: PartEnd; fromSample?: number; more?: () => Promise<boolean> } = {},
): AsyncGenerator<Int16Array[]> {
  const file = await open(path, 'r').catch((thrown: unknown) => {
    throw damaged(thrown)
  })
  try {
    const header = await readExactly(file, 0, HEADER_BYTES)
    if (header?.toString('latin1', 0, 8) !== MAGIC || header.readUInt8(8) !== VERSION || header.readUInt8(9) !== place.channels) throw damaged()
    const chunkSamples = header.readUInt16LE(10) || SAMPLES_PER_CHUNK
    const full = LENGTH_BYTES + chunkBytes(place.channels, chunkSamples)
    const first = Math.floor(fromSample / chunkSamples)
    let skip = fromSample - first * chunkSamples
    for (let sequence = first; end === undefined || sequence < end.chunks; ) {
      const at = HEADER_BYTES + sequence * full
      const sealed = await readChunk(file, at, full)
      if (sealed === null) {
        if ((await more?.()) === true) continue
        if (end === undefined) return
        throw damaged()
      }
      if (end !== undefined && sequence === end.chunks - 1 && sealed.subarray(-16).toString('hex') !== end.lastTag) throw damaged()
      const plain = openChunk(key, sealed, placeOf(place, sequence, place.firstSample + sequence * chunkSamples))
      if (plain === null && end === undefined) return
      if (plain === null) throw damaged()
      yield channelsOf(plain, place.channels, skip)
      plain.fill(0)
      skip = 0
      sequence++
    }
  } finally {
    await file.close()
  }
}

/** How much sound a part of that size holds while it is recorded, per channel; a chunk under way counts as far as it has come. */
export const samplesWithin = (size: number, channels: number): number =>
  Math.floor(
    (Math.max(0, size - HEADER_BYTES) / (LENGTH_BYTES + chunkBytes(channels, SAMPLES_PER_LIVE_CHUNK))) * SAMPLES_PER_LIVE_CHUNK,
  )

/**
 * What a part that was cut off holds: its whole chunks, each one opened. The rest is cut away, so that the file is what is returned.
 * @returns `rest`: what was cut; a crash leaves less than one chunk, more of it cannot be one's doing
 * @throws Failure STORE_DAMAGED (audio) when there is no such file, or it is no part
 */
export async function settlePart(path: string, place: PartPlace, key: Uint8Array): Promise<PartEnd & { rest: 'none' | 'torn' | 'damaged' }> {
  let chunks = 0
  let samples = 0
  for await (const [channel] of readPart(path, place, key)) {
    chunks++
    samples += channel?.length ?? 0
  }
  const file = await open(path, 'r+')
  try {
    const header = await readExactly(file, 0, HEADER_BYTES)
    const whole = LENGTH_BYTES + chunkBytes(place.channels, header?.readUInt16LE(10) || SAMPLES_PER_CHUNK)
    const size = HEADER_BYTES + chunks * (LENGTH_BYTES + OVERHEAD) + samples * place.channels * 2
    const found = (await file.stat()).size
    const tag = chunks === 0 ? null : await readExactly(file, size - 16, 16)
    if (found > size) {
      await file.truncate(size)
      await file.sync()
    }
    return { chunks, samples, lastTag: tag?.toString('hex') ?? '', rest: found === size ? 'none' : found - size < whole ? 'torn' : 'damaged' }
  } finally {
    await file.close()
  }
}

async function readChunk(file: FileHandle, at: number, full: number): Promise<Buffer | null> {
  const head = await readExactly(file, at, LENGTH_BYTES)
  if (head === null) return null
  const length = head.readUInt32LE()
  if (length < OVERHEAD || length > full - LENGTH_BYTES) return null
  return readExactly(file, at + LENGTH_BYTES, length)
}

export async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  return bytesRead === length ? bytes : null
}

function openChunk(key: Uint8Array, sealed: Uint8Array, place: Uint8Array): Buffer | null {
  try {
    return Buffer.from(aeadOpen(key, sealed, place))
  } catch {
    return null
  }
}

function channelsOf(plain: Buffer, channels: number, skip: number): Int16Array[] {
  const length = plain.length / channels / 2
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Int16Array(length)
    for (let index = 0; index < length; index++) samples[index] = plain.readInt16LE((channel * length + index) * 2)
    return skip === 0 ? samples : samples.subarray(skip)
  })
}
