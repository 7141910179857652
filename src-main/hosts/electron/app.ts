import { setTimeout } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { lockDirectory, type DirectoryLock } from '../../core/owner/index.ts'
import { ollamaHostOf } from '../../core/platform/index.ts'
import { createSupervisor } from '../supervisor/supervisor.ts'
import { startCoreProcess } from './core-process.ts'
import { setMenu } from './menu.ts'
import { denyNavigation } from './navigation.ts'
import { PAGE_DIR, PRELOAD, TRAY_ICON } from './places.ts'
import { givePorts } from './ports.ts'
import { watchPower } from './power.ts'
import { servePage } from './protocol.ts'
import { openSession } from './session.ts'
import { putIntoTray } from './tray.ts'
import { bringForward, loadInNewProcess, openWindow } from './window.ts'

/** A command may own the store just now; longer than this it is something that stays. */
const PATIENCE_MS = 5_000
const PAUSE_MS = 100

/**
 * The app from ready to quit. It owns the store's directory, keeps a core running, shows the window, and passes on what the
 * system tells; what any of it means is the core's business.
 * @param onFailed called when there is no core and will be none
 * @throws Failure STORE_IN_USE when another process owns the store and keeps it
 */
export async function runApp(dataDir: string, env: NodeJS.ProcessEnv, onFailed: (failure: Failure) => void): Promise<void> {
  denyNavigation()
  await app.whenReady()
  const directory = await own(dataDir)
  let window: BrowserWindow | null = null
  const supervisor = createSupervisor({
    settings: { dir: dataDir, version: app.getVersion(), ollamaHost: ollamaHostOf(env), speechModel: env['SOTTO_WHISPER_MODEL'] },
    start: () => startCoreProcess(env),
    // A page may have shown words a moment ago, and its process may still hold them.
    onReplaced: () => void (window !== null && loadInNewProcess(window)),
    onFailed,
  })

  const session = openSession((contents) => contents !== null && contents === window?.webContents)
  servePage(session, PAGE_DIR)
  givePorts(() => window, supervisor.give)

  const show = (): void => {
    if (window !== null) return bringForward(window)
    window = openWindow(session, PRELOAD)
    window.once('closed', () => (window = null))
  }
  const commands = { show, lock: () => void supervisor.lock(), quit: () => app.quit() }
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
    void supervisor.close().finally(() => {
      directory.release()
      app.exit(0)
    })
  })
  show()
}

async function own(dir: string): Promise<DirectoryLock> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; ; await setTimeout(PAUSE_MS)) {
    const lock = lockDirectory(dir)
    if (lock !== null) return lock
    if (performance.now() > giveUpAt) throw new Failure('STORE_IN_USE', {})
  }
}
