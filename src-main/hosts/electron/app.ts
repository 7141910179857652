import { setTimeout } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { lockDirectory, type DirectoryLock } from '../../core/owner/index.ts'
import { ollamaHostOf } from '../../core/platform/index.ts'
import { createRecorderDesk } from '../supervisor/recorder/desk.ts'
import { createSupervisor } from '../supervisor/supervisor.ts'
import { createCaptureWindow } from './capture-window.ts'
import { giveComputerSound } from './computer-sound.ts'
import { startCoreProcess } from './core-process.ts'
import { setMenu } from './menu.ts'
import { denyNavigation } from './navigation.ts'
import { PAGE_DIR, PRELOAD, TRAY_ICONS } from './places.ts'
import { givePorts } from './ports.ts'
import { watchPower, watchSupply } from './power.ts'
import { servePage } from './protocol.ts'
import { createRecorderPorts } from './recorder-ports.ts'
import { createOfferSign } from './offer.ts'
import { openSession } from './session.ts'
import { showRecording } from './show-recording.ts'
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
    onOffer: (kind) => sayOffer(kind),
    onFailed,
  })

  const session = openSession({
    isApp: (contents) => contents !== null && contents === window?.webContents,
    isCapture: (contents) => contents !== null && contents === capture.contents,
  })
  servePage(session, PAGE_DIR)
  const capture = createCaptureWindow(session, PRELOAD)
  giveComputerSound(session, (frame) => frame !== null && frame === capture.contents?.mainFrame)
  const recorder = createRecorderDesk({ dir: dataDir, capture })
  givePorts({
    window: () => window?.webContents ?? null,
    toCore: (channel, port) => void supervisor.give(channel, port),
    capture: () => capture.contents,
    ...createRecorderPorts(recorder),
  })

  const show = (): void => {
    if (window !== null) return bringForward(window)
    window = openWindow(session, PRELOAD)
    window.once('closed', () => (window = null))
    nameWindow()
  }
  const sayOffer = createOfferSign({ show, isSeen: () => window?.isFocused() === true })
  const commands = { show, lock: () => void supervisor.lock(), quit: () => app.quit(), stopRecording: () => void recorder.stop() }
  setMenu(commands)
  const tray = putIntoTray(TRAY_ICONS, commands)
  const nameWindow = showRecording(recorder, tray, () => window)
  watchSupply((power) => supervisor.tellPower(power))
  watchPower({ onAway: commands.lock, onSleep: () => recorder.slept() })

  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  const endApp = async (): Promise<void> => {
    try {
      // Sound first: it cannot be had again.
      await recorder.close()
    } finally {
      tray.destroy()
      await supervisor.close()
      directory.release()
    }
  }
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void endApp().finally(() => app.exit(0))
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
