import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Goodbye } from '../supervisor/run-core.ts'

const PROTOCOL = 'sotto'
/** Of RFC 6455 and its registry: "going away", "service restart". The page comes back after the second (src-renderer/rpc). */
const CLOSE_CODES: Readonly<Record<Goodbye, number>> = { ended: 1001, locked: 1012 }
/** How long a page may take to answer a goodbye. */
const GOODBYE_MS = 200

/** A page's request for a WebSocket that was let in, with its connection. */
export interface Upgrade {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
}

/** A server that has no port of its own: its connections come through the door. */
export const behindTheDoor = (maxPayload: number): WebSocketServer =>
  new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, handleProtocols: () => PROTOCOL })

/** Makes a connection that was let in the WebSocket it asked to be. */
export function welcome(server: WebSocketServer, { request, socket, head }: Upgrade, serve: (socket: WebSocket) => void): void {
  socket.on('error', () => socket.destroy())
  server.handleUpgrade(request, socket, head, (webSocket) => {
    webSocket.on('error', () => webSocket.terminate())
    serve(webSocket)
  })
}

/** Says goodbye to everybody and cuts off whoever does not answer. */
export async function sayGoodbye(servers: readonly WebSocketServer[], goodbye: Goodbye): Promise<void> {
  const clients = servers.flatMap((server) => [...server.clients])
  const limit = setTimeout(() => clients.forEach((socket) => socket.terminate()), GOODBYE_MS)
  await Promise.all(
    clients.map((socket) => {
      const closed = new Promise((resolve) => socket.once('close', resolve))
      socket.close(CLOSE_CODES[goodbye])
      return closed
    }),
  )
  clearTimeout(limit)
}
