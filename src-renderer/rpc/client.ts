import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { appContract } from '../../src-shared/contract/app.ts'
import { wireSerializers } from '../../src-shared/contract/base.ts'
import { withFailures } from '../../src-shared/contract/failing.ts'
import type { recorderContract } from '../../src-shared/contract/recorder.ts'
import { Failure } from '../../src-shared/errors/failure.ts'
import type { Port } from './wires.ts'

/** The app as a page sees it: every call of the contract, failing with `Failure` and nothing else. */
export type SottoClient = ContractRouterClient<typeof appContract>

/** The recorder, likewise; it answers while the store is locked, too. */
export type RecorderClient = ContractRouterClient<typeof recorderContract>

/**
 * How a connection ended. `ended`: the app says that it ends. `lost`: everything else; the core behind it was locked or crashed,
 * and as long as the app is there, another one follows.
 */
export type Parting = 'ended' | 'lost'

/** "Going away", in the words of RFC 6455. */
const GOING_AWAY = 1001

/** A way to somebody who serves a contract, and when it ended. */
export interface Link<Client = SottoClient> {
  readonly client: Client
  /** Resolves when the other side is gone; calls made after that fail with NOT_CONNECTED. */
  readonly gone: Promise<Parting>
}

type Clients = SottoClient | RecorderClient

/** Speaks the contract over a port; the caller has started it. */
export const overPort = <Client extends Clients = SottoClient>(port: Port): Link<Client> => {
  const gone = ended(port)
  return { client: createORPCClient(new PortLink({ port, ...options(gone) })), gone }
}

/** Speaks the contract over an open WebSocket. */
export const overSocket = <Client extends Clients = SottoClient>(websocket: WebSocket): Link<Client> => {
  const gone = ended(websocket)
  return { client: createORPCClient(new SocketLink({ websocket: patient(websocket), ...options(gone) })), gone }
}

/**
 * A socket that takes whatever is said after its end into nothing, as a port does: who called hears it from `gone`, and that a
 * stream is no longer wanted has no listener any more. oRPC would throw where nobody catches.
 */
const patient = (socket: WebSocket): Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'> => ({
  addEventListener: socket.addEventListener.bind(socket),
  removeEventListener: socket.removeEventListener.bind(socket),
  readyState: socket.readyState,
  send: (message: Parameters<WebSocket['send']>[0]) => {
    if (socket.readyState === socket.OPEN) socket.send(message)
  },
})

const ended = (end: Pick<Port, 'addEventListener'>): Promise<Parting> =>
  new Promise((resolve) =>
    end.addEventListener('close', (event) => resolve('code' in event && event.code === GOING_AWAY ? 'ended' : 'lost'), { once: true }),
  )

type LinkOptions = NonNullable<ConstructorParameters<typeof PortLink<Record<never, never>>>[0]>
type Interceptors = Pick<LinkOptions, 'interceptors' | 'customJsonSerializers'>

/** A call to an app that is gone would wait for ever, so each one also waits for the end of the connection. */
function options(gone: Promise<Parting>): Interceptors {
  // An answer that came with the goodbye is still being read.
  const read = gone.then(() => new Promise((resolve) => setTimeout(resolve)))
  const lost = read.then(() => Promise.reject(new Failure('NOT_CONNECTED', { reason: 'gone' })))
  lost.catch(() => undefined) // whoever calls hears of it
  return {
    customJsonSerializers: wireSerializers,
    interceptors: [
      ({ next }) => withFailures(() => Promise.race([next(), lost])),
    ],
  }
}

