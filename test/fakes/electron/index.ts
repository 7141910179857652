import { statSync } from 'node:fs'
import { MessageChannel } from 'node:worker_threads'
import type * as Electron from 'electron'
import { control } from './control.ts'
import { mainPort } from './main-port.ts'
import { fromPartition } from './session.ts'
import { emitter, preventable, strict, type Known } from './strict.ts'

export { utilityProcess } from './utility-process.ts'
export { BrowserWindow } from './window.ts'

const beforeReady = (what: string): void => {
  if (control.isReady) throw new Error(`${what} comes too late once the app is ready.`)
}

export const app = strict('app', {
  name: 'Sotto',
  on: control.app.on,
  get isPackaged() {
    return control.isPackaged
  },
  getVersion: () => '0.1.0',
  enableSandbox: () => {
    beforeReady('The sandbox')
    control.isSandboxed = true
  },
  commandLine: strict('app.commandLine', {
    appendSwitch: (name: string, value?: string) => {
      beforeReady('A switch')
      control.switches.push(`${name}=${value ?? ''}`)
    },
  } satisfies Known<Electron.CommandLine>),
  setPath: (name: string, path: string) => {
    beforeReady('A path')
    if (!statSync(path).isDirectory()) throw new Error('A path must lead to a folder.')
    control.paths.set(name, path)
  },
  requestSingleInstanceLock: () => {
    if (!control.paths.has('userData')) throw new Error('The lock stands in the user data directory; say first where that is.')
    return control.isFirstInstance
  },
  whenReady: () => control.ready.promise,
  quit: () => {
    control.quits++
    const event = preventable({})
    control.app.emit('will-quit', event)
    if (!event.isPrevented()) control.exit.resolve(0)
  },
  exit: (code: number) => control.exit.resolve(code),
} satisfies Known<Electron.App>)

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: unknown[]) => {
    beforeReady('A scheme')
    control.schemes.push(...schemes)
  },
} satisfies Known<Electron.Protocol>)

export const session = strict('session', { fromPartition })
export const ipcMain = strict('ipcMain', { on: control.ipc.on } satisfies Known<Electron.IpcMain>)
/** All that the preload script may use of Electron. */
export const ipcRenderer = strict('ipcRenderer', {
  on: control.ipcPage.on,
  send: (channel: string, message: unknown) => void control.sent.push({ channel, message }),
} satisfies Known<Electron.IpcRenderer>)
export const powerMonitor = strict('powerMonitor', {
  on: control.power.on,
  isOnBatteryPower: () => control.supply.isOnBattery,
  getCurrentThermalState: () => control.supply.thermalState,
} satisfies Known<Electron.PowerMonitor>)
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start: (type: string) => {
    if (type !== 'prevent-app-suspension') throw new Error('The screen may go dark.')
    control.blockers.add(control.blockers.size + 1)
    return control.blockers.size
  },
  stop: (id: number) => control.blockers.delete(id),
} satisfies Known<Electron.PowerSaveBlocker>)
export const desktopCapturer = strict('desktopCapturer', {
  getSources: async () => [{ id: 'screen:0:0', name: 'Screen' }],
} satisfies Known<Electron.DesktopCapturer>)
export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => void control.errors.push(`${title}: ${content}`),
} satisfies Known<Electron.Dialog>)
export const shell = strict('shell', { openExternal: async (url: string) => void control.opened.push(url) } satisfies Known<Electron.Shell>)

export const Menu = strict('Menu', {
  buildFromTemplate: (template: unknown) => ({ template }),
  setApplicationMenu: (menu: { template: unknown }) => void control.menus.push(menu.template),
})

export const nativeImage = strict('nativeImage', {
  createFromPath: (path: string) => strict('image', { path, setTemplateImage: () => undefined }),
})

export const Tray = function (): object {
  const tray: { template: unknown; toolTip: string; isDestroyed: boolean } = { template: null, toolTip: '', isDestroyed: false }
  control.trays.push(tray)
  const there = (): void => {
    if (tray.isDestroyed) throw new Error('The tray is gone.')
  }
  return strict('tray', {
    setToolTip: (text: string) => {
      if (!['Sotto', 'Sotto, recording'].includes(text)) throw new Error('The tray says the name and whether it records, and nothing else.')
      tray.toolTip = text
    },
    setImage: there,
    setContextMenu: (menu: { template: unknown }) => void (tray.template = menu.template),
    on: () => undefined,
    destroy: () => void (tray.isDestroyed = true),
  } satisfies Known<Electron.Tray>)
}

class FakeNotification {
  static isSupported(): boolean {
    return true
  }
  readonly #body: string
  readonly #events = emitter('notification', ['click'])
  readonly on = this.#events.on
  constructor({ title, body, silent }: { title: string; body: string; silent: boolean }) {
    if (title !== 'Sotto' || !silent) throw new Error('A notification says the name, and makes no noise.')
    this.#body = body
  }
  show(): void {
    control.notifications.push({ body: this.#body, click: () => this.#events.emit('click') })
  }
  close(): void {
    // Nothing is shown for long in a test.
  }
}
export const Notification = FakeNotification

/** Sealing is turning round, which is enough to see that the right thing was sealed. */
const turned = (text: string): string => [...text].reverse().join('')

export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: async () => control.storage.isAvailable,
  getSelectedStorageBackend: () => control.storage.backend,
  encryptStringAsync: async (text: string) => Buffer.from(turned(text)),
  decryptStringAsync: async (sealed: Buffer) => ({ result: turned(sealed.toString()), shouldReEncrypt: false }),
} satisfies Known<Electron.SafeStorage>)

/** `port2` stays a port of Node: it is the one that a page gets. */
export const MessageChannelMain = function (): object {
  const { port1, port2 } = new MessageChannel()
  return { port1: mainPort(port1), port2 }
}
