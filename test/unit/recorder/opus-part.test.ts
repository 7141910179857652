import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readOpusPart, writeOpusPart } from '../../../src-main/core/recorder/opus-part.ts'
import type { PartEnd } from '../../../src-main/core/recorder/part-file.ts'

const wav = readFileSync(fileURLToPath(new URL('../../fixtures/speech/meeting-planning.wav', import.meta.url))).subarray(44)
const speech = new Int16Array(wav.buffer.slice(wav.byteOffset, wav.byteOffset + (wav.length & ~1)))
const dir = mkdtempSync(join(tmpdir(), 'sotto-opus-'))
afterAll(() => rmSync(dir, { recursive: true }))

const key = new Uint8Array(32).fill(7)
const place = (channels: number) => ({ recordingId: 'one', part: 1, channels, firstSample: 0 })
let files = 0
const path = (): string => join(dir, `${String(files++)}.opus`)

async function* inBlocks(sides: readonly Int16Array[], sizes: readonly number[]) {
  const length = sides[0]?.length ?? 0
  for (let at = 0, turn = 0; at < length; turn++) {
    const size = sizes[turn % sizes.length] ?? length
    yield sides.map((side) => side.subarray(at, Math.min(length, at + size)))
    at += size
  }
}
async function read(file: string, channels: number, end: PartEnd, from = 0): Promise<Int16Array[]> {
  const sides = Array.from({ length: channels }, (): number[] => [])
  for await (const block of readOpusPart(file, place(channels), key, end, from)) block.forEach((samples, channel) => sides[channel]?.push(...samples))
  return sides.map((side) => Int16Array.from(side))
}
/** How much louder what was said is than what came out differently, in dB. */
function likeness(said: Int16Array, heard: Int16Array): number {
  let [sound, noise] = [0, 1e-9]
  said.forEach((sample, at) => {
    sound += sample ** 2
    noise += (sample - (heard[at] ?? 0)) ** 2
  })
  return 10 * Math.log10(sound / noise)
}

describe('a part made smaller', () => {
  it('takes a tenth of the room, is as long as it was and sounds like it, on both sides', async () => {
    const other = speech.slice().reverse()
    const file = path()
    const end = await writeOpusPart(file, place(2), key, inBlocks([speech, other], [16_000]))
    expect(end).toMatchObject({ samples: speech.length, codec: 'opus' })
    expect(statSync(file).size * 8).toBeLessThan(speech.length * 4)
    const [mine, theirs] = await read(file, 2, end)
    expect([mine?.length, theirs?.length]).toEqual([speech.length, speech.length])
    expect(likeness(speech, mine ?? speech)).toBeGreaterThan(15)
    expect(likeness(other, theirs ?? other)).toBeGreaterThan(15)
  })

  it('is read from any sample on as from the start, once its decoder has settled', async () => {
    const sound = speech.subarray(0, 16_000 * 7 + 123)
    const file = path()
    const end = await writeOpusPart(file, place(1), key, inBlocks([sound], [4_000]))
    const [whole = sound] = await read(file, 1, end)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sound.length + 10 }), async (from) => {
        const [rest = sound] = await read(file, 1, end, from)
        expect(rest.length).toBe(Math.max(0, sound.length - from))
        if (rest.length > 3_200) expect(likeness(whole.subarray(from), rest)).toBeGreaterThan(40)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps any length, however it came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(40_000), fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 5 }), async (length, sizes) => {
        const file = path()
        const end = await writeOpusPart(file, place(1), key, inBlocks([speech.subarray(0, length)], sizes))
        const [sound] = await read(file, 1, end)
        expect([end.samples, sound?.length]).toEqual([length, length])
      }),
      { numRuns: 25 },
    )
  })

  it('is found out when a byte of it was changed, taken or added in between', async () => {
    const file = path()
    const end = await writeOpusPart(file, place(1), key, inBlocks([speech.subarray(0, 60_000)], [16_000]))
    const bytes = readFileSync(file)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.constantFrom('flip', 'cut', 'add'), async (at, how) => {
        if (how === 'flip' && at >= 12 && at < 16) return // reserved
        const changed = path()
        const bad = Buffer.from(bytes)
        bad[at] = (bad[at] ?? 0) ^ 1
        const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
        writeFileSync(changed, how === 'flip' ? bad : how === 'cut' ? before : Buffer.concat([before, Buffer.of(0), after]))
        if (how === 'add' && at >= bytes.length - 1) return
        await expect(read(changed, 1, end)).rejects.toMatchObject({ code: 'STORE_DAMAGED' })
      }),
      { numRuns: 60 },
    )
  })
})
