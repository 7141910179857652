import './scripts/node-guard.mjs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Importing the real one in plain Node would fetch its binary.
  resolve: { alias: { electron: fileURLToPath(new URL('./test/fakes/electron/index.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    // Long suites of their own: `npm run test:crash`, `npm run test:fuzz`.
    exclude: ['test/faults/**', 'node_modules/**'],
    pool: 'forks',
    // All cores: vitest keeps one for watching, which halves a machine of two.
    maxWorkers: '100%',
    // Whole commands run as processes; on a machine that is busy with other things each takes seconds.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    reporters: ['default'],
  },
})
