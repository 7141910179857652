import { enableCompileCache } from 'node:module'
import { MessagePort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { systemIds } from '../platform/index.ts'
import { serveOnPort } from './serve-on-port.ts'

/** The text thread: parses, redacts and summarises, so that nothing blocks the main process and raw words never enter it. */
const { port } = z.object({ port: z.instanceof(MessagePort) }).parse(workerData)

// The recognisers' libraries are large; from the cache they load in half the time.
enableCompileCache()
const { serveText } = await import('../pipeline/serve-text.ts')
serveOnPort(() => serveText({ ids: systemIds(), now: () => performance.now() }), port)
