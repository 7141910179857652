import { ipcMain, MessageChannelMain, type BrowserWindow, type IpcMainEvent, type MessagePortMain, type WebFrameMain } from 'electron'
import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { wireSerializers, type Caller } from '../../../src-shared/contract/base.ts'
import type { ByteWire } from '../../../src-shared/wire/byte-stream.ts'
import { receiveBytes, type TakeBytes } from '../../../src-shared/wire/receive-bytes.ts'
import { ORIGIN } from './page.ts'

interface Served {
  readonly router: Router<AnyContractRouter, Caller>
  readonly takeFile: TakeBytes
}

/**
 * Gives the page its ports, one for the contract and one for every file it hands over. Only the top frame of the app's
 * own window gets one, and only while it shows the page; everybody else is not even answered.
 */
export function givePorts(current: () => BrowserWindow | null, { router, takeFile }: Served): void {
  const handler = new RPCHandler(router, { customJsonSerializers: wireSerializers })
  const serve: Record<string, (port: MessagePortMain) => void> = {
    // A page hands files over; it does not name them.
    'sotto.rpc': (port) => handler.upgrade(port, { context: { mayReadFiles: false } }),
    'sotto.files': (port) => receiveBytes(wireOf(port), takeFile),
  }
  ipcMain.on('sotto.port', (event, purpose: unknown) => {
    const frame = knownFrame(event, current())
    const start = typeof purpose === 'string' && Object.hasOwn(serve, purpose) ? serve[purpose] : undefined
    if (frame === null || start === undefined) return
    const { port1, port2 } = new MessageChannelMain()
    start(port1)
    port1.start()
    frame.postMessage('sotto.port', purpose, [port2])
  })
}

function knownFrame({ sender, senderFrame }: IpcMainEvent, window: BrowserWindow | null): WebFrameMain | null {
  if (window === null || senderFrame === null || sender !== window.webContents) return null
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === ORIGIN ? senderFrame : null
}

const wireOf = (port: MessagePortMain): ByteWire => ({
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
