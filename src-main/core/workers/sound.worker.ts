import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

/** A thread that makes one part of a recording smaller, says how that went, and is ended. */
enableCompileCache()
const { shrinkHere, shrinkingSchema } = await import('../recorder/shrink.ts')
parentPort?.postMessage(await shrinkHere(shrinkingSchema.parse(workerData)))
