import { expect, it } from 'vitest'
import { progressOf } from '../../../src-main/core/models/index.ts'

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

it('gives the newest report to a reader who was away, and the last one always', async () => {
  const seen: number[] = []
  const reports = progressOf<number>(async (report) => {
    for (const value of [1, 2, 3]) report(value)
    await tick()
    report(4)
  })
  for await (const value of reports) seen.push(value)
  expect(seen).toEqual([3, 4])
})

it('fails as the work fails, after what was reported', async () => {
  const seen: number[] = []
  const reading = (async () => {
    for await (const value of progressOf<number>(async (report) => {
      report(1)
      throw new Error('broken')
    })) seen.push(value)
  })()
  await expect(reading).rejects.toThrow('broken')
  expect(seen).toEqual([1])
})

it('ends the work of a reader who leaves, and waits for its end', async () => {
  let ended = false
  for await (const _ of progressOf<number>(async (report, signal) => {
    report(1)
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await tick()
    ended = true
  })) break
  expect(ended).toBe(true)
})

it('ends the work when the outer signal says so', async () => {
  const stop = new AbortController()
  const reading = (async () => {
    for await (const _ of progressOf<number>(async (report, signal) => {
      report(1)
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))))
    }, stop.signal)) stop.abort()
  })()
  await expect(reading).rejects.toThrow('stopped')
})
