import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readPart, SAMPLES_PER_CHUNK, writePart, type PartEnd, type PartPlace } from '../../../src-main/core/recorder/part-file.ts'

const dir = mkdtempSync(join(tmpdir(), 'sotto-part-'))
afterAll(() => rmSync(dir, { recursive: true }))

const key = Buffer.alloc(32, 7)
const place: PartPlace = { recordingId: '01JD0V2M8C6Q0W6R1X3T5Z7B9D', part: 1, channels: 2, firstSample: 0 }
let files = 0

/** Two channels that differ everywhere, so that a sample out of place shows. */
const sound = (samples: number): Int16Array[] =>
  [0, 1].map((channel) => Int16Array.from({ length: samples }, (_, index) => ((index * 31 + channel * 7919) % 65_536) - 32_768))

async function written(samples: number): Promise<{ path: string; end: PartEnd; whole: Int16Array[] }> {
  const path = join(dir, `${files++}.part`)
  const part = await writePart(path, place, key, { syncEach: false })
  const whole = sound(samples)
  for (let at = 0; at < samples; at += SAMPLES_PER_CHUNK) await part.append(whole.map((channel) => channel.subarray(at, at + SAMPLES_PER_CHUNK)))
  return { path, end: await part.finish(), whole }
}

async function read(path: string, options: { end?: PartEnd; fromSample?: number } = {}, at: PartPlace = place): Promise<number[][]> {
  const channels: number[][] = [[], []]
  for await (const block of readPart(path, at, key, options)) block.forEach((samples, channel) => channels[channel]?.push(...samples))
  return channels
}

const plain = (channels: readonly Int16Array[], from = 0): number[][] => channels.map((channel) => [...channel.subarray(from)])
const DAMAGED = { code: 'STORE_DAMAGED', params: { part: 'audio' } }

describe('a part of a recording', () => {
  it('gives back every sample, from any sample on', async () => {
    const { path, end, whole } = await written(2 * SAMPLES_PER_CHUNK + 4_321)
    expect(end).toMatchObject({ chunks: 3, samples: 36_321 })
    expect(await read(path, { end })).toEqual(plain(whole))
    for (const from of [1, SAMPLES_PER_CHUNK - 1, SAMPLES_PER_CHUNK, 2 * SAMPLES_PER_CHUNK + 4_000]) {
      expect(await read(path, { end, fromSample: from })).toEqual(plain(whole, from))
    }
  })

  it('holds nothing of its sound in the clear', async () => {
    const { path, whole } = await written(SAMPLES_PER_CHUNK)
    const bytes = readFileSync(path)
    for (let at = 0; at < SAMPLES_PER_CHUNK; at += 1_600) {
      const few = whole[0]?.slice(at, at + 8) ?? new Int16Array()
      expect(bytes.includes(Buffer.from(few.buffer))).toBe(false)
    }
  })

  it('is refused when a bit of it, its length or its place was changed', async () => {
    const { path, end } = await written(SAMPLES_PER_CHUNK + 100)
    const bytes = readFileSync(path)
    const damaged = join(dir, 'damaged.part')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        fc.pre(bit >> 3 < 10 || bit >> 3 >= 16) // bytes of the header without a meaning yet
        writeFileSync(damaged, changed)
        await expect(read(damaged, { end })).rejects.toMatchObject(DAMAGED)
      }),
      { numRuns: 150 },
    )
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 1))
    await expect(read(damaged, { end })).rejects.toMatchObject(DAMAGED)
    for (const elsewhere of [{ part: 2 }, { firstSample: 16_000 }, { recordingId: '01JD0V2M8C6Q0W6R1X3T5Z7B9E' }]) {
      await expect(read(path, { end }, { ...place, ...elsewhere })).rejects.toMatchObject(DAMAGED)
    }
  })

  it('is refused when it ends at a second of its own before its end', async () => {
    const { path, end } = await written(3 * SAMPLES_PER_CHUNK)
    const shorter = join(dir, 'shorter.part')
    writeFileSync(shorter, readFileSync(path).subarray(0, 16 + 2 * (4 + 40 + SAMPLES_PER_CHUNK * 4)))
    await expect(read(shorter, { end })).rejects.toMatchObject(DAMAGED)
  })

  it('that was cut off gives every whole second, wherever the cut is', async () => {
    const { path, whole } = await written(2 * SAMPLES_PER_CHUNK + 10)
    const bytes = readFileSync(path)
    const torn = join(dir, 'torn.part')
    const second = 4 + 40 + SAMPLES_PER_CHUNK * 4
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 16, max: bytes.length - 1 }), async (length) => {
        writeFileSync(torn, bytes.subarray(0, length))
        const seconds = Math.floor((length - 16) / second)
        expect((await read(torn))[0]?.length).toBe(Math.min(2, seconds) * SAMPLES_PER_CHUNK)
      }),
      { numRuns: 40 },
    )
    expect(await read(path)).toEqual(plain(whole))
  })
})
