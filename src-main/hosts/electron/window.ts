import { app, BrowserWindow, type Session, type WebContents, type WebPreferences } from 'electron'
import { PAGE } from './page.ts'

/** Two crashes within this time have the same cause. */
const CRASH_PAUSE_MS = 10_000

/** What keeps a page in its window. */
export const shutIn = (session: Session, preload: string): WebPreferences => ({
  session,
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
})

/** The app's window, not shown before it has something to show. */
export function openWindow(session: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1200,
    height: 800,
    minWidth: 360,
    minHeight: 480,
    show: false,
    title: 'Sotto',
    autoHideMenuBar: true,
    webPreferences: shutIn(session, preload),
  })
  // A title stands in task bars and window lists, which a lock does not clear.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  surviveCrashes(window)
  void window.loadURL(PAGE)
  return window
}

/** A page whose process died is loaded anew; one that dies again at once would go on for ever, so its window is closed. */
function surviveCrashes(window: BrowserWindow): void {
  let lastCrash = -Infinity
  const { webContents } = window
  webContents.on('render-process-gone', () => {
    if (replaced.delete(webContents)) return
    const now = performance.now()
    if (now - lastCrash < CRASH_PAUSE_MS) window.destroy()
    else webContents.reload()
    lastCrash = now
  })
}

/** Pages whose process was ended by us, and which are being loaded anew already. */
const replaced = new WeakSet<WebContents>()

/** Loads the page anew in a process of its own: what the old one had in its memory ends with it. */
export function loadInNewProcess({ webContents }: BrowserWindow): void {
  if (!webContents.isCrashed()) {
    replaced.add(webContents)
    webContents.forcefullyCrashRenderer()
  }
  webContents.reload()
}

/** Brings a window before the person, wherever it was. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
