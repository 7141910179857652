import '../../../scripts/node-guard.mjs'
import { takeFile } from '../../core/hand-over.ts'
import { runCore } from '../supervisor/run-core.ts'
import { createChannels, type Channels } from './channels.ts'
import { createArrivals } from './journey.ts'

/** Where the core of the browser host begins: a process that has everything, and ends when it is locked. */
let channels: Channels | null = null
const exit = (): never => process.exit(0)
// Without a callback, send() would throw where the supervisor has just gone.
const tell = (message: object): void => void process.send?.(message, undefined, undefined, () => undefined)
const core = runCore({
  report: tell,
  open({ ending, sotto }) {
    const opened = createChannels({ router: ending.router, takeFile: takeFile(sotto) })
    channels = opened
    return (goodbye) => opened.close(goodbye)
  },
  exit,
})
const takeArrival = createArrivals(tell, (channel, upgrade) => channels?.open(channel, upgrade))
process.on('message', (message, socket) => {
  if (!takeArrival(message, socket)) core.obey(message)
})
process.on('disconnect', () => core.endAlone())
// Ctrl-C reaches every process of a terminal; this one ends when it is told to.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
