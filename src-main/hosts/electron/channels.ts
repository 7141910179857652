import type { MessagePortMain } from 'electron'
import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { wireSerializers, type Caller } from '../../../src-shared/contract/base.ts'
import type { ByteWire } from '../../../src-shared/wire/byte-stream.ts'
import { receiveBytes, type TakeBytes } from '../../../src-shared/wire/receive-bytes.ts'
import type { Channel } from '../supervisor/messages.ts'

interface Served {
  readonly router: Router<AnyContractRouter, Caller>
  readonly takeFile: TakeBytes
}

export interface Channels {
  open(channel: Channel, port: MessagePortMain): void
  close(): void
}

/** The ports of a page: one for the contract and one for every file it hands over. */
export function createChannels({ router, takeFile }: Served): Channels {
  const handler = new RPCHandler(router, { customJsonSerializers: wireSerializers })
  const serve: Record<Channel, (port: MessagePortMain) => void> = {
    // A page hands files over; it does not name them.
    rpc: (port) => handler.upgrade(port, { context: { mayReadFiles: false } }),
    files: (port) => receiveBytes(wireOf(port), takeFile),
  }
  const opened = new Set<MessagePortMain>()
  return {
    open(channel, port) {
      opened.add(port)
      port.once('close', () => opened.delete(port))
      serve[channel](port)
      port.start()
    },
    close() {
      for (const port of opened) port.close()
    },
  }
}

/** A port as a connection of the binary channel; who takes it starts it. */
export const wireOf = (port: MessagePortMain): ByteWire => ({
  send: (message) => port.postMessage(message),
  close: () => port.close(),
  onMessage: (listener) => port.on('message', ({ data }: { readonly data: unknown }) => listener(read(data))),
  onClose: (listener) => port.once('close', listener),
})

function read(data: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return data
  if (data instanceof Uint8Array) return new Uint8Array(data)
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  throw new TypeError('the binary channel carries text and bytes')
}
