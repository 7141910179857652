import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openerOf } from '../../../../src-main/hosts/browser/open-browser.ts'
import { makePage, tokenIn } from '../../../support/browser-host.ts'

/** The browser host as `npm start` runs it: a process with a terminal, on a computer without a screen. */
const MAIN = join(import.meta.dirname, '../../../../src-main/hosts/browser/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'sotto-start-'))
const page = makePage()
const running: Running[] = []

interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>
  readonly said: () => string
  readonly ended: Promise<number | null>
}

function start(dataDir = join(folder, 'data')): Running {
  const env = { PATH: process.env['PATH'], SOTTO_DATA_DIR: dataDir, SystemRoot: process.env['SystemRoot'] }
  const child = spawn(process.execPath, [MAIN, page.dir], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const one = { child, said: () => said, ended: new Promise<number | null>((resolve) => child.once('exit', resolve)) }
  running.push(one)
  return one
}

/** The redirect files it has named so far. */
const files = ({ said }: Running): string[] => said().match(/\S+sotto\.html/g) ?? []

// On a Mac or Windows these would open the tester's own browser.
describe.runIf(process.platform === 'linux')('npm start without Electron', () => {
  let first: Running

  beforeAll(async () => {
    first = start()
    await vi.waitFor(() => expect(first.said()).toContain('Ctrl-C ends Sotto'), 20_000)
  })
  afterAll(() => {
    for (const { child } of running) child.kill('SIGKILL')
    page.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says where to open it, and never shows the token', () => {
    const [file] = files(first)
    if (file === undefined) throw new Error('no file named')
    expect(first.said()).not.toContain(tokenIn(file))
  })

  it('gives a new way in on Enter, and to a second start', async () => {
    first.child.stdin.write('\n')
    await expect.poll(() => files(first)).toHaveLength(2)
    const second = start()
    expect(await second.ended).toBe(0)
    expect(second.said()).toContain('running already')
    await expect.poll(() => files(first)).toHaveLength(3)
    expect(new Set(files(first).map(tokenIn)).size).toBe(3)
  })

  it('ends with Ctrl-C and leaves no way in behind', async () => {
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(files(first).filter((file) => existsSync(file))).toEqual([])
    for (const name of ['owner.open', 'owner.sock']) expect(existsSync(join(folder, 'data', name))).toBe(false)
  })

  it('says in words what keeps it from starting', async () => {
    const broken = start(MAIN) // a file where a directory should be
    expect(await broken.ended).toBe(2)
    expect(broken.said()).toContain('The data directory is a file.')
  })
})

describe('what opens a file', () => {
  it("is the system's own opener, where there is a screen", () => {
    expect(openerOf('darwin', {})).toEqual(['open'])
    expect(openerOf('win32', {})?.[0]).toBe('rundll32')
    expect(openerOf('linux', { DISPLAY: ':0' })).toEqual(['xdg-open'])
    expect(openerOf('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open'])
    expect(openerOf('linux', { DISPLAY: '' })).toBeNull()
  })
})
