import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
const FOLDER = join(ROOT, 'node_modules', 'electron')

/** Electron's own record of where its binary is; importing the package to ask for it would fetch one. */
function binary(): string | null {
  const record = join(FOLDER, 'path.txt')
  if (!existsSync(record)) return null
  const file = join(FOLDER, 'dist', readFileSync(record, 'utf8'))
  return existsSync(file) ? file : null
}

export const ELECTRON = binary()

/** Why the tests of the real binary cannot run here, or null. */
export function reasonNotToRun(): string | null {
  if (ELECTRON === null) return 'no Electron binary here (npx install-electron fetches it)'
  if (!existsSync(join(ROOT, 'out', 'src-main', 'hosts', 'electron', 'main.js'))) return 'the app is not built (npm run build)'
  if (!existsSync(join(ROOT, 'out', 'renderer', 'index.html'))) return 'the page is not built (npm run build)'
  if (process.platform === 'linux' && (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') === '') return 'no display (xvfb-run gives one)'
  return null
}
