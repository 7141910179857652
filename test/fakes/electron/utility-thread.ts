import { EventEmitter } from 'node:events'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { mainPort } from './main-port.ts'
import { strict } from './strict.ts'

/** The inside of a utility process: where it begins, its port to the main process stands in `process`. */
const { module } = workerData as { module: string } // the double starts this thread
const events = new EventEmitter()
const listen = (): void =>
  void parentPort?.on('message', ({ message, ports }: { message: unknown; ports: MessagePort[] }) => {
    events.emit('message', { data: message, ports: ports.map(mainPort) })
  })
Object.defineProperty(process, 'parentPort', {
  value: strict('parentPort', {
    on: (event: string, listener: (...args: unknown[]) => void) => {
      events.on(event, listener)
      // Messages wait for the first listener.
      if (event === 'message' && events.listenerCount('message') === 1) listen()
    },
    postMessage: (message: unknown) => parentPort?.postMessage(message),
  }),
})
// A thread may not change the mask of its process; a process may.
Object.defineProperty(process, 'umask', { value: () => 0o022 })
await import(module)
