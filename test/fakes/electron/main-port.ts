import { EventEmitter } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import type * as Electron from 'electron'
import { strict, type Known } from './strict.ts'

const behind = new WeakMap<object, MessagePort>()

/** A port as the main process has it: a Node event emitter whose messages come wrapped, as over a process boundary. */
export function mainPort(port: MessagePort): object {
  const events = new EventEmitter()
  const seen = strict('port', {
    on: (event: string, listener: (...args: unknown[]) => void) => void events.on(event, listener),
    once: (event: string, listener: (...args: unknown[]) => void) => void events.once(event, listener),
    postMessage: (message: unknown) => port.postMessage(message),
    // Node starts a port with its first listener; Electron waits to be told.
    start: () => {
      port.on('message', (data: unknown) => events.emit('message', { data, ports: [] }))
      port.on('close', () => events.emit('close'))
    },
    close: () => port.close(),
  } satisfies Known<Electron.MessagePortMain>)
  behind.set(seen, port)
  return seen
}

/** What a port of the main process is when it goes to another process. */
export function portBehind(port: object): MessagePort {
  const found = behind.get(port)
  if (found === undefined) throw new Error('Only a port of the main process can be handed on.')
  return found
}
