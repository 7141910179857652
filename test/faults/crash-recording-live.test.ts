import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { filesBelow } from '../support/canaries.ts'
import { PASSPHRASE, run, runJson, workFolder } from '../support/cli.ts'

/**
 * kill -9 at random moments while a recording is made from a source that sends in real time: the recorder, the process that owns the
 * unlocked store beside it, while everything is locked, and while it stops. Then the store is opened, and what was recovered is no
 * more than a second short of what the source had sent at the kill; none of it is readable on disk.
 * `SOTTO_CRASH_TRIALS` (8), `SOTTO_CRASH_SEED`.
 */
const TRIALS = Number(process.env['SOTTO_CRASH_TRIALS'] ?? 8)
const SEED = Number(process.env['SOTTO_CRASH_SEED'] ?? Date.now() % 1_000_000)
const ENTRY = fileURLToPath(new URL('../../src-main/cli/sotto.ts', import.meta.url))
const WAYS = ['recorder', 'recorder, locked', 'owner', 'during Stop'] as const
const BLOCK = 320

/** Every piece of it differs from every other, so that a piece found on disk is found for certain. */
const sample = (at: number): number => ((Math.imul(at, 2_654_435_761) >>> 13) & 0xffff) - 32_768
const blockAt = (at: number): Buffer => Buffer.from(Int16Array.from({ length: BLOCK }, (_, index) => sample(at + index)).buffer)

describe(`kill -9 while recording, ${TRIALS} trials, seed ${SEED}`, () => {
  it(
    'loses no more than a second, and leaves nothing readable',
    async () => {
      const folder = workFolder()
      const { data, temp } = folder
      const options = { data, temp, env: { SOTTO_WHISPER_MODEL: '/nowhere.bin' } }
      const begin = (args: string[], passphrase: string | null): ChildProcess =>
        spawn(process.execPath, [ENTRY, ...args], {
          env: {
            PATH: process.env['PATH'] ?? '',
            SOTTO_DATA_DIR: data,
            TMPDIR: temp,
            ...options.env,
            ...(passphrase === null ? {} : { SOTTO_PASSPHRASE: passphrase }),
          },
          stdio: ['pipe', 'pipe', 'pipe'],
        })
      let state = SEED >>> 0
      const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
      const table = new Map<string, { trials: number; killed: number; worstLoss: number }>(WAYS.map((way) => [way, { trials: 0, killed: 0, worstLoss: 0 }]))
      try {
        expect((await run(['init'], options)).status).toBe(0)
        for (let trial = 0; trial < TRIALS; trial++) {
          const way = WAYS[trial % WAYS.length] ?? 'recorder'
          const row = table.get(way)
          const owner = way === 'owner' ? begin(['serve'], PASSPHRASE) : null
          if (owner?.stderr) await Promise.race([once(owner.stderr, 'data'), once(owner.stdout ?? owner.stderr, 'data')])
          const child = begin(['record', '--raw', '--record-only'], way === 'recorder, locked' ? null : PASSPHRASE)
          const ended = once(child, 'exit')
          child.stdin?.on('error', () => undefined)
          // The source begins when the recorder says so: before that, nobody has been told that it records.
          if (child.stderr) await once(child.stderr, 'data')
          const began = performance.now()
          const killAt = began + 300 + random() * 2_500
          let sent = 0
          while (performance.now() < killAt) {
            for (; sent / 16 < performance.now() - began; sent += BLOCK) child.stdin?.write(blockAt(sent))
            await sleep(5)
          }
          if (way === 'during Stop') {
            child.stdin?.end()
            await sleep(random() * 15)
          }
          if (owner !== null) {
            owner.kill('SIGKILL')
            await once(owner, 'exit')
            child.stdin?.end()
          } else child.kill('SIGKILL')
          await ended
          const killed = child.signalCode === 'SIGKILL' || owner?.signalCode === 'SIGKILL'
          const pieces = [0, 1_000, 5_000].filter((at) => at + 8 < sent).map((at) => blockAt(at).subarray(0, 16))
          for (const file of [data, temp].flatMap(filesBelow)) {
            const bytes = readFileSync(file)
            expect(pieces.some((piece) => bytes.includes(piece)), `trial ${trial}: sound in ${file}`).toBe(false)
          }
          const { document } = await runJson(['list'], options)
          const { notes } = document as { notes: { id: string; durationMs: number }[] } // the CLI's own stable shape
          expect(notes.length, `trial ${trial}: its note, and no other`).toBe(1)
          const recovered = (notes[0]?.durationMs ?? 0) * 16
          if (row === undefined) throw new Error('a way has a row')
          row.trials++
          if (killed) row.killed++
          row.worstLoss = Math.max(row.worstLoss, sent - recovered)
          expect(recovered, `trial ${trial}, ${way}: of ${sent} samples`).toBeGreaterThanOrEqual(sent - 16_000)
          expect((await run(['delete', notes[0]?.id ?? '', '--yes'], options)).status).toBe(0)
        }
      } finally {
        console.table(Object.fromEntries(table))
        folder.remove()
      }
    },
    TRIALS * 240_000 + 240_000,
  )
})
