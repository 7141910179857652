import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import config from '../../../electron.vite.config.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** Bundles the page as electron-vite does, into a folder that goes with this process: two runs do not meet. @returns the folder */
export async function buildPage(): Promise<string> {
  if (typeof config !== 'object' || !('renderer' in config)) throw new Error('the configuration has a renderer')
  const { renderer } = config
  const outDir = mkdtempSync(join(tmpdir(), 'sotto-built-page-'))
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  await build({
    ...renderer,
    configFile: false,
    logLevel: 'error',
    root: root('src-renderer'),
    base: './',
    build: { ...renderer?.build, outDir, emptyOutDir: true, rolldownOptions: { input: [root('src-renderer/index.html'), root('src-renderer/capture.html')] } },
  })
  return outDir
}
