import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAudio } from '../../../src-main/core/audio/open-audio.ts'
import { failureOf, hear, inPieces, sine, snr, toUnit, wav, type WavShape } from './sounds.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotto-audio-'))
})
afterAll(() => rm(folder, { recursive: true }))
const saved = async (bytes: Uint8Array): Promise<{ path: string }> => {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.bin`)
  await writeFile(path, bytes)
  return { path }
}

const SHAPES: [string, WavShape, number][] = [
  ['8-bit', { bits: 8 }, 38],
  ['16-bit', { bits: 16 }, 80],
  ['24-bit', { bits: 24 }, 80],
  ['32-bit', { bits: 32 }, 80],
  ['32-bit float', { bits: 32, float: true }, 80],
  ['64-bit float', { bits: 64, float: true }, 80],
  ['extensible 24-bit', { bits: 24, extensible: true }, 80],
  ['extensible float', { bits: 32, float: true, extensible: true }, 80],
]

describe('WAV', () => {
  it.each(SHAPES)('%s comes out as it went in', async (_name, shape, decibels) => {
    const sound = sine(440, 1.5, 16_000)
    const { stream, channels, blockLengths } = await hear(wav([sound], shape))
    expect(stream).toMatchObject({ format: 'WAV', sourceRate: 16_000, sourceChannels: 1, channels: 1, durationMs: 1500 })
    expect(blockLengths).toEqual([16_000, 8000])
    expect(snr(toUnit(channels[0] ?? new Int16Array(0)), sound)).toBeGreaterThan(decibels)
  })

  it.each([
    // From the law's tables in ITU-T G.711, scaled to 16 bits: the largest, the smallest, and one between.
    ['µ-law', 7, [0x80, 0x00, 0xff, 0x7e, 0xa5], [32_124, -32_124, 0, -8, 4 * 1663]],
    ['A-law', 6, [0xaa, 0x2a, 0xd5, 0x55, 0x80], [32_256, -32_256, 8, -8, 5504]],
  ])('reads the telephone\'s %s', async (_name, tag, codes, values) => {
    const bytes = Buffer.from(wav([new Float32Array(codes.length)], { bits: 8 }))
    bytes.writeUInt16LE(tag, 20)
    bytes.set(codes, 44)
    expect([...((await hear(bytes)).channels[0] ?? [])]).toEqual(values)
  })

  it('keeps two differing channels apart, also at another rate', async () => {
    const { stream, channels } = await hear(wav([sine(440, 1, 48_000), sine(1000, 1, 48_000)], { rate: 48_000, bits: 24 }))
    expect(stream.channels).toBe(2)
    expect(snr(toUnit(channels[0] ?? new Int16Array(0)), sine(440, 1, 16_000), 400, 15_600)).toBeGreaterThan(70)
    expect(snr(toUnit(channels[1] ?? new Int16Array(0)), sine(1000, 1, 16_000), 400, 15_600)).toBeGreaterThan(70)
  })

  it('makes one of two equal channels, and of one that never sounds', async () => {
    const sound = sine(440, 1.2, 16_000)
    const silence = new Float32Array(sound.length)
    for (const pair of [[sound, sound], [sound, silence], [silence, sound]]) {
      const { stream, channels } = await hear(wav(pair))
      expect(stream).toMatchObject({ sourceChannels: 2, channels: 1 })
      expect(snr(toUnit(channels[0] ?? new Int16Array(0)), sound)).toBeGreaterThan(80)
    }
  })

  it('finds a second speaker who starts late', async () => {
    const first = sine(440, 4, 16_000)
    const second = new Float32Array(first.length)
    second.set(sine(700, 1, 16_000), 3 * 16_000)
    const { stream, channels } = await hear(wav([first, second]))
    expect(stream.channels).toBe(2)
    expect(channels.map((channel) => channel.length)).toEqual([64_000, 64_000])
    expect(snr(toUnit(channels[1] ?? new Int16Array(0)), second)).toBeGreaterThan(80)
  })

  it('mixes more than two channels to one', async () => {
    const sound = sine(440, 0.5, 16_000, 0.9)
    const silence = new Float32Array(sound.length)
    const { stream, channels } = await hear(wav([sound, silence, sound], { extensible: true }))
    expect(stream).toMatchObject({ sourceChannels: 3, channels: 1 })
    expect(snr(toUnit(channels[0] ?? new Int16Array(0)), sine(440, 0.5, 16_000, 0.6))).toBeGreaterThan(70)
  })

  it.each([0, 0xffffffff])('reads a crashed recorder (data size %i) to the end of the file', async (claimedBytes) => {
    const bytes = wav([sine(440, 2, 16_000)], { claimedBytes })
    for (const source of [bytes, await saved(bytes)]) expect((await hear(source)).channels[0]?.length).toBe(32_000)
  })

  it('says at once that a file is cut, and gives what is there when asked to', async () => {
    const bytes = wav([sine(440, 3, 16_000)]).subarray(0, 60_000)
    const file = await saved(bytes)
    expect(await failureOf(openAudio(file))).toMatchObject({ code: 'BAD_AUDIO', params: { format: 'WAV', reason: 'truncated' }, exitCode: 2 })
    const kept = await hear(file, { keepTruncated: true })
    expect(kept.stream.isTruncated()).toBe(true)
    expect(kept.channels[0]?.length).toBe((60_000 - 44) / 2)
  })

  it('says it of a stream after handing out all that came', async () => {
    const stream = await openAudio(inPieces(wav([sine(440, 3, 16_000)]).subarray(0, 60_000)))
    let samples = 0
    const walk = async (): Promise<void> => {
      for await (const [block] of stream.blocks()) samples += block?.length ?? 0
    }
    expect(await failureOf(walk())).toMatchObject({ code: 'BAD_AUDIO', params: { reason: 'truncated' } })
    expect(samples).toBe((60_000 - 44) / 2)
  })

  it('tells empty, foreign, damaged and missing apart', async () => {
    expect(await failureOf(hear(new Uint8Array(0)))).toMatchObject({ code: 'EMPTY_AUDIO', exitCode: 2 })
    expect(await failureOf(hear(wav([new Float32Array(0)])))).toMatchObject({ code: 'EMPTY_AUDIO', params: { format: 'WAV' } })
    expect(await failureOf(hear(Buffer.from('Anna: hello\nBen: hi\n')))).toMatchObject({ code: 'BAD_AUDIO', params: { reason: 'not-audio' } })
    expect(await failureOf(hear(wav([sine(1, 1, 16_000)]).subarray(0, 30)))).toMatchObject({ code: 'BAD_AUDIO', params: { reason: 'damaged' } })
    expect(await failureOf(hear({ path: join(folder, 'none') }))).toMatchObject({ code: 'FILE_UNREADABLE', params: { reason: 'missing' } })
    expect(await failureOf(hear({ path: folder }))).toMatchObject({ code: 'FILE_UNREADABLE', params: { reason: 'directory' } })
  })

  it('holds a bounded part of a long recording', async () => {
    const second = wav([sine(300, 1, 16_000)]).subarray(44)
    const duration = 3600
    async function* long(): AsyncGenerator<Uint8Array> {
      yield wav([new Float32Array(0)], { claimedBytes: duration * second.length })
      for (let i = 0; i < duration; i += 1) yield second
    }
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    let seconds = 0
    for await (const _ of (await openAudio(long())).blocks()) {
      seconds += 1
      if (seconds % 100 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }
    expect(seconds).toBe(duration)
    expect(most, 'bytes of sound held').toBeLessThan(60 * 2 ** 20)
  })
})
