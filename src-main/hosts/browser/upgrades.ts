import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Channel } from '../supervisor/messages.ts'
import { refusalOf } from './admission.ts'
import type { Upgrade } from './channels.ts'
import type { Tokens } from './tokens.ts'

const CHANNELS = new Map<string, Channel>([
  ['/rpc', 'rpc'],
  ['/files', 'files'],
])
const SESSION_PREFIX = 'sotto.session.'

/** Takes a page's connection over. @returns false when there is nobody to serve it */
export type Accept = (channel: Channel, upgrade: Upgrade) => Promise<boolean>

/** Who gets a WebSocket. It is served elsewhere: here is only the door (docs/decisions/0019, 0022). */
export const createUpgrades =
  (accept: Accept, tokens: Tokens, authority: string) =>
  (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    const refuse = (status: number): void => void socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    const refusal = refusalOf(request, authority, true)
    if (refusal !== null) return refuse(refusal)
    const channel = CHANNELS.get(request.url ?? '')
    if (channel === undefined) return refuse(404)
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
    if (!tokens.isSession(sessionAmong(offered))) return refuse(401)
    // The session is the door's secret and stays here.
    request.headers['sec-websocket-protocol'] = offered.filter((protocol) => !protocol.startsWith(SESSION_PREFIX)).join(', ')
    accept(channel, { request, socket, head }).then(
      (isServed) => void (isServed || refuse(503)),
      () => socket.destroy(),
    )
  }

/** The session token among the subprotocols: the one place where a page may put a secret into a WebSocket's handshake. */
const sessionAmong = (offered: readonly string[]): string =>
  offered.find((protocol) => protocol.startsWith(SESSION_PREFIX))?.slice(SESSION_PREFIX.length) ?? ''
