import { ipcMain, MessageChannelMain, type BrowserWindow, type IpcMainEvent, type MessagePortMain, type WebFrameMain } from 'electron'
import type { Channel } from '../supervisor/messages.ts'
import { ORIGIN } from './page.ts'

const CHANNELS = new Map<unknown, Channel>([
  ['sotto.rpc', 'rpc'],
  ['sotto.files', 'files'],
])

/**
 * Gives the page its ports, one for the contract and one for every file it hands over; their other ends go to the core. Only
 * the top frame of the app's own window gets one, and only while it shows the page; everybody else is not even answered.
 */
export function givePorts(current: () => BrowserWindow | null, give: (channel: Channel, port: MessagePortMain) => Promise<boolean>): void {
  ipcMain.on('sotto.port', (event, purpose: unknown) => {
    const frame = knownFrame(event, current())
    const channel = CHANNELS.get(purpose)
    if (frame === null || channel === undefined) return
    const { port1, port2 } = new MessageChannelMain()
    void give(channel, port1)
    frame.postMessage('sotto.port', purpose, [port2])
  })
}

function knownFrame({ sender, senderFrame }: IpcMainEvent, window: BrowserWindow | null): WebFrameMain | null {
  if (window === null || senderFrame === null || sender !== window.webContents) return null
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === ORIGIN ? senderFrame : null
}
