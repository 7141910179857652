// `npm start`: the app on screen. Builds what is missing or older than its sources, then opens Electron, or serves the same
// page to the browser where Electron's binary is not and cannot be fetched. `npm start -- --browser` chooses the browser.
import './node-guard.mjs'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(root, 'out')
const bin = (...parts) => join(root, 'node_modules', ...parts)
const FETCH_LIMIT_MS = 10 * 60_000

const electron = process.argv.includes('--browser') ? null : findElectron()
build(electron !== null)
if (electron === null) {
  // In this process, so that Ctrl-C and a signal from elsewhere end it the same way.
  process.argv[2] = join(out, 'renderer')
  await import('../src-main/hosts/browser/main.ts')
} else {
  process.exitCode = await run(electron, [root])
}

/** The path of Electron's binary, fetched once where it is missing, or null. */
function findElectron() {
  const folder = bin('electron')
  if (!existsSync(folder)) return null // installed without development packages
  const { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } = process.env
  const binary = () => {
    const name = join(folder, 'path.txt')
    if (elsewhere === undefined && !existsSync(name)) return null
    const file = join(elsewhere ?? join(folder, 'dist'), existsSync(name) ? readFileSync(name, 'utf8') : 'electron')
    return existsSync(file) ? file : null
  }
  if (binary() === null) {
    console.log('Electron is not here yet; fetching it once (more than 100 MB, checked against its published hash) ...')
    spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT_MS })
  }
  const found = binary()
  if (found === null) console.log('Electron cannot be had on this computer, so Sotto is served to your browser instead.')
  return found
}

function build(forElectron) {
  const page = join(out, 'renderer', 'index.html')
  if (isOlder(page, ['src-renderer', 'src-shared', 'electron.vite.config.ts', 'package-lock.json', 'src-main/hosts/electron/preload.ts'])) {
    console.log('Building the page ...')
    const args = ['build', '--logLevel', 'warn', '--ignoreConfigWarning']
    execFileSync(process.execPath, [bin('electron-vite', 'bin', 'electron-vite.js'), ...args], { cwd: root, stdio: 'inherit' })
  }
  // The browser host runs from its sources; Electron wants JavaScript.
  if (forElectron && isOlder(join(out, 'src-main/hosts/electron/main.js'), ['src-main', 'src-shared', 'resources', 'tsconfig.build.json'])) {
    console.log('Building the app ...')
    execFileSync(process.execPath, [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
    execFileSync(process.execPath, ['-e', "fs.cpSync('resources','out/resources',{recursive:true})"], { cwd: root, stdio: 'inherit' })
  }
}

/** Whether a built file is missing or older than the newest of its sources. */
function isOlder(built, sources) {
  if (!existsSync(built)) return true
  const made = statSync(built).mtimeMs
  const newer = (path) => {
    const stat = statSync(path)
    if (!stat.isDirectory()) return stat.mtimeMs > made
    return readdirSync(path).some((name) => newer(join(path, name)))
  }
  return sources.some((name) => newer(join(root, name)))
}

/** Runs a program to its end. Ctrl-C reaches it by the terminal; what is sent to this process alone is handed on. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' })
    process.on('SIGINT', () => undefined)
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
