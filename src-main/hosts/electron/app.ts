import { setTimeout } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { takeFile } from '../../core/hand-over.ts'
import { ownStore, type OwnedStore } from '../../core/own-store.ts'
import { ollamaHostOf } from '../../core/platform/index.ts'
import { setMenu } from './menu.ts'
import { denyNavigation } from './navigation.ts'
import { PAGE_DIR, PRELOAD, TRAY_ICON } from './places.ts'
import { givePorts } from './ports.ts'
import { watchPower } from './power.ts'
import { servePage } from './protocol.ts'
import { openSession } from './session.ts'
import { putIntoTray } from './tray.ts'
import { bringForward, openWindow } from './window.ts'

/** A command may own the store just now; longer than this it is something that stays. */
const PATIENCE_MS = 5_000
const PAUSE_MS = 100

/**
 * The app from ready to quit. It owns the store, shows the window, and passes on what the system tells; what any of it
 * means is the core's business.
 * @throws Failure STORE_IN_USE when another process owns the store and keeps it
 */
export async function runApp(dataDir: string, env: NodeJS.ProcessEnv): Promise<void> {
  denyNavigation()
  await app.whenReady()
  const owned = await own(dataDir, env)
  const { sotto } = owned
  let window: BrowserWindow | null = null

  const session = openSession((contents) => contents !== null && contents === window?.webContents)
  servePage(session, PAGE_DIR)
  givePorts(() => window, { router: sotto.router, takeFile: takeFile(sotto) })

  const show = (): void => {
    if (window !== null) return bringForward(window)
    window = openWindow(session, PRELOAD)
    window.once('closed', () => (window = null))
  }
  const lock = async (): Promise<void> => {
    await sotto.client.system.lock({})
    // A page may have shown words a moment ago; a new one remembers nothing.
    window?.webContents.reload()
  }
  const commands = { show, lock: () => void lock(), quit: () => app.quit() }
  setMenu(commands)
  const tray = putIntoTray(TRAY_ICON, commands)
  watchPower(commands.lock)

  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    tray.destroy()
    void owned.close().finally(() => app.exit(0))
  })
  show()
}

async function own(dir: string, env: NodeJS.ProcessEnv): Promise<OwnedStore> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; ; await setTimeout(PAUSE_MS)) {
    const owned = await ownStore({ dir, version: app.getVersion(), ollamaHost: ollamaHostOf(env), speechModel: env['SOTTO_WHISPER_MODEL'] })
    if (owned !== null) return owned
    if (performance.now() > giveUpAt) throw new Failure('STORE_IN_USE', {})
  }
}
