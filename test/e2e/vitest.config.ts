import '../../scripts/node-guard.mjs'
import { defineConfig } from 'vitest/config'

/** What is looked at in a real browser: `npm run test:e2e`. One browser at a time, since each takes a core. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
})
