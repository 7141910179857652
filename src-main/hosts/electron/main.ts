import '../../../scripts/node-guard.mjs'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { toFailure } from '../../../src-shared/errors/failure.ts'
import { makeDataDir } from '../../core/data-dir.ts'
import { dataDirOf, withoutCoreDumps } from '../../core/platform/index.ts'
import { runApp } from './app.ts'
import { declareComputerSound } from './computer-sound.ts'
import { declareScheme } from './protocol.ts'

/** Where Electron begins. What must be said before it is ready stands here; app.ts does the rest. */
const fail = (thrown: unknown): void => {
  const { message, fix = '' } = toFailure(thrown).explanation
  dialog.showErrorBox('Sotto cannot start', `${message}\n${fix}`)
  app.exit(1)
}

try {
  withoutCoreDumps()
  const dataDir = dataDirOf(undefined, process.env)
  makeDataDir(dataDir)
  // One app a store; and what the browser engine itself writes stays in the store's own directory.
  const profile = join(dataDir, 'window')
  makeDataDir(profile) // Electron takes no folder that is not there
  app.setPath('userData', profile)
  app.enableSandbox()
  declareScheme()
  declareComputerSound()
  if (app.requestSingleInstanceLock()) {
    // Not awaited: Electron is ready only after this file has ended.
    runApp(dataDir, process.env, fail).catch(fail)
  } else {
    app.quit()
  }
} catch (thrown) {
  fail(thrown)
}
