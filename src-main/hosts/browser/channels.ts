import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import { wireSerializers, type Caller } from '../../../src-shared/contract/base.ts'
import { PIECE_BYTES } from '../../../src-shared/wire/byte-stream.ts'
import { receiveBytes, type TakeBytes } from '../../../src-shared/wire/receive-bytes.ts'
import type { Channel } from '../supervisor/messages.ts'
import type { Goodbye } from '../supervisor/run-core.ts'
import { wireOf } from './byte-wire.ts'
import { behindTheDoor, sayGoodbye, welcome, type Upgrade } from './sockets.ts'

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

export interface Channels {
  open(channel: Channel, upgrade: Upgrade): void
  /** Says goodbye on every connection and cuts off whoever does not answer. */
  close(goodbye: Goodbye): Promise<void>
}

/** The two WebSockets of a page: one for the contract, and one for the bytes of each file. */
export function createChannels({ router, takeFile, maxMessageBytes = MAX_MESSAGE_BYTES }: Served): Channels {
  const handler = new RPCHandler(router, { customJsonSerializers: wireSerializers })
  const channel = (maxPayload: number, serve: (socket: WebSocket) => void) => ({
    server: behindTheDoor(maxPayload),
    serve,
  })
  const channels = {
    // A page hands files over; it does not name them.
    rpc: channel(maxMessageBytes, (socket) => void handler.upgrade(socket, { context: { mayReadFiles: false } })),
    files: channel(PIECE_BYTES, (socket) => receiveBytes(wireOf(socket), takeFile)),
  }
  return {
    open(name, upgrade) {
      const { server, serve } = channels[name]
      welcome(server, upgrade, serve)
    },
    close: (goodbye) => sayGoodbye([channels.rpc.server, channels.files.server], goodbye),
  }
}
