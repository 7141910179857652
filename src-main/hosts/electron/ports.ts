import { ipcMain, MessageChannelMain, type IpcMainEvent, type MessagePortMain, type WebContents, type WebFrameMain } from 'electron'
import type { Channel } from '../supervisor/messages.ts'
import { ORIGIN } from './page.ts'

/** Who may ask for ports, and who takes their other ends. */
export interface Doors {
  /** The app's window; the core and the recorder behind it. */
  readonly window: () => WebContents | null
  readonly toCore: (channel: Channel, port: MessagePortMain) => void
  readonly toRecorder: (port: MessagePortMain) => void
  /** The window that captures sound, which may speak to nobody but the recorder. */
  readonly capture: () => WebContents | null
  readonly takeSound: (port: MessagePortMain) => void
}

/**
 * Gives a page its ports. Only the top frame of one of the app's own windows gets one, only while it shows a page of ours, and only
 * for what that window is there for; everybody else is not even answered.
 */
export function givePorts({ window, toCore, toRecorder, capture, takeSound }: Doors): void {
  const purposes = new Map<unknown, { readonly of: () => WebContents | null; readonly take: (port: MessagePortMain) => void }>([
    ['sotto.rpc', { of: window, take: (port) => toCore('rpc', port) }],
    ['sotto.files', { of: window, take: (port) => toCore('files', port) }],
    ['sotto.recorder', { of: window, take: toRecorder }],
    ['sotto.sound', { of: capture, take: takeSound }],
  ])
  ipcMain.on('sotto.port', (event, purpose: unknown) => {
    const known = purposes.get(purpose)
    if (known === undefined) return
    const frame = knownFrame(event, known.of())
    if (frame === null) return
    const { port1, port2 } = new MessageChannelMain()
    known.take(port1)
    frame.postMessage('sotto.port', purpose, [port2])
  })
}

function knownFrame({ sender, senderFrame }: IpcMainEvent, contents: WebContents | null): WebFrameMain | null {
  if (contents === null || senderFrame === null || sender !== contents) return null
  return senderFrame === contents.mainFrame && senderFrame.origin === ORIGIN ? senderFrame : null
}
