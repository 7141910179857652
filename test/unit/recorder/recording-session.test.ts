import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { recordingIdSchema } from '../../../src-shared/domain/ids.ts'
import { keyPairFromSeed, openSealed } from '../../../src-main/core/keys/index.ts'
import { systemIds } from '../../../src-main/core/platform/index.ts'
import { adoptRecordings, type FoundRecording } from '../../../src-main/core/recorder/adopt.ts'
import { readPart } from '../../../src-main/core/recorder/part-file.ts'
import { createRecordings } from '../../../src-main/core/recorder/recordings.ts'
import { beginRecording, type RecordingSession } from '../../../src-main/core/recorder/recording-session.ts'

const dir = mkdtempSync(join(tmpdir(), 'sotto-recording-'))
afterAll(() => rmSync(dir, { recursive: true }))
const { publicKey, privateKey } = keyPairFromSeed(Buffer.alloc(32, 3))
const openSeal = (sealed: Uint8Array): Uint8Array => openSealed(publicKey, privateKey, sealed)
const ids = systemIds()
const lock = () => ({ release: () => undefined })
const clock = { ms: 1_000_000 }

const begin = (channels: 1 | 2 = 2): Promise<RecordingSession> =>
  beginRecording({ dir, recordingPublicKey: publicKey, lock, id: recordingIdSchema.parse(ids.next()), channels, title: 'Kumquat launch', now: () => clock.ms })

const noise = (from: number, samples: number): Int16Array[] =>
  [0, 1].map((channel) => Int16Array.from({ length: samples }, (_, at) => (((from + at) * 31 + channel * 7919) % 65_536) - 32_768))

interface Adopted extends FoundRecording {
  readonly sound: number[][]
}

async function adopted(known = new Set<string>()): Promise<Adopted[]> {
  const found: Adopted[] = []
  await adoptRecordings({
    dir,
    lock,
    known,
    openSeal,
    keep: async (recording) => {
      const sound: number[][] = Array.from({ length: recording.channels }, () => [])
      const place = { recordingId: recording.id, part: 1, channels: recording.channels, firstSample: 0 }
      for await (const block of readPart(partOf(recording.id), place, recording.key, { end: recording.part })) {
        block.forEach((samples, channel) => sound[channel]?.push(...samples))
      }
      found.push({ ...recording, sound })
    },
  })
  return found
}

const partOf = (id: string): string => join(dir, 'audio', id, '0001.part')
const CHUNK = 4 + 40 + 4_000 * 2 * 2

describe('a recording', () => {
  it('gives back every sample it was given, in whatever pieces, and destroys its sealed key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 8 }), async (lengths) => {
        const session = await begin()
        let at = 0
        for (const length of lengths) {
          await session.push({ firstSample: at, channels: noise(at, length) })
          at += length
        }
        await session.stop()
        const [found] = await adopted()
        expect(found).toMatchObject({ id: session.id, ending: 'stopped', title: 'Kumquat launch', startedAt: clock.ms })
        expect(found?.sound).toEqual(noise(0, at).map((samples) => [...samples]))
        expect(readdirSync(join(dir, 'audio', session.id))).not.toContain('key.sealed')
      }),
      { numRuns: 12 },
    )
    expect(await adopted()).toEqual([])
  })

  it('that was never stopped is taken up with every whole chunk, its torn tail cut', async () => {
    const session = await begin()
    await session.push({ firstSample: 0, channels: noise(0, 10_000) })
    await session.mark()
    appendFileSync(partOf(session.id), Buffer.alloc(500, 9))
    const [found] = await adopted()
    expect(found).toMatchObject({ ending: 'cut-off', part: { chunks: 2, samples: 8_000 } })
    expect(found?.sound).toEqual(noise(0, 8_000).map((samples) => [...samples]))
    await session.stop()
  })

  it('that is shorter than its journal says, or has a foreign, exchanged or changed chunk, is called tampered', async () => {
    const other = await begin()
    await other.push({ firstSample: 0, channels: noise(77, 16_000) })
    await other.stop()
    const foreign = readFileSync(partOf(other.id))
    await adopted()
    const damage: ((path: string) => void)[] = [
      (path) => truncateSync(path, 16 + 2 * CHUNK),
      (path) => truncateSync(path, 16 + 3 * CHUNK - 1),
      (path) => rewrite(path, (bytes) => foreign.copy(bytes, 16 + CHUNK, 16 + CHUNK, 16 + 2 * CHUNK)),
      (path) => rewrite(path, (bytes) => Buffer.from(bytes).copy(bytes, 16, 16 + CHUNK, 16 + 2 * CHUNK)),
      (path) => rewrite(path, (bytes) => void bytes.writeUInt8(bytes.readUInt8(16 + CHUNK + 300) ^ 1, 16 + CHUNK + 300)),
    ]
    for (const harm of damage) {
      const session = await begin()
      await session.push({ firstSample: 0, channels: noise(0, 16_000) })
      await session.stop()
      harm(partOf(session.id))
      const [found] = await adopted()
      expect(found?.ending).toBe('tampered')
      expect(found?.sound[0]).toEqual([...(noise(0, 16_000)[0]?.subarray(0, found?.part.samples) ?? [])])
    }
  })

  it('keeps its length: what is missing is silence, what came twice is taken once, a muted side is silent', async () => {
    const session = await begin()
    await session.push({ firstSample: 0, channels: noise(0, 1_000) })
    await session.push({ firstSample: 500, channels: noise(500, 1_000) })
    await session.push({ firstSample: 2_000, channels: noise(2_000, 500) })
    session.mute(0, true)
    await session.push({ firstSample: 2_500, channels: noise(2_500, 500) })
    await session.stop()
    const [found] = await adopted()
    const [me = [], others = []] = found?.sound ?? []
    expect(others).toEqual([...side(0, 1_500), ...Array.from({ length: 500 }, () => 0), ...side(2_000, 1_000)])
    expect(me.slice(2_500)).toEqual(Array.from({ length: 500 }, () => 0))
  })

  it('has nothing of its sound or its title in the clear, and is not swept before a note has it', async () => {
    const session = await begin()
    await session.push({ firstSample: 0, channels: noise(0, 9_000) })
    await session.stop()
    for (const name of readdirSync(join(dir, 'audio', session.id))) {
      const bytes = readFileSync(join(dir, 'audio', session.id, name))
      expect(bytes.includes('Kumquat')).toBe(false)
      expect(bytes.includes(Buffer.from(new Int16Array(noise(400, 8)[0] ?? []).buffer))).toBe(false)
    }
    const recordings = createRecordings({ dir, audioKey: () => Buffer.alloc(32, 5) })
    recordings.sweep(new Set())
    expect((await adopted()).map(({ id }) => id)).toEqual([session.id])
    recordings.sweep(new Set())
    expect(readdirSync(join(dir, 'audio'))).not.toContain(session.id)
  })
})

const side = (from: number, samples: number): number[] => [...(noise(from, samples)[1] ?? [])]

function rewrite(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  change(bytes)
  writeFileSync(path, bytes)
}
