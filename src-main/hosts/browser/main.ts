import '../../../scripts/node-guard.mjs'
import { resolve } from 'node:path'
import { toFailure, type Failure } from '../../../src-shared/errors/failure.ts'
import { makeDataDir } from '../../core/data-dir.ts'
import { lockDirectory } from '../../core/owner/index.ts'
import { dataDirOf, ollamaHostOf, withoutCoreDumps } from '../../core/platform/index.ts'
import { createRecorderDesk } from '../supervisor/recorder/desk.ts'
import { showOutput } from '../supervisor/recorder/output-monitor.ts'
import { createSupervisor } from '../supervisor/supervisor.ts'
import { answerLaterStarts, askToReopen } from './again.ts'
import { startCoreProcess } from './core-process.ts'
import { openInBrowser } from './open-browser.ts'
import { startBrowserHost } from './server.ts'

/**
 * `npm start` where there is no Electron: owns the data directory and serves the app to this computer's browser until
 * Ctrl-C. The first argument is the folder of the built page. This process keeps the door; what is behind it is the core's,
 * a process of its own.
 */
const VERSION = '0.1.0'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  withoutCoreDumps()
  const assetsDir = resolve(process.argv[2] ?? '.')
  const dir = dataDirOf(undefined, process.env)
  makeDataDir(dir)
  const lock = lockDirectory(dir)
  if (lock === null) {
    if (await askToReopen(dir)) return say('Sotto is running already; it was asked for a new page.')
    say('Another process of Sotto has this store, such as "sotto serve" or the app. End it, then start again.')
    process.exitCode = 1
    return
  }
  const supervisor = createSupervisor({
    settings: { dir, version: VERSION, ollamaHost: ollamaHostOf(process.env), speechModel: process.env['SOTTO_WHISPER_MODEL'] },
    start: () => startCoreProcess(),
    onFailed(failure) {
      explain(failure)
      process.exit(failure.exitCode)
    },
  })
  // The page captures the sound itself, in a tab of its own.
  const recorder = createRecorderDesk({ dir, output: showOutput })
  const host = await startBrowserHost({ accept: (channel, upgrade) => supervisor.give(channel, upgrade), recorder, assetsDir })
  const open = async (): Promise<void> => {
    const file = host.openFile()
    if (await openInBrowser(file)) say('Sotto opens in your browser.')
    else say(`Open this file in a browser on this computer, within a minute:\n  ${file}`)
  }
  const later = await answerLaterStarts(dir, () => void open())
  const end = async (): Promise<void> => {
    process.stdin.destroy()
    await later.close()
    await recorder.close()
    await supervisor.close()
    await host.close()
    lock.release()
  }
  let isEnding = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) process.exit(130) // a second Ctrl-C does not wait
      isEnding = true
      void end()
    })
  }
  await open()
  say(`Serving on ${host.url} to this computer alone. Enter opens a new page, Ctrl-C ends Sotto.`)
  // Nothing to read, as under a service manager, is no reason to end.
  process.stdin.on('data', () => void open()).on('error', () => undefined)
}

function explain(failure: Failure): void {
  const { message, fix } = failure.explanation
  process.stderr.write(`${message}\n${fix === undefined ? '' : `${fix}\n`}`)
  if (failure.code === 'INTERNAL' && process.env['SOTTO_DEBUG'] === '1') console.error(failure.cause)
}

await main().catch((thrown: unknown) => {
  const failure = toFailure(thrown)
  explain(failure)
  process.exitCode = failure.exitCode
})
