import { connect } from 'node:net'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { appContract } from '../../../src-shared/contract/app.ts'
import { wireSerializers } from '../../../src-shared/contract/base.ts'
import { withFailures } from '../../../src-shared/contract/failing.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'

export interface OwnerConnection {
  readonly client: ContractRouterClient<typeof appContract>
  close(): void
}

const CONNECT_LIMIT_MS = 5_000

/**
 * Speaks to the process that owns a data directory.
 * @throws Failure STORE_IN_USE when it does not answer
 */
export async function connectToOwner(address: string): Promise<OwnerConnection> {
  const socket = new WebSocket('ws://owner/', {
    createConnection: () => connect(address),
    handshakeTimeout: CONNECT_LIMIT_MS,
    maxPayload: 1024 * 1024 * 1024,
    perMessageDeflate: false,
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', (cause) => reject(new Failure('STORE_IN_USE', {}, { cause })))
  })
  let isClosing = false
  const gone = new Promise<never>((_, reject) => {
    socket.once('close', () => {
      if (!isClosing) reject(new Failure('STORE_IN_USE', {}))
    })
  })
  gone.catch(() => undefined)
  const link = new RPCLink({
    websocket: socket as unknown as globalThis.WebSocket, // ws has the methods oRPC uses; only its event types are its own
    customJsonSerializers: wireSerializers,
    interceptors: [
      ({ next }) => withFailures(() => Promise.race([next(), gone])),
    ],
  })
  return {
    client: createORPCClient(link),
    close: () => {
      isClosing = true
      socket.close()
    },
  }
}
