import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { CANARIES, canaryMeeting, findCanaries } from '../support/canaries.ts'
import { runJson, start, workFolder } from '../support/cli.ts'

/** kill -9 while a correction is made or taken back: it has happened whole, with all it does, or not at all. `SOTTO_CRASH_TRIALS` (20). */
const TRIALS = Number(process.env['SOTTO_CRASH_TRIALS'] ?? 20)

it(`is whole or nothing, ${TRIALS} trials`, async () => {
  const folder = workFolder()
  const { data, temp } = folder
  const file = join(folder.dir, 'meeting.vtt')
  writeFileSync(file, canaryMeeting(400))
  const sotto = async (...args: string[]): Promise<unknown> => {
    const { status, document, stderr } = await runJson(args, { data, temp })
    expect(status, stderr).toBe(0)
    return document
  }
  const ids = z.object({ corrections: z.array(z.object({ id: z.string() })) })
  try {
    await sotto('init')
    const [{ id }] = z.object({ notes: z.tuple([z.object({ id: z.string() })]) }).parse(await sotto('import', file)).notes
    const read = async (): Promise<string> => JSON.stringify([await sotto('show', id), await sotto('summary', 'versions', id)])
    const without = await read()
    const begun = performance.now()
    await sotto('hide', id, 'kumquatlaunch')
    const tookMs = performance.now() - begun
    const hidden = await read()
    expect(hidden).not.toContain('kumquatlaunch')
    const counts = { killed: 0, hidden: 0, shown: 0 }
    for (let trial = 0; trial < TRIALS; trial++) {
      const [standing] = ids.parse(await sotto('corrections')).corrections
      const args = standing === undefined ? ['hide', id, 'kumquatlaunch'] : ['undo-correction', standing.id]
      const { child, ran } = start(args, { data, temp })
      // Most of a command is its start; what is stored is stored near its end.
      const timer = setTimeout(() => child.kill('SIGKILL'), tookMs * (0.5 + (0.6 * trial) / TRIALS))
      const { status } = await ran
      clearTimeout(timer)
      if (status === null) counts.killed++
      expect(findCanaries([data, temp], CANARIES)).toEqual([])
      const isThere = ids.parse(await sotto('corrections')).corrections.length === 1
      expect(await read(), `trial ${trial}`).toBe(isThere ? hidden : without)
      counts[isThere ? 'hidden' : 'shown']++
    }
    expect(await sotto('audit', 'verify')).toMatchObject({ ok: true })
    console.info(counts)
    expect(counts.killed).toBeGreaterThan(0)
  } finally {
    folder.remove()
  }
})
