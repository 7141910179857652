import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { findCanaries } from '../support/canaries.ts'
import { runJson, start, workFolder } from '../support/cli.ts'

/** kill -9 of the process that owns the store as soon as a line of one's own was said to be saved. `SOTTO_CRASH_TRIALS` (4). */
const TRIALS = Number(process.env['SOTTO_CRASH_TRIALS'] ?? 4)

it(`keeps every line that was saved, ${TRIALS} trials`, async () => {
  const folder = workFolder()
  const { data, temp } = folder
  const file = join(folder.dir, 'meeting.txt')
  writeFileSync(file, 'Alice: We talk about the rent.\nBob: The rent is late.\n')
  const sotto = async (...args: string[]): Promise<unknown> => {
    const { status, document, stderr } = await runJson(args, { data, temp })
    expect(status, stderr).toBe(0)
    return document
  }
  const notes = z.object({ lines: z.array(z.object({ text: z.string() })) })
  try {
    await sotto('init')
    const [{ id }] = z.object({ notes: z.tuple([z.object({ id: z.string() })]) }).parse(await sotto('import', file)).notes
    const written: string[] = []
    for (let trial = 0; trial < TRIALS; trial++) {
      const owner = start(['serve'], { data, temp })
      // Whoever comes while it starts waits for it, or owns the store a moment itself: either way the line is saved when this returns.
      written.push(`line ${trial} of Zebulon Quackenbush`)
      await sotto('notes', id, '--add', written.at(-1) ?? '')
      owner.child.kill('SIGKILL')
      await owner.ran
      expect(findCanaries([data, temp], ['Zebulon', 'Quackenbush'])).toEqual([])
      expect(notes.parse(await sotto('notes', id, '--reveal')).lines.map(({ text }) => text)).toEqual(written)
    }
    expect(await sotto('audit', 'verify')).toMatchObject({ ok: true })
  } finally {
    folder.remove()
  }
})
