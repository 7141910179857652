import { EventEmitter } from 'node:events'
import { isAbsolute } from 'node:path'
import { Worker } from 'node:worker_threads'
import type * as Electron from 'electron'
import { control } from './control.ts'
import { portBehind } from './main-port.ts'
import { strict, type Known } from './strict.ts'

interface ForkOptions {
  readonly serviceName?: string
  readonly stdio?: string
  readonly env?: Record<string, string>
}

/** A process of Electron's is a thread here, since Node hands a port to nothing else; it ends as a process would. */
export const utilityProcess = strict('utilityProcess', {
  fork: (module: string, args: readonly string[], { serviceName, stdio, env }: ForkOptions) => {
    if (!control.isReady) throw new Error('A utility process can be started once the app is ready.')
    if (!isAbsolute(module) || args.length > 0) throw new Error('A core is given its place, and nothing to read in its arguments.')
    if (env === undefined || 'SOTTO_PASSPHRASE' in env) throw new Error('A core is told what it may know of the environment.')
    if (stdio !== 'ignore' || serviceName !== 'Sotto core') throw new Error('A core has a name, and prints nothing.')
    const events = new EventEmitter()
    const worker = new Worker(new URL('./utility-thread.ts', import.meta.url), { workerData: { module }, env, argv: [], execArgv: [] })
    worker.on('message', (message: unknown) => events.emit('message', message))
    worker.on('error', () => undefined) // "exit" follows
    worker.once('exit', (code) => events.emit('exit', code))
    const kill = (): boolean => {
      void worker.terminate()
      return true
    }
    control.cores.push({ kill })
    return strict('utility process', {
      pid: undefined,
      on: (event: string, listener: (...args: unknown[]) => void) => void events.on(event, listener),
      once: (event: string, listener: (...args: unknown[]) => void) => void events.once(event, listener),
      postMessage: (message: unknown, ports: object[] = []) => {
        const transferred = ports.map(portBehind)
        worker.postMessage({ message, ports: transferred }, transferred)
      },
      kill,
    } satisfies Known<Electron.UtilityProcess>)
  },
})
