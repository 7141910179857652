import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makePage } from '../support/browser-host.ts'
import { startHost } from '../support/host-process.ts'
import { processTree } from '../support/process-memory.ts'

/** Which mappings go into a dump, as a mask: 0 is none (core(5)). */
const filterOf = (pid: number): number => Number.parseInt(readFileSync(`/proc/${pid}/coredump_filter`, 'utf8'), 16)

it.skipIf(process.platform !== 'linux')('a crash of any process of the app leaves no memory on the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-dumps-'))
  const page = makePage()
  const host = await startHost(join(folder, 'data'), page.dir)
  try {
    await (await host.enter()).connect() // its core is there
    const filters = processTree(host.pid).map(filterOf)
    expect(filters.length).toBeGreaterThan(1)
    expect(filters.every((mask) => mask === 0)).toBe(true)
  } finally {
    await host.remove()
    page.remove()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
})
