import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Channel } from '../supervisor/messages.ts'
import { refusalOf } from './admission.ts'
import type { Upgrade } from './sockets.ts'
import type { RecorderChannel, RecorderChannels } from './recorder-channels.ts'
import type { Tokens } from './tokens.ts'

type Room = { readonly of: 'core'; readonly channel: Channel } | { readonly of: 'recorder'; readonly channel: RecorderChannel }

const ROOMS = new Map<string, Room>([
  ['/rpc', { of: 'core', channel: 'rpc' }],
  ['/files', { of: 'core', channel: 'files' }],
  ['/recorder', { of: 'recorder', channel: 'recorder' }],
  ['/sound', { of: 'recorder', channel: 'sound' }],
])
const SESSION_PREFIX = 'sotto.session.'

/** Takes a page's connection over for the core. @returns false when there is nobody to serve it */
export type Accept = (channel: Channel, upgrade: Upgrade) => Promise<boolean>

/** Who is behind the door: the core, which ends at lock, and the recorder, which does not. */
export interface Behind {
  readonly accept: Accept
  readonly recorder: Pick<RecorderChannels, 'open'>
}

/** Who gets a WebSocket. It is served elsewhere: here is only the door (docs/decisions/0019, 0022). */
export const createUpgrades =
  ({ accept, recorder }: Behind, tokens: Tokens, authority: string) =>
  (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    const refuse = (status: number): void => void socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    const refusal = refusalOf(request, authority, true)
    if (refusal !== null) return refuse(refusal)
    const room = ROOMS.get(request.url ?? '')
    if (room === undefined) return refuse(404)
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
    if (!tokens.isSession(sessionAmong(offered))) return refuse(401)
    // The session is the door's secret and stays here.
    request.headers['sec-websocket-protocol'] = offered.filter((protocol) => !protocol.startsWith(SESSION_PREFIX)).join(', ')
    if (room.of === 'recorder') return recorder.open(room.channel, { request, socket, head })
    accept(room.channel, { request, socket, head }).then(
      (isServed) => void (isServed || refuse(503)),
      () => socket.destroy(),
    )
  }

/** The session token among the subprotocols: the one place where a page may put a secret into a WebSocket's handshake. */
const sessionAmong = (offered: readonly string[]): string =>
  offered.find((protocol) => protocol.startsWith(SESSION_PREFIX))?.slice(SESSION_PREFIX.length) ?? ''
