import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const PAGE = fileURLToPath(new URL('./page', import.meta.url))
const OUT = fileURLToPath(new URL('../../out/stories', import.meta.url))

/**
 * Bundles every `*.stories.tsx` into one page and returns its folder. Nothing is inlined: the policy the page is served under
 * takes fonts and scripts from its own address only.
 */
export async function buildStories(): Promise<string> {
  await build({
    root: PAGE,
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: 'esnext',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2_000,
    },
  })
  return OUT
}
