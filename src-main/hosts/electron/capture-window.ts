import { BrowserWindow, type Session, type WebContents } from 'electron'
import { CAPTURE_PAGE } from './page.ts'
import { shutIn } from './window.ts'

/** So often within {@link CRASH_SPAN_MS} a page that captures sound may die; after that the recorder says that it has closed. */
const MOST_CRASHES = 5
const CRASH_SPAN_MS = 30_000

export interface CaptureWindow {
  /** Opens it anew, whatever there was. @param channels 2: the computer's sound, too */
  open(channels: 1 | 2): void
  close(): void
  /** What captures now. */
  readonly contents: WebContents | null
}

/**
 * A window that nobody sees: its page captures the sound, so that no other page can be in the way of it. A page that dies is loaded
 * anew at once; the recorder sees by the clock what was missing.
 */
export function createCaptureWindow(session: Session, preload: string): CaptureWindow {
  let window: BrowserWindow | null = null
  const close = (): void => {
    window?.destroy()
    window = null
  }
  return {
    open(channels) {
      close()
      const opened = new BrowserWindow({
        show: false,
        skipTaskbar: true,
        title: 'Sotto, recording',
        webPreferences: { ...shutIn(session, preload), backgroundThrottling: false },
      })
      window = opened
      const { webContents } = opened
      let crashes: number[] = []
      webContents.on('render-process-gone', () => {
        const now = performance.now()
        crashes = [...crashes.filter((at) => now - at < CRASH_SPAN_MS), now]
        if (crashes.length < MOST_CRASHES) webContents.reload()
        else if (window === opened) close()
      })
      if (channels === 2) {
        // A page may ask for the computer's sound only within a click; nobody can click here, and the person has pressed Record.
        webContents.on('did-finish-load', () => void webContents.executeJavaScript("dispatchEvent(new Event('sotto:share'))", true).catch(() => undefined))
      }
      void opened.loadURL(CAPTURE_PAGE).catch(() => undefined) // it was closed meanwhile
    },
    close,
    get contents() {
      return window?.webContents ?? null
    },
  }
}
