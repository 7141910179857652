import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { damage, outcome, randomFrom, readFixtures } from '../../unit/audio/mutations.ts'

/** A thread that decodes damaged recordings, seed after seed, and says before and after each where it is. Whoever waits too long ends it. */
const { from, to } = z.object({ from: z.number(), to: z.number() }).parse(workerData)
const files = await readFixtures()

for (let seed = from; seed <= to; seed += 1) {
  const { name, bytes } = files[seed % files.length] ?? { name: '', bytes: new Uint8Array(0) }
  parentPort?.postMessage({ seed, name })
  const result = await outcome(damage(bytes, randomFrom(seed))).catch((error: unknown) => `bug: ${String(error)}`)
  parentPort?.postMessage({ seed, name, result })
}
