import '../../scripts/node-guard.mjs'
import { defineConfig } from 'vitest/config'

/** The long suites: `npm run test:crash`, `npm run test:fuzz`. */
export default defineConfig({
  test: { include: ['test/faults/**/*.test.ts'], pool: 'forks', testTimeout: 600_000, hookTimeout: 60_000 },
})
