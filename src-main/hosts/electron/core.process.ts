import '../../../scripts/node-guard.mjs'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { takeFile } from '../../core/hand-over.ts'
import { runCore } from '../supervisor/run-core.ts'
import { createChannels, type Channels } from './channels.ts'

/** Where the core of the Electron host begins: a process that has everything, and ends when it is locked. */
const { parentPort } = process
const connectionSchema = z.object({ channel: z.enum(['rpc', 'files']) })

/** The last answer leaves this process through a thread of Electron's, which ends with it. */
const FLUSH_MS = 100

let channels: Channels | null = null
const core = runCore({
  report: (report) => parentPort.postMessage(report),
  open({ ending, sotto }) {
    const opened = createChannels({ router: ending.router, takeFile: takeFile(sotto) })
    channels = opened
    return async () => {
      await setTimeout(FLUSH_MS)
      opened.close()
    }
  },
  exit: () => process.exit(0),
})
parentPort.on('message', ({ data, ports: [port] }) => {
  const connection = connectionSchema.safeParse(data)
  if (!connection.success) return core.obey(data)
  if (port !== undefined) channels?.open(connection.data.channel, port)
})
