import { fileURLToPath } from 'node:url'
import { utilityProcess, type MessagePortMain } from 'electron'
import { withoutSecrets } from '../supervisor/environment.ts'
import { reportSchema } from '../supervisor/messages.ts'
import type { CoreProcess } from '../supervisor/supervisor.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const ENTRY = fileURLToPath(new URL(`./core.process.${extension}`, import.meta.url))

/** Starts a core as a process of Electron's, the kind that ports can be handed to. */
export function startCoreProcess(env: NodeJS.ProcessEnv): CoreProcess<MessagePortMain> {
  const child = utilityProcess.fork(ENTRY, [], {
    serviceName: 'Sotto core',
    stdio: env['SOTTO_DEBUG'] === '1' ? 'inherit' : 'ignore',
    env: withoutSecrets(env),
  })
  let isThere = true
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isThere = false
      resolve()
    })
  })
  return {
    order(order) {
      if (isThere) child.postMessage(order)
    },
    async hand(channel, port) {
      if (isThere) child.postMessage({ channel }, [port])
      return isThere
    },
    onReport: (listener) => void child.on('message', (message: unknown) => listener(reportSchema.parse(message))),
    ended,
    kill() {
      // Electron asks a process to end; this one has been asked.
      if (child.pid === undefined) child.kill()
      else if (isThere) process.kill(child.pid, 'SIGKILL')
    },
  }
}
