import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { lockDirectory } from '../../src-main/core/owner/index.ts'
import { makePage } from '../support/browser-host.ts'
import { canaryMeeting } from '../support/canaries.ts'
import { run, runJson, start } from '../support/cli.ts'
import { startHost } from '../support/host-process.ts'
import { processTree } from '../support/process-memory.ts'

/** The browser host and its core, as the two processes that they are. */
const PASSPHRASE = 'four unrelated words'
const page = makePage()
let folder = ''
let host: Awaited<ReturnType<typeof startHost>>

const dataDir = (): string => join(folder, 'data')
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
/** The core's process, once it is the only one and another than the one before. */
async function core(before = 0): Promise<number> {
  for (;;) {
    const [pid, ...more] = processTree(host.pid).slice(1)
    if (pid !== undefined && pid !== before && more.length === 0) return pid
    await setTimeout(20)
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sotto-core-process-'))
})
afterEach(() => host.remove())
afterAll(() => {
  page.remove()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

describe.skipIf(process.platform !== 'linux')('the core', () => {
  it('ends at lock; commands wait for the next one and never come in between', async () => {
    host = await startHost(dataDir(), page.dir)
    const way = await host.enter()
    const { client, gone } = await way.connect()
    await client.system.init({ passphrase: PASSPHRASE })
    const first = await core()
    const cli = { data: dataDir(), passphrase: null }
    expect(await runJson(['list'], cli)).toMatchObject({ status: 0 })

    const command = run(['--json', 'list'], cli) // in the middle of it
    await client.system.lock({})
    expect(await gone).toBe('lost')
    expect([0, 3, 1]).toContain((await command).status)
    expect(lockDirectory(dataDir())).toBeNull()
    const second = await core(first)
    expect(alive(first)).toBe(false)
    expect(await runJson(['list'], cli)).toMatchObject({ status: 3, document: { error: { code: 'LOCKED' } } })

    const again = await way.connect()
    expect(await again.client.system.status({})).not.toHaveProperty('wasInterrupted')
    await again.client.system.lock({}) // nothing to forget
    expect(await core()).toBe(second)
    await expect(again.client.system.unlock({ passphrase: 'not the one' })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' })
    await again.client.system.lock({}) // what was typed in vain is forgotten, too
    await again.gone
    await core(second)
  })

  it('is started again when it crashes, locked, says so, and goes on with what was cut off', async () => {
    host = await startHost(dataDir(), page.dir)
    const way = await host.enter()
    const { client, gone } = await way.connect()
    await client.system.unlock({ passphrase: PASSPHRASE })
    const { noteId } = await client.notes.import({ file: new File([canaryMeeting(400)], 'a.vtt'), participants: [] })
    process.kill(await core(), 'SIGKILL')
    expect(await gone).toBe('lost')
    const again = await way.connect()
    expect(await again.client.system.status({})).toMatchObject({ state: 'locked', wasInterrupted: true })
    await again.client.system.unlock({ passphrase: PASSPHRASE })
    expect(await again.client.system.status({})).not.toHaveProperty('wasInterrupted')
    for await (const job of await again.client.jobs.watch({ noteId })) expect(job.state).not.toBe('failed')
    expect(await again.client.notes.show({ id: noteId })).toMatchObject({ state: 'ready' })
    expect(await host.end()).toBe(0)
  })

  it('ends when its host is killed, and lets the next owner in', async () => {
    host = await startHost(dataDir(), page.dir)
    const { client } = await (await host.enter()).connect()
    await client.system.unlock({ passphrase: PASSPHRASE })
    const orphan = await core()
    await host.remove()
    // It waits for the orphan, which is closing the store.
    expect((await run(['--json', 'list'], { data: dataDir(), passphrase: PASSPHRASE })).status).toBe(0)
    await expect.poll(() => alive(orphan)).toBe(false)
  })

  it('is the whole of "sotto serve", which ends when it is locked', async () => {
    host = await startHost(join(folder, 'other'), page.dir)
    const { child, ran } = start(['serve'], { data: dataDir(), passphrase: PASSPHRASE })
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    const { connectToOwner, ownerAddress } = await import('../../src-main/core/owner/index.ts')
    const owner = await connectToOwner(ownerAddress(dataDir()))
    await owner.client.system.lock({})
    owner.close()
    const { status, stderr } = await ran
    expect(status).toBe(0)
    expect(stderr).toContain('The store was locked, so this ends.')
  })
})
