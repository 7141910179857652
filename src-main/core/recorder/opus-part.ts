import { open, rm, type FileHandle } from 'node:fs/promises'
import { Application, createDecoder, createEncoder, Signal, type OpusDecoderHandle } from 'libopus-wasm'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { aeadOpen, aeadSeal } from '../keys/index.ts'
import { onFullDisk, readExactly, writeWhole, type PartEnd, type PartPlace } from './part-file.ts'

/**
 * A part once it has been heard, a tenth of its size: Opus (RFC 6716), encrypted and seekable like the part it was made of.
 *
 *   header   "SOTTOOPU", version (1 byte), channels (1 byte), encoder's delay in samples (uint16 LE), 4 bytes zero
 *   chunk    nonce ‖ ciphertext ‖ tag (XChaCha20-Poly1305) of a second: its packets of one channel after those of the other
 *
 * Every packet has the same size: lengths of packets that follow the voice would tell what is said in spite of the encryption
 * (White et al., "Phonotactic Reconstruction of Encrypted VoIP Conversations", 2011), and a second is found without an index. Only the
 * last chunk may be shorter. The delay is bound to every chunk, as its place is.
 */
const MAGIC = 'SOTTOOPU'
const VERSION = 1
const HEADER_BYTES = 16
const OVERHEAD = 24 + 16
const RATE = 16_000
const PACKET_SAMPLES = 320
const PACKETS_PER_CHUNK = RATE / PACKET_SAMPLES
/** 24 kbit/s a channel. */
const PACKET_BYTES = 60
const BITRATE = (PACKET_BYTES * 8 * RATE) / PACKET_SAMPLES
/** A decoder that begins in the middle is near enough after 80 ms (RFC 7845, 4.6); measured on speech, 17 dB then and 61 dB after 320 ms. */
const PREROLL_PACKETS = 16

const placeOf = ({ recordingId, part, channels }: PartPlace, delay: number, sequence: number): Uint8Array =>
  new TextEncoder().encode(`sotto-opus\0${recordingId}\0${part}\0${channels}\0${delay}\0${sequence}`)

const chunkBytes = (channels: number, packets: number): number => OVERHEAD + channels * packets * PACKET_BYTES

const damaged = (cause?: unknown): Failure => new Failure('STORE_DAMAGED', { part: 'audio' }, { cause })

/**
 * Writes a part's sound anew, as Opus. What stood at `path` is replaced; nothing is left there when it fails.
 * @param sound blocks of any length, one array a channel
 * @param key 32 bytes, the recording's own
 * @returns what the file must be; `samples` are those of the sound
 * @throws Failure DISK_FULL, CANCELLED, and whatever `sound` throws
 */
export async function writeOpusPart(
  path: string,
  place: PartPlace,
  key: Uint8Array,
  sound: AsyncIterable<readonly Int16Array[]>,
  signal?: AbortSignal,
): Promise<PartEnd> {
  const options = { channels: 1, sampleRate: RATE, application: Application.Audio, signal: Signal.Voice } as const
  const encoders = await Promise.all(
    Array.from({ length: place.channels }, () => createEncoder({ ...options, bitrate: BITRATE, vbr: false, complexity: 5, frameSize: PACKET_SAMPLES })),
  )
  const delay = encoders[0]?.getLookahead() ?? 0
  const file = await open(path, 'w', 0o600).catch(onFullDisk)
  const packets: Uint8Array[][] = encoders.map(() => [])
  const waiting: Int16Array[] = encoders.map(() => new Int16Array())
  let chunks = 0
  let samples = 0
  let lastTag = ''
  const writeChunk = async (): Promise<void> => {
    const plain = Buffer.concat(packets.flat())
    const sealed = aeadSeal(key, plain, placeOf(place, delay, chunks))
    plain.fill(0)
    packets.forEach((list) => (list.length = 0))
    await writeWhole(file, sealed)
    lastTag = Buffer.from(sealed.subarray(-16)).toString('hex')
    chunks++
  }
  const encode = async (block: readonly Int16Array[]): Promise<void> => {
    encoders.forEach((_, channel) => (waiting[channel] = joined(waiting[channel], block[channel])))
    const whole = Math.floor((waiting[0]?.length ?? 0) / PACKET_SAMPLES)
    for (let at = 0; at < whole * PACKET_SAMPLES; at += PACKET_SAMPLES) {
      encoders.forEach((encoder, channel) => {
        const packet = encoder.encode(waiting[channel]?.subarray(at, at + PACKET_SAMPLES) ?? new Int16Array(PACKET_SAMPLES))
        if (packet.length !== PACKET_BYTES) throw new Error('every packet has one size')
        packets[channel]?.push(packet)
      })
      if (packets[0]?.length === PACKETS_PER_CHUNK) await writeChunk()
    }
    waiting.forEach((rest, channel) => (waiting[channel] = rest.slice(whole * PACKET_SAMPLES)))
  }
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    header.write(MAGIC, 'latin1')
    header.writeUInt8(VERSION, 8)
    header.writeUInt8(place.channels, 9)
    header.writeUInt16LE(delay, 10)
    await writeWhole(file, header)
    for await (const block of sound) {
      if (signal?.aborted === true) throw new Failure('CANCELLED', {})
      samples += block[0]?.length ?? 0
      await encode(block)
    }
    const left = waiting[0]?.length ?? 0
    const tail = Math.ceil((left + delay) / PACKET_SAMPLES) * PACKET_SAMPLES - left
    if (samples > 0) await encode(encoders.map(() => new Int16Array(tail)))
    if ((packets[0]?.length ?? 0) > 0) await writeChunk()
    await file.sync().catch(onFullDisk)
    return { chunks, samples, lastTag, codec: 'opus' }
  } catch (thrown) {
    await rm(path, { force: true })
    throw thrown
  } finally {
    encoders.forEach((encoder) => encoder.free())
    waiting.forEach((rest) => rest.fill(0))
    await file.close()
  }
}

/**
 * The sound of an Opus part from a sample on, a second at a time and together as long as it was.
 * @throws Failure STORE_DAMAGED (audio) when a chunk was changed, moved or is missing
 */
export async function* readOpusPart(path: string, place: PartPlace, key: Uint8Array, end: PartEnd, fromSample = 0): AsyncGenerator<Int16Array[]> {
  const file = await open(path, 'r').catch((thrown: unknown) => {
    throw damaged(thrown)
  })
  const decoders = await Promise.all(Array.from({ length: place.channels }, () => createDecoder({ channels: 1, sampleRate: RATE })))
  try {
    const header = await readExactly(file, 0, HEADER_BYTES)
    if (header?.toString('latin1', 0, 8) !== MAGIC || header.readUInt8(8) !== VERSION || header.readUInt8(9) !== place.channels) throw damaged()
    const delay = header.readUInt16LE(10)
    const packets = Math.ceil((end.samples + delay) / PACKET_SAMPLES)
    const first = Math.max(0, Math.floor((fromSample + delay) / PACKET_SAMPLES) - PREROLL_PACKETS)
    for (let chunk = Math.floor(first / PACKETS_PER_CHUNK); chunk < end.chunks; chunk++) {
      const held = Math.min(PACKETS_PER_CHUNK, packets - chunk * PACKETS_PER_CHUNK)
      const plain = await openChunk(file, {
        at: HEADER_BYTES + chunk * chunkBytes(place.channels, PACKETS_PER_CHUNK),
        bytes: chunkBytes(place.channels, held),
        bound: placeOf(place, delay, chunk),
        key,
        tag: chunk === end.chunks - 1 ? end.lastTag : null,
      })
      const skip = Math.max(0, first - chunk * PACKETS_PER_CHUNK)
      const decoded = decoders.map((decoder, channel) => decodeAll(decoder, plain, channel * held + skip, held - skip))
      plain.fill(0)
      // Where this sound begins in the recording: what was decoded is late by the encoder's delay.
      const startsAt = (chunk * PACKETS_PER_CHUNK + skip) * PACKET_SAMPLES - delay
      const from = Math.max(0, fromSample - startsAt, -startsAt)
      const to = Math.min((held - skip) * PACKET_SAMPLES, end.samples - startsAt)
      if (to > from) yield decoded.map((samples) => samples.slice(from, to))
    }
  } finally {
    decoders.forEach((decoder) => decoder.free())
    await file.close()
  }
}

async function openChunk(
  file: FileHandle,
  { at, bytes, bound, key, tag }: { at: number; bytes: number; bound: Uint8Array; key: Uint8Array; tag: string | null },
): Promise<Buffer> {
  const sealed = await readExactly(file, at, bytes)
  if (sealed === null || (tag !== null && sealed.subarray(-16).toString('hex') !== tag)) throw damaged()
  try {
    return Buffer.from(aeadOpen(key, sealed, bound))
  } catch (cause) {
    throw damaged(cause)
  }
}

function decodeAll(decoder: OpusDecoderHandle, plain: Buffer, firstPacket: number, packets: number): Int16Array {
  const samples = new Int16Array(packets * PACKET_SAMPLES)
  for (let index = 0; index < packets; index++) {
    const at = (firstPacket + index) * PACKET_BYTES
    samples.set(decoder.decode(plain.subarray(at, at + PACKET_BYTES)), index * PACKET_SAMPLES)
  }
  return samples
}

function joined(first: Int16Array | undefined, second: Int16Array | undefined): Int16Array {
  const [a, b] = [first ?? new Int16Array(), second ?? new Int16Array()]
  const whole = new Int16Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}
