import '../../scripts/node-guard.mjs'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** Some of what is looked at in a real browser; what has a later turn begins once the ones before are through. */
const part = (name: string, include: string[], turn: number, maxWorkers: number | '100%'): TestProjectInlineConfiguration => ({
  test: {
    name,
    include,
    pool: 'forks',
    maxWorkers,
    sequence: { groupOrder: turn },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
})

/** `npm run test:e2e`. Whole apps come one at a time, since what records and hears takes a core; pages and parts alone share them all. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [part('pages', ['test/e2e/{kit,pages}/**/*.e2e.ts'], 0, '100%'), part('app', ['test/e2e/app/**/*.e2e.ts'], 1, 1)],
  },
})
