import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDirectory, ownerAddress } from '../../../src-main/core/owner/index.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sotto-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe("the data directory's lock", () => {
  it('has one holder at a time', () => {
    const lock = lockDirectory(dir)
    expect(lock).not.toBeNull()
    expect(lockDirectory(dir)).toBeNull()
    lock?.release()
    const next = lockDirectory(dir)
    expect(next).not.toBeNull()
    next?.release()
  })

  it('ends with the process that holds it, however that ends', async () => {
    const module = fileURLToPath(new URL('../../../src-main/core/owner/index.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { lockDirectory } from ${JSON.stringify(module)}; globalThis.held = lockDirectory(${JSON.stringify(dir)}); console.log('held'); setInterval(() => {}, 1000)`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    if (child.stdout === null) throw new Error('the child has a pipe')
    await once(child.stdout, 'data')
    expect(lockDirectory(dir)).toBeNull()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = lockDirectory(dir)
    expect(lock).not.toBeNull()
    lock?.release()
  })
})

describe("the owner's address", () => {
  it("is inside the data directory where a socket's path may be that long, and short elsewhere", () => {
    expect(ownerAddress('/home/a/notes', 'linux')).toBe('/home/a/notes/owner.sock')
    const long = ownerAddress(`/home/${'a'.repeat(120)}`, 'linux')
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(104)
    expect(long).not.toBe(ownerAddress(`/home/${'b'.repeat(120)}`, 'linux'))
    expect(ownerAddress('C:\\notes', 'win32')).toMatch(/^\\\\\.\\pipe\\sotto-[0-9a-f]{24}$/)
  })
})
