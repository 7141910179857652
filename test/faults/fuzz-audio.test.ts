import { expect, it } from 'vitest'
import { damage, outcome, randomFrom, readFixtures } from '../unit/audio/mutations.ts'

const runs = Number(process.env['SOTTO_FUZZ_RUNS'] ?? 10_000)
const MOST_BYTES = 700 * 2 ** 20
const MOST_MS = 20_000

it(`${runs} damaged recordings become sound or a clear Failure, within memory and time`, { timeout: 3_600_000 }, async () => {
  const files = await readFixtures()
  const seen = new Map<string, number>()
  let slowest = 0
  for (let seed = 1; seed <= runs; seed += 1) {
    const { name, bytes } = files[seed % files.length] ?? { name: '', bytes: new Uint8Array(0) }
    const start = performance.now()
    const result = await outcome(damage(bytes, randomFrom(seed))).catch((error: unknown) => {
      throw new Error(`${name}, seed ${seed}`, { cause: error })
    })
    slowest = Math.max(slowest, performance.now() - start)
    expect(slowest, `${name}, seed ${seed}`).toBeLessThan(MOST_MS)
    expect(process.memoryUsage.rss(), `${name}, seed ${seed}`).toBeLessThan(MOST_BYTES)
    seen.set(result, (seen.get(result) ?? 0) + 1)
  }
  expect([...seen.keys()].sort()).toEqual(['BAD_AUDIO', 'EMPTY_AUDIO', 'sound'])
})
