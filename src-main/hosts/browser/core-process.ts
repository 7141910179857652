import { fork } from 'node:child_process'
import { withoutSecrets } from '../supervisor/environment.ts'
import { reportSchema } from '../supervisor/messages.ts'
import type { CoreProcess } from '../supervisor/supervisor.ts'
import type { Upgrade } from './sockets.ts'
import { createDepartures } from './journey.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const ENTRY = new URL(`./core.process.${extension}`, import.meta.url)

/** Starts a core as a child process of plain Node. It says nothing on the terminal unless a developer asks. */
export function startCoreProcess(env: NodeJS.ProcessEnv = process.env): CoreProcess<Upgrade> {
  const child = fork(ENTRY, [], {
    stdio: ['ignore', 'ignore', env['SOTTO_DEBUG'] === '1' ? 'inherit' : 'ignore', 'ipc'],
    execArgv: [],
    env: withoutSecrets(env),
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const departures = createDepartures(child, ended)
  return {
    order: (order) => void child.send(order, undefined, undefined, () => undefined),
    hand: (channel, upgrade) => departures.hand(channel, upgrade),
    onReport: (listener) =>
      void child.on('message', (message) => {
        if (!departures.onMessage(message)) listener(reportSchema.parse(message))
      }),
    ended,
    kill: () => void child.kill('SIGKILL'),
  }
}
