import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { wireSerializers, type Caller } from '../../../src-shared/contract/base.ts'
import { PIECE_BYTES } from '../../../src-shared/wire/byte-stream.ts'
import { receiveBytes, type TakeBytes } from '../../../src-shared/wire/receive-bytes.ts'
import { refusalOf } from './admission.ts'
import { wireOf } from './byte-wire.ts'
import type { Tokens } from './tokens.ts'

/** What a page may reach. */
export interface Served {
  readonly router: Router<AnyContractRouter, Caller>
  /** Takes in a file that the page hands over. */
  readonly takeFile: TakeBytes
}

const PROTOCOL = 'sotto'
const SESSION_PREFIX = 'sotto.session.'

export interface Upgrades {
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Cuts every connection off. */
  close(): void
}

/** The two WebSockets of a page: `/rpc` for the contract, `/files` for the bytes of one file each. */
export function createUpgrades({ router, takeFile }: Served, tokens: Tokens, authority: string, maxMessageBytes: number): Upgrades {
  const handler = new RPCHandler(router, { customJsonSerializers: wireSerializers })
  const channel = (maxPayload: number, serve: (socket: WebSocket) => void) => ({
    server: new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, handleProtocols: () => PROTOCOL }),
    serve,
  })
  const channels = new Map([
    // A page hands files over; it does not name them.
    ['/rpc', channel(maxMessageBytes, (socket) => void handler.upgrade(socket, { context: { mayReadFiles: false } }))],
    ['/files', channel(PIECE_BYTES, (socket) => receiveBytes(wireOf(socket), takeFile))],
  ])
  return {
    onUpgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      const refuse = (status: number): void => void socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      const refusal = refusalOf(request, authority, true)
      if (refusal !== null) return refuse(refusal)
      const wanted = channels.get(request.url ?? '')
      if (wanted === undefined) return refuse(404)
      if (!tokens.isSession(sessionOf(request))) return refuse(401)
      wanted.server.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('error', () => webSocket.terminate())
        wanted.serve(webSocket)
      })
    },
    close() {
      for (const { server } of channels.values()) for (const socket of server.clients) socket.terminate()
    },
  }
}

/** The session token among the subprotocols: the one place where a page may put a secret into a WebSocket's handshake. */
function sessionOf({ headers }: IncomingMessage): string {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
  return offered.find((protocol) => protocol.startsWith(SESSION_PREFIX))?.slice(SESSION_PREFIX.length) ?? ''
}
