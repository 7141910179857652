import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CANARIES, canaryMeeting, findCanaries } from '../support/canaries.ts'
import { run, runJson, start, workFolder } from '../support/cli.ts'

/**
 * kill -9 at random moments of an import or a deletion, then: nothing readable on disk, the store opens, and the work has
 * happened whole, not at all, or is taken up and finished. `SOTTO_CRASH_TRIALS` (100), `SOTTO_CRASH_SEED`.
 */
const TRIALS = Number(process.env['SOTTO_CRASH_TRIALS'] ?? 100)
const SEED = Number(process.env['SOTTO_CRASH_SEED'] ?? Date.now() % 1_000_000)

function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const words = canaryMeeting(400)
const next = random(SEED)

async function killAfter(args: readonly string[], options: { data: string; temp: string }, ms: number): Promise<boolean> {
  const { child, ran } = start(args, options)
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  const { status } = await ran
  clearTimeout(timer)
  return status === null
}

/** Takes up what was left: any command that opens the store does; `serve` would wait, so it is asked until all has ended. */
async function settle(data: string, temp: string): Promise<{ id: string; state: string; actions: number }[]> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const { status, document, stderr } = await runJson(['list'], { data, temp })
    expect(status, stderr).toBe(0)
    const { notes } = document as { notes: { id: string; state: string; actions: number }[] } // the CLI's own stable shape
    const waiting = notes.find(({ state }) => state === 'processing')
    if (waiting === undefined) return notes
    await run(['retry', waiting.id], { data, temp })
  }
  throw new Error('jobs were not taken up')
}

describe(`kill -9, ${TRIALS} trials, seed ${SEED}`, () => {
  it(
    'leaves no words on disk, opens again, and finishes or has not begun',
    async () => {
      const table = { import: { killed: 0, nothing: 0, whole: 0 }, delete: { killed: 0, still: 0, gone: 0 } }
      const folder = workFolder()
      const { data, temp } = folder
      const file = join(folder.dir, 'meeting.vtt')
      writeFileSync(file, words)
      try {
        expect((await run(['init'], { data, temp })).status).toBe(0)
        const started = performance.now()
        expect((await run(['import', file], { data, temp })).status).toBe(0)
        const importMs = performance.now() - started
        const [first] = await settle(data, temp)
        const begun = performance.now()
        expect((await run(['delete', first?.id ?? '', '--yes'], { data, temp })).status).toBe(0)
        const deleteMs = performance.now() - begun

        for (let trial = 0; trial < TRIALS; trial++) {
          const before = await settle(data, temp)
          if (before.length === 0 || trial % 2 === 0) {
            const wasKilled = await killAfter(['import', file], { data, temp }, next() * importMs * 1.05)
            if (wasKilled) table.import.killed++
            expect(findCanaries([data, temp], CANARIES), `trial ${trial}, after kill`).toEqual([])
            const after = await settle(data, temp)
            expect(
              after.every(({ state }) => state === 'ready'),
              `trial ${trial}`,
            ).toBe(true)
            if (after.length === before.length) table.import.nothing++
            else table.import.whole++
          } else {
            const [victim] = before
            const id = victim?.id ?? ''
            const wasKilled = await killAfter(['delete', id, '--yes'], { data, temp }, next() * deleteMs * 1.05)
            if (wasKilled) table.delete.killed++
            expect(findCanaries([data, temp], CANARIES), `trial ${trial}, after kill`).toEqual([])
            const after = await settle(data, temp)
            if (after.some((note) => note.id === id)) table.delete.still++
            else table.delete.gone++
            const shown = await run(['show', id], { data, temp })
            expect(shown.status, 'a note is whole or gone').toBe(after.some((note) => note.id === id) ? 0 : 2)
          }
          expect(findCanaries([data, temp], CANARIES), `trial ${trial}, settled`).toEqual([])
        }
        const { status, document } = await runJson(['audit', 'verify'], { data, temp })
        expect({ status, document }).toMatchObject({ status: 0, document: { ok: true } })
        console.table(table)
        expect(table.import.killed + table.delete.killed, 'the kills must have hit').toBeGreaterThan(TRIALS / 2)
      } finally {
        folder.remove()
      }
    },
    TRIALS * 20_000 + 60_000,
  )
})
