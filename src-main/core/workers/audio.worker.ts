import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

/** A thread that decodes one recording and is ended when it is done, cancelled or stuck: damaged files can keep a decoder busy for ever. */
enableCompileCache()
const { serveDecoding } = await import('../audio/serve-decoding.ts')
const { decodingSchema } = await import('../audio/sound-messages.ts')
if (parentPort !== null) await serveDecoding(parentPort, decodingSchema.parse(workerData))
