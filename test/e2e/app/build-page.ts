import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import config from '../../../electron.vite.config.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const OUT = root('test-results/page')

/** Bundles the page as electron-vite does, into a folder of its own so that nobody's build is overwritten. @returns the folder */
export async function buildPage(): Promise<string> {
  if (typeof config !== 'object' || !('renderer' in config)) throw new Error('the configuration has a renderer')
  const { renderer } = config
  await build({
    ...renderer,
    configFile: false,
    logLevel: 'error',
    root: root('src-renderer'),
    base: './',
    build: { ...renderer?.build, outDir: OUT, emptyOutDir: true, rolldownOptions: { input: root('src-renderer/index.html') } },
  })
  return OUT
}
