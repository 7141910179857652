import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modelBytes } from '../../fakes/download/models.ts'
import { stallsAfter, startDownloadServer, wellBehaved, type DownloadServer } from '../../fakes/download/server.ts'

const SCRIPT = fileURLToPath(new URL('../../fakes/download/pull-here.ts', import.meta.url))
const FILE = modelBytes(2_000_000)
/** What each process is given before it is killed: one byte, odd numbers, many writes. */
const KILLED_AFTER = [1, 70_001, 333_333, 4096, 500_000]

let server: DownloadServer
const dir = mkdtempSync(join(tmpdir(), 'sotto-models-'))
beforeAll(async () => {
  server = await startDownloadServer(FILE)
})
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Reports come at steps of a thousandth. */
const STEP = FILE.length / 1000

/** Pulls in a process of its own. @returns its exit status, or null when it was killed as soon as it said it had about `killAt` bytes */
function pull(killAt = Infinity): Promise<number | null> {
  const child = spawn(process.execPath, [SCRIPT, dir, server.origin, String(FILE.length)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const [step, bytes] = said.trimEnd().split('\n').at(-1)?.split(' ') ?? []
    if (step === 'downloading' && Number(bytes) > killAt - STEP) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.once('close', (status) => resolve(status)))
}

it('a pull killed again and again goes on where it was, and the file is whole in the end', { timeout: 30_000 }, async () => {
  const file = join(dir, 'ggml-base.bin')
  let have = 0
  for (const more of KILLED_AFTER) {
    server.play(stallsAfter(more), stallsAfter(0))
    const before = server.asked.length
    expect(await pull(have + more)).toBe(null)
    expect(server.asked[before]?.range).toBe(have === 0 ? undefined : `bytes=${have}-`)
    expect(existsSync(file)).toBe(false)
    const now = statSync(`${file}.part`).size
    expect(now).toBeGreaterThan(have)
    have = now
  }
  server.play(wellBehaved())
  expect(await pull()).toBe(0)
  expect(server.asked.at(-1)?.range).toBe(`bytes=${have}-`)
  expect(readFileSync(file).equals(FILE)).toBe(true)
  expect(readdirSync(dir).toSorted()).toEqual(['ggml-base.bin', 'ggml-base.bin.verified.json'])
})
