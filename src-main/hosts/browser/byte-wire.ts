import type { RawData, WebSocket } from 'ws'
import type { ByteWire } from '../../../src-shared/wire/byte-stream.ts'

/** A WebSocket of the server as a connection of the binary channel. */
export const wireOf = (socket: WebSocket): ByteWire => ({
  send: (message) => socket.send(message),
  close: () => socket.close(),
  onMessage: (listener) => socket.on('message', (data, isBinary) => listener(isBinary ? bytesOf(data) : bytesOf(data).toString('utf8'))),
  onClose: (listener) => socket.once('close', listener),
})

/** @param data `nodebuffer`, the default binary type, makes it a Buffer; the other shapes belong to other settings */
function bytesOf(data: RawData): Buffer<ArrayBuffer> {
  if (!Buffer.isBuffer(data)) throw new TypeError('a WebSocket of this server gives Buffers')
  // Of its own memory: a small frame is a view into the socket's pool, which the next read writes over.
  return Buffer.from(data)
}
