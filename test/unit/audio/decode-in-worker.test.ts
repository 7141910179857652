import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { decodeInWorker, type AudioStream } from '../../../src-main/core/audio/index.ts'
import { failureOf, hear, inPieces, sine, wav } from './sounds.ts'

const fixture = (name: string): { path: string } => ({ path: join(import.meta.dirname, '../../fixtures/audio', name) })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotto-decode-'))
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => vi.useRealTimers())

async function all(stream: AudioStream): Promise<Int16Array[][]> {
  const blocks: Int16Array[][] = []
  for await (const block of stream.blocks()) blocks.push(block)
  return blocks
}

/** An hour of sound without its bytes: silence that is made as it is asked for. */
async function* anHour(pulled: { pieces: number }): AsyncGenerator<Uint8Array> {
  yield wav([new Float32Array(0)], { claimedBytes: 0xffffffff })
  for (let second = 0; second < 3600; second += 1) {
    pulled.pieces += 1
    yield new Uint8Array(32_000)
  }
}

/** Hours of two silent sides, cheap to make: opening it takes a while, since the sides are compared. */
async function hours(): Promise<{ path: string }> {
  const path = join(folder, 'hours.wav')
  const head = wav([new Float32Array(0), new Float32Array(0)], { rate: 96_000, claimedBytes: 0xfffffff0 })
  await writeFile(path, head)
  await truncate(path, head.length + 0xfffffff0)
  return { path }
}

describe('decoding in a thread of its own', () => {
  it.each(['two-speakers.m4a', 'mono.mp3', 'film.webm', 'mono.opus'])('hears %s as decoding here does, from a file and from a stream', async (name) => {
    const here = await hear(fixture(name))
    for (const source of [fixture(name), inPieces(await readFile(fixture(name).path))]) {
      const stream = await decodeInWorker(source)
      const { format, sourceRate, sourceChannels, durationMs, channels } = stream
      const blocks = await all(stream)
      expect({ format, sourceRate, sourceChannels, durationMs, channels }).toEqual({
        format: here.stream.format,
        sourceRate: here.stream.sourceRate,
        sourceChannels: here.stream.sourceChannels,
        durationMs: here.stream.durationMs,
        channels: here.stream.channels,
      })
      expect(here.channels).toEqual(here.channels.map((_, side) => Int16Array.from(blocks.flatMap((block) => [...(block[side] ?? [])]))))
      expect(stream.isTruncated()).toBe(false)
    }
  })

  it('fails as decoding here does', async () => {
    const locked = await failureOf(decodeInWorker(fixture('encrypted.mp4')))
    expect(locked).toMatchObject({ code: 'BAD_AUDIO', params: { format: 'MP4', reason: 'encrypted' }, exitCode: 2 })
    expect(await failureOf(decodeInWorker({ path: join(folder, 'none') }))).toMatchObject({ code: 'FILE_UNREADABLE', params: { reason: 'missing' } })
  })

  it('hands out all there is of a cut recording before it says so, or keeps it when asked to', async () => {
    const cut = wav([sine(440, 3, 16_000)]).subarray(0, 80_044)
    const stream = await decodeInWorker(inPieces(cut))
    let samples = 0
    const walk = async (): Promise<void> => {
      for await (const [block] of stream.blocks()) samples += block?.length ?? 0
    }
    expect(await failureOf(walk())).toMatchObject({ code: 'BAD_AUDIO', params: { reason: 'truncated' } })
    expect(samples).toBe(40_000)
    expect(stream.isTruncated()).toBe(true)
    const kept = await decodeInWorker(inPieces(cut), { keepTruncated: true })
    expect((await all(kept)).map(([block]) => block?.length)).toEqual([16_000, 16_000, 8000])
    expect(kept.isTruncated()).toBe(true)
  })

  it('does not decode far ahead of its reader', async () => {
    const pulled = { pieces: 0 }
    const stream = await decodeInWorker(anHour(pulled))
    let taken = 0
    for await (const _ of stream.blocks()) {
      taken += 1
      expect(pulled.pieces - taken, 'seconds read ahead').toBeLessThan(12)
      if (taken === 40) break
    }
  })

  it('ends when cancelled, while opening and between blocks', async () => {
    const early = new AbortController()
    const opening = decodeInWorker(await hours(), { signal: early.signal })
    setImmediate(() => early.abort())
    expect(await failureOf(opening)).toMatchObject({ code: 'CANCELLED' })

    const late = new AbortController()
    const stream = await decodeInWorker(anHour({ pieces: 0 }), { signal: late.signal })
    const walk = async (): Promise<void> => {
      for await (const _ of stream.blocks()) late.abort()
    }
    expect(await failureOf(walk())).toMatchObject({ code: 'CANCELLED' })
    expect(await failureOf(decodeInWorker(fixture('mono.mp3'), { signal: late.signal }))).toMatchObject({ code: 'CANCELLED' })
  })

  it('is given up when the decoder gets nowhere', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const opening = failureOf(decodeInWorker(await hours()))
    vi.advanceTimersByTime(60_000)
    expect(await opening).toMatchObject({ code: 'INPUT_TOOK_TOO_LONG', exitCode: 2 })
  })

  it('waits for a slow source as long as that takes, and is cancelled while it waits', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const asked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const arrived = Promise.withResolvers<void>()
    async function* slow(): AsyncGenerator<Uint8Array> {
      asked[0]?.resolve()
      await arrived.promise
      yield wav([sine(440, 1, 16_000)], { claimedBytes: 64_000 })
      asked[1]?.resolve()
      await new Promise(() => undefined)
    }
    const cancel = new AbortController()
    const opening = decodeInWorker(slow(), { signal: cancel.signal })
    await asked[0]?.promise
    vi.advanceTimersByTime(600_000)
    arrived.resolve()
    const walking = failureOf(opening.then(all))
    await asked[1]?.promise
    vi.advanceTimersByTime(600_000)
    cancel.abort()
    expect(await walking).toMatchObject({ code: 'CANCELLED' })
  })
})
