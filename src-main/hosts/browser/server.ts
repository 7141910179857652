import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { wireSerializers, type Caller } from '../../../src-shared/contract/base.ts'
import { refusalOf } from './admission.ts'
import { readAssets } from './assets.ts'
import { securityHeaders } from './headers.ts'
import { writeRedirectFile } from './redirect-file.ts'
import { createTokens } from './tokens.ts'

export interface BrowserHostOptions {
  readonly sotto: { readonly router: Router<AnyContractRouter, Caller> }
  /** The built page: a folder with index.html. */
  readonly assetsDir: string
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** How long a launch token is good for; tests shorten it. */
  readonly launchMs?: number
  /** Bytes of one message of the contract. */
  readonly maxMessageBytes?: number
}

export interface BrowserHost {
  /** Without a token it shows only how to come in. */
  readonly url: string
  /** Writes a file that leads a browser in, once and within a minute, and is gone after that. @returns its path */
  openFile(): string
  close(): Promise<void>
}

const ADDRESS = '127.0.0.1'
const RPC_PROTOCOL = 'sotto.rpc'
const SESSION_PREFIX = 'sotto.session.'
const MAX_TOKEN_BYTES = 256
/** A whole transcript and its base64; recordings travel on the binary channel. */
const MAX_MESSAGE_BYTES = 128 * 1024 * 1024

/**
 * The app served to a browser of this computer. Reachable on the loopback address alone, and only for the page that was
 * opened with a token of ours (docs/decisions/0015).
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { sotto, assetsDir, port = 0, launchMs, maxMessageBytes = MAX_MESSAGE_BYTES } = options
  const assets = readAssets(assetsDir)
  const tokens = createTokens(launchMs === undefined ? {} : { launchMs })
  const rpc = new RPCHandler(sotto.router, { customJsonSerializers: wireSerializers })
  const rpcSockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: () => RPC_PROTOCOL,
  })
  let authority = ''

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })
  server.on('upgrade', upgrade)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, type = 'text/plain; charset=utf-8', body: string | Buffer = ''): void => {
      response.writeHead(status, { ...securityHeaders(authority), 'content-type': type, 'content-length': Buffer.byteLength(body) })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    const refusal = refusalOf(request, authority, request.method !== 'GET' && request.method !== 'HEAD')
    if (refusal !== null) return reply(refusal)
    if (request.url === '/session') {
      if (request.method !== 'POST') return reply(405)
      const token = await readShort(request)
      if (token === null) return reply(413)
      const session = tokens.exchange(token)
      return session === null ? reply(401) : reply(200, 'text/plain; charset=utf-8', session)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return reply(405)
    const asset = assets.get(request.url ?? '')
    return asset === undefined ? reply(404) : reply(200, asset.type, asset.body)
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const refuse = (status: number): void => void socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    const refusal = refusalOf(request, authority, true)
    if (refusal !== null) return refuse(refusal)
    if (request.url !== '/rpc') return refuse(404)
    if (!tokens.isSession(sessionOf(request))) return refuse(401)
    rpcSockets.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
      webSocket.on('error', () => webSocket.terminate())
      void rpc.upgrade(webSocket, { context: { mayReadFiles: false } })
    })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: ADDRESS, port, exclusive: true }, resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server has an address and a port')
  authority = `${ADDRESS}:${bound.port}`
  const url = `http://${authority}/`
  return {
    url,
    openFile() {
      const token = tokens.launch(() => file.remove())
      const file = writeRedirectFile(`${url}#${token}`)
      return file.path
    },
    close: () =>
      new Promise((resolve) => {
        tokens.close()
        for (const socket of rpcSockets.clients) socket.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The session token among the subprotocols: the one place where a page may put a secret into a WebSocket's handshake. */
function sessionOf({ headers }: IncomingMessage): string {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
  return offered.find((protocol) => protocol.startsWith(SESSION_PREFIX))?.slice(SESSION_PREFIX.length) ?? ''
}

/** A body of a token's size. @returns null when it is longer */
async function readShort(request: IncomingMessage): Promise<string | null> {
  let text = ''
  for await (const piece of request.setEncoding('utf8')) {
    text += String(piece)
    if (text.length > MAX_TOKEN_BYTES) return null
  }
  return text
}
