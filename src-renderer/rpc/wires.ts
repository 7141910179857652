import type { ByteWire } from '../../src-shared/wire/byte-stream.ts'

/** An open WebSocket of the page as a connection of the binary channel. */
export function socketWire(socket: WebSocket): ByteWire {
  socket.binaryType = 'arraybuffer'
  return {
    send: (message) => socket.send(message),
    close: () => socket.close(),
    onMessage: (listener) => socket.addEventListener('message', ({ data }) => listener(read(data))),
    onClose: (listener) => socket.addEventListener('close', () => listener(), { once: true }),
  }
}

/** What is needed of a MessagePort, so that tests can give one of Node's. */
export interface Port {
  postMessage(message: unknown): void
  start(): void
  close(): void
  addEventListener(type: 'message' | 'close', listener: (event: object) => void, options?: { once?: boolean }): void
}

/** A port of the page, likewise. Bytes are copied: what is transferred to Electron's main process is lost on the way. */
export const portWire = (port: Port): ByteWire => ({
  send: (message) => port.postMessage(message),
  close: () => port.close(),
  onMessage: (listener) => {
    port.addEventListener('message', (event) => listener(read('data' in event ? event.data : undefined)))
    port.start()
  },
  onClose: (listener) => port.addEventListener('close', () => listener(), { once: true }),
})

function read(data: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return data
  if (data instanceof Uint8Array && data.buffer instanceof ArrayBuffer) return new Uint8Array(data.buffer, data.byteOffset, data.length)
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  throw new TypeError('the binary channel carries text and bytes')
}
