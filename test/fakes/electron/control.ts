import { emitter } from './strict.ts'
import type { FakeSession } from './session.ts'
import type { FakeWindow } from './window.ts'

interface Done {
  readonly schemes: unknown[]
  readonly sessions: FakeSession[]
  readonly windows: FakeWindow[]
  readonly menus: unknown[]
  readonly trays: { readonly template: unknown; readonly toolTip: string; isDestroyed: boolean }[]
  readonly opened: string[]
  /** Every process that was started to be the core, in order. */
  readonly cores: { kill(): void }[]
  readonly errors: string[]
  readonly notifications: { readonly body: string; readonly click: () => void }[]
  /** Switches of the command line, as `name=value`. */
  readonly switches: string[]
  /** What keeps the computer awake now. */
  readonly blockers: Set<number>
  /** By the preload script. */
  readonly sent: { readonly channel: string; readonly message: unknown }[]
}

const done: Done = {
  schemes: [],
  sessions: [],
  windows: [],
  menus: [],
  trays: [],
  opened: [],
  cores: [],
  errors: [],
  notifications: [],
  switches: [],
  blockers: new Set(),
  sent: [],
}

/** Everything the host did, and what the test lets happen. One of it for every fresh load of the modules. */
export const control = {
  ...done,
  app: emitter('app', ['web-contents-created', 'second-instance', 'activate', 'window-all-closed', 'will-quit']),
  ipc: emitter('ipcMain', ['sotto.port']),
  /** The page's end of `ipc`, which the preload script holds. */
  ipcPage: emitter('ipcRenderer', ['sotto.port']),
  power: emitter('powerMonitor', ['lock-screen', 'suspend', 'resume', 'on-battery', 'on-ac', 'thermal-state-change']),
  supply: { isOnBattery: false, thermalState: 'nominal' as 'nominal' | 'serious' }, // the emitter's own names are wider
  ready: Promise.withResolvers<void>(),
  isReady: false,
  isFirstInstance: true,
  isPackaged: true,
  isSandboxed: false,
  exit: Promise.withResolvers<number>(),
  quits: 0,
  paths: new Map<string, string>(),
  storage: { isAvailable: true, backend: 'gnome_libsecret' },

  becomeReady(): void {
    control.isReady = true
    control.ready.resolve()
  },
}
