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
})
