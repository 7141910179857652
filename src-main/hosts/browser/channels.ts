import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { wireSerializers, type Caller } from '../../../src-shared/contract/base.ts'
import { PIECE_BYTES } from '../../../src-shared/wire/byte-stream.ts'
import { receiveBytes, type TakeBytes } from '../../../src-shared/wire/receive-bytes.ts'
import type { Channel } from '../supervisor/messages.ts'
import type { Goodbye } from '../supervisor/run-core.ts'
import { wireOf } from './byte-wire.ts'

/** What a page may reach. */
export interface Served {
  readonly router: Router<AnyContractRouter, Caller>
  /** Takes in a file that the page hands over. */
  readonly takeFile: TakeBytes
  /** Bytes of one message of the contract. */
  readonly maxMessageBytes?: number
}

/** A whole transcript and its base64; recordings travel on the binary channel. */
const MAX_MESSAGE_BYTES = 128 * 1024 * 1024
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

export interface Channels {
  open(channel: Channel, upgrade: Upgrade): void
  /** Says goodbye on every connection and cuts off whoever does not answer. */
  close(goodbye: Goodbye): Promise<void>
}

/** The two WebSockets of a page: one for the contract, and one for the bytes of each file. */
export function createChannels({ router, takeFile, maxMessageBytes = MAX_MESSAGE_BYTES }: Served): Channels {
  const handler = new RPCHandler(router, { customJsonSerializers: wireSerializers })
  const channel = (maxPayload: number, serve: (socket: WebSocket) => void) => ({
    server: new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, handleProtocols: () => PROTOCOL }),
    serve,
  })
  const channels = {
    // A page hands files over; it does not name them.
    rpc: channel(maxMessageBytes, (socket) => void handler.upgrade(socket, { context: { mayReadFiles: false } })),
    files: channel(PIECE_BYTES, (socket) => receiveBytes(wireOf(socket), takeFile)),
  }
  const clients = (): WebSocket[] => [...channels.rpc.server.clients, ...channels.files.server.clients]
  return {
    open(name, { request, socket, head }) {
      const { server, serve } = channels[name]
      socket.on('error', () => socket.destroy())
      server.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('error', () => webSocket.terminate())
        serve(webSocket)
      })
    },
    async close(goodbye) {
      const limit = setTimeout(() => clients().forEach((socket) => socket.terminate()), GOODBYE_MS)
      await Promise.all(
        clients().map((socket) => {
          const closed = new Promise((resolve) => socket.once('close', resolve))
          socket.close(CLOSE_CODES[goodbye])
          return closed
        }),
      )
      clearTimeout(limit)
    },
  }
}
