import { MessagePort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { bytesSchema } from '../../../src-shared/contract/base.ts'
import { systemClock, systemIds } from '../platform/index.ts'
import { openDatabase, openForWriting, serveReads, serveWrites } from '../store/index.ts'
import { serveOnPort } from './serve-on-port.ts'

/** One of the two database threads: `mode` says whether it writes or reads. */
const { path, key, mode, port } = z
  .object({ path: z.string(), key: bytesSchema, mode: z.enum(['create', 'write', 'read']), port: z.instanceof(MessagePort) })
  .parse(workerData)

serveOnPort(() => {
  try {
    if (mode === 'read') return serveReads(openDatabase(path, key, mode))
    return serveWrites(openForWriting(path, key, mode), { clock: systemClock, ids: systemIds() })
  } finally {
    key.fill(0)
  }
}, port)
