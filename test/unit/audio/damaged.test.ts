import { describe, expect, it } from 'vitest'
import { damage, outcome, randomFrom, readFixtures } from './mutations.ts'

const RUNS_PER_FILE = 25

describe('damaged recordings', () => {
  it('become sound or a clear Failure, never anything else', { timeout: 60_000 }, async () => {
    const seen = new Set<string>()
    for (const { name, bytes } of await readFixtures()) {
      for (let seed = 1; seed <= RUNS_PER_FILE; seed += 1) {
        const result = await outcome(damage(bytes, randomFrom(seed))).catch((error: unknown) => {
          throw new Error(`${name}, seed ${seed}`, { cause: error })
        })
        seen.add(result)
      }
    }
    expect([...seen].sort()).toEqual(['BAD_AUDIO', 'EMPTY_AUDIO', 'sound'])
  })

  it('keep no demuxer busy for ever', async () => {
    const files = new Map((await readFixtures()).map(({ name, bytes }) => [name, bytes]))
    // A Matroska segment in which every way on leads back, found by the fuzzer.
    expect(await outcome(damage(files.get('no-sound.webm') ?? new Uint8Array(0), randomFrom(4363)))).toBe('BAD_AUDIO')
    // A chunk that claims four thousand million packets.
    const film = Buffer.from(files.get('lossless.m4a') ?? [])
    film.writeUInt32BE(0xffffffff, film.indexOf('stsc') + 16)
    expect(await outcome(film)).toBe('BAD_AUDIO')
  })
})
