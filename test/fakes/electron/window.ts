import { isDeepStrictEqual } from 'node:util'
import type { BrowserWindow as RealWindow, WebContents, WebFrameMain, WebPreferences } from 'electron'
import { control } from './control.ts'
import { emitter, strict } from './strict.ts'

/** What keeps a page in its window. A setting more or less is an error: each has been thought about. */
const REQUIRED = {
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
  devTools: false,
} satisfies WebPreferences

interface Options {
  readonly show?: boolean
  readonly title?: string
  readonly webPreferences?: Record<string, unknown>
}

/** A frame of a page: what was posted to it, with the ports it was given. */
export function fakeFrame(origin: string) {
  const posted: { channel: string; message: unknown; ports: unknown[] }[] = []
  const postMessage = (channel: string, message: unknown, ports: unknown[] = []) => void posted.push({ channel, message, ports })
  return { posted, seen: strict('frame', { origin, postMessage } satisfies Partial<Record<keyof WebFrameMain, unknown>>) }
}

/** A window as the host sees it (the instance itself) and as the test holds it (`control.windows`). */
export class FakeWindow {
  readonly events = emitter('window', ['page-title-updated', 'ready-to-show', 'closed'])
  readonly contentEvents = emitter('webContents', ['will-frame-navigate', 'will-redirect', 'will-attach-webview', 'render-process-gone', 'did-finish-load'])
  readonly mainFrame = fakeFrame('app://sotto')
  readonly contents: object
  readonly calls: string[] = []
  readonly preload: unknown
  readonly isThrottled: boolean
  title: string
  onWindowOpen: ((details: { url: string }) => { action: string }) | null = null
  url = ''
  isMinimized = false
  isFocused = false

  constructor(options: Options) {
    const { session, preload, backgroundThrottling, ...rest } = options.webPreferences ?? {}
    this.isThrottled = backgroundThrottling !== false
    const expected = { ...REQUIRED, devTools: !control.isPackaged }
    if (!isDeepStrictEqual(rest, expected)) {
      throw new Error(`A window with other settings than the required ones: ${JSON.stringify(rest)}`)
    }
    this.title = options.title ?? ''
    if (options.show !== false) throw new Error('A window is shown when it has something to show.')
    const own = control.sessions.find(({ seen }) => seen === session)
    if (own === undefined) throw new Error('A window must be given the session of the app.')
    own.assertShut()
    this.preload = preload
    this.contents = strict('webContents', {
      mainFrame: this.mainFrame.seen,
      on: this.contentEvents.on,
      isCrashed: () => false,
      forcefullyCrashRenderer: () => {
        this.calls.push('end')
        this.contentEvents.emit('render-process-gone')
      },
      executeJavaScript: async (code: string, isWithGesture?: boolean) => void this.calls.push(isWithGesture === true ? `click ${code}` : code),
      reload: () => void this.calls.push('reload'),
      setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) => void (this.onWindowOpen = handler),
    } satisfies Partial<Record<keyof WebContents, unknown>>)
    control.app.emit('web-contents-created', {}, this.contents)
    control.windows.push(this)
  }
}

/** What `new BrowserWindow` gives. */
export const BrowserWindow = function (options: Options): object {
  const fake = new FakeWindow(options)
  const note = (call: string) => (): void => void fake.calls.push(call)
  return strict('window', {
    webContents: fake.contents,
    on: fake.events.on,
    once: fake.events.once,
    show: note('show'),
    focus: note('focus'),
    restore: note('restore'),
    destroy: note('destroy'),
    setTitle: (title: string) => void (fake.title = title),
    isFocused: () => fake.isFocused,
    isMinimized: () => fake.isMinimized,
    loadURL: async (url: string) => void (fake.url = url),
  } satisfies Partial<Record<keyof RealWindow, unknown>>)
}
