import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { CANARIES, canaryMeeting, findCanaries } from '../support/canaries.ts'
import { run, runJson, workFolder } from '../support/cli.ts'
import { SPEECH_MODEL } from '../support/sotto.ts'

/** A disk that is really full: a small file system of its own. Needs Linux and root to mount one; elsewhere it is skipped. */
const RECORDING = fileURLToPath(new URL('../fixtures/speech/meeting-launch.wav', import.meta.url))
const folder = workFolder()
const disk = join(folder.dir, 'disk')
const data = join(disk, 'store')
const isMounted = mount()
afterAll(() => {
  if (isMounted) execFileSync('umount', [disk])
  folder.remove()
})

function mount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    console.info('full disk: skipped, since no file system can be mounted here')
    return false
  }
}

describe.runIf(isMounted)('a full disk', () => {
  it('keeps what is stored, can be read, ends every command, and goes on once there is room', async () => {
    const [small, large] = [join(folder.dir, 'small.vtt'), join(folder.dir, 'large.vtt')]
    writeFileSync(small, canaryMeeting(8))
    writeFileSync(large, canaryMeeting(1_500))
    expect((await run(['init'], { data })).status).toBe(0)
    expect((await run(['import', small], { data })).status).toBe(0)

    const { status, document } = await runJson(['import', large], { data })
    expect({ status, document }).toMatchObject({ status: 1, document: { notes: [{ error: { code: 'DISK_FULL' } }] } })
    expect(findCanaries([disk], CANARIES)).toEqual([])
    const sound = await runJson(['import', RECORDING], { data, env: { SOTTO_WHISPER_MODEL: SPEECH_MODEL } })
    expect(sound).toMatchObject({ status: 1, document: { notes: [{ error: { code: 'DISK_FULL' } }] } })
    expect(existsSync(join(data, 'audio')) ? readdirSync(join(data, 'audio')) : []).toEqual([])
    const ballast = join(disk, 'ballast')
    fill(ballast)

    for (const command of [['list'], ['search', 'kumquatlaunch'], ['audit', 'verify']])
      expect((await run(command, { data })).status, command[0]).toBe(0)
    expect((await run(['doctor'], { data })).status).toBe(0)
    rmSync(ballast)
    execFileSync('mount', ['-o', 'remount,size=16m', disk])
    const { document: listed } = await runJson(['list'], { data })
    for (const { id } of notesIn(listed)) expect((await run(['retry', id], { data })).status).toBe(0)
    expect((await run(['import', large], { data })).status).toBe(0)
  }, 120_000)

  it('is freed by deleting notes, for which a little room was kept', async () => {
    const ballast = join(disk, 'ballast')
    execFileSync('mount', ['-o', 'remount,size=100m', disk])
    const before = notesIn((await runJson(['list'], { data })).document)
    fill(ballast, [65_536, 4_096, 512]) // not a block is left
    for (const { id } of before) expect((await run(['delete', id, '--yes'], { data })).status).toBe(0)
    expect(notesIn((await runJson(['list'], { data })).document)).toEqual([])
    expect(findCanaries([disk], CANARIES)).toEqual([])
    rmSync(ballast)
  }, 120_000)
})

interface Listed {
  id: string
  state: string
}
const notesIn = (document: unknown): Listed[] => (document as { notes: Listed[] }).notes // the CLI's own stable shape

/** Writes until nothing more fits. */
function fill(file: string, sizes = [65_536, 4_096]): void {
  for (const size of sizes) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // full, which is what was wanted
    }
  }
}
