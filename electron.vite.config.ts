import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * The page and the script that stands between it and the main process. The main process itself is what tsc builds, file by
 * file (docs/decisions/0002): its workers and resources are found beside it, which a bundle would undo.
 */
export default defineConfig({
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload script can require nothing but electron, so everything else goes into its one file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src-main/hosts/electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'esnext',
      minify: true,
      // Inline data: addresses would need an exception in the page's content policy.
      assetsInlineLimit: 0,
      // The second page captures sound, and shows no note.
      rolldownOptions: { input: { index: 'src-renderer/index.html', capture: 'src-renderer/capture.html' } },
    },
  },
})
