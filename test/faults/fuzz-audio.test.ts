import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { z } from 'zod'

const runs = Number(process.env['SOTTO_FUZZ_RUNS'] ?? 10_000)
/** Far more than any of these files of a second takes, on a machine that does much else. */
const MOST_MS = 20_000
const MOST_BYTES = 700 * 2 ** 20

const stepSchema = z.object({ seed: z.number(), name: z.string(), result: z.string().optional() })

/** Decodes damaged copies in a thread that is killed over one that takes too long; that one counts as a hang. */
function fuzz(from: number, to: number, onStep: (result: string, place: string, ms: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fuzz/audio.fuzz.ts', import.meta.url), { workerData: { from, to }, stderr: true })
    worker.stderr.resume()
    let place = 'the start'
    let began = performance.now()
    const watch = (): NodeJS.Timeout =>
      setTimeout(() => {
        onStep('hang', place, MOST_MS)
        void worker.terminate()
      }, MOST_MS)
    let timer = watch()
    worker.on('message', (data: unknown) => {
      const { seed, name, result } = stepSchema.parse(data)
      clearTimeout(timer)
      timer = watch()
      place = `${name}, seed ${seed}`
      if (result === undefined) began = performance.now()
      else onStep(result, place, performance.now() - began)
    })
    worker.once('error', (error) => reject(new Error(`the thread died over ${place}`, { cause: error })))
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

it(`${runs} damaged recordings become sound or a clear Failure, within memory and time`, { timeout: 3_600_000 }, async () => {
  const seen = new Map<string, number>()
  const wrong: string[] = []
  let slowest = { ms: 0, place: '' }
  let mostBytes = 0
  let done = 0
  await fuzz(1, runs, (result, place, ms) => {
    done += 1
    seen.set(result, (seen.get(result) ?? 0) + 1)
    if (result === 'hang' || result.startsWith('bug')) wrong.push(`${place}: ${result}`)
    if (ms > slowest.ms) slowest = { ms, place }
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
  })
  const megabytes = Math.round(mostBytes / 2 ** 20)
  console.info(`${done} decoded: ${[...seen].map(([result, times]) => `${result} ${times}`).join(', ')}; most memory ${megabytes} MB;`,
    `slowest ${Math.round(slowest.ms)} ms (${slowest.place})`)
  expect(wrong).toEqual([])
  expect(done).toBe(runs)
  expect([...seen.keys()].sort()).toEqual(['BAD_AUDIO', 'EMPTY_AUDIO', 'sound'])
  expect(mostBytes).toBeLessThan(MOST_BYTES)
})
