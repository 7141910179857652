import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { CANARIES, canaryMeeting, filesBelow, findCanaries } from '../support/canaries.ts'
import { run, runJson, start, workFolder } from '../support/cli.ts'

/**
 * No plaintext on disk, ever: words planted in a meeting are looked for in every byte of the data and temporary directories
 * after every step of a full day, with the store open and closed.
 */
const folder = workFolder()
const { data, temp } = folder
afterAll(() => folder.remove())

it('finds its canaries where they are, or it would prove nothing', () => {
  writeFileSync(join(temp, 'planted.txt'), `x ${CANARIES[1] ?? ''} y`)
  writeFileSync(join(temp, 'planted-16.txt'), Buffer.from(CANARIES[3] ?? '', 'utf16le'))
  expect(findCanaries([temp], CANARIES)).toHaveLength(2)
  writeFileSync(join(temp, 'planted.txt'), '')
  writeFileSync(join(temp, 'planted-16.txt'), '')
})

it('leaves no word of a meeting readable, from import to deletion', async () => {
  const meeting = join(folder.dir, 'Zebulon Quackenbush.vtt')
  writeFileSync(meeting, canaryMeeting(60))
  const step = async (...args: string[]): Promise<unknown> => {
    const { status, document, stderr } = await runJson(args, { data, temp })
    expect(status, stderr).toBe(0)
    expect(findCanaries([data, temp], CANARIES), args[0]).toEqual([])
    return document
  }
  await step('init')
  const imported = await step('import', meeting, '--title', 'Kumquatlaunch with Zebulon', '--participants', 'Orla Thistlewood')
  const [{ id }] = z.object({ notes: z.tuple([z.object({ id: z.string() })]) }).parse(imported).notes
  await step('show', id, '--reveal')
  await step('search', 'Quackenbush', '--reveal')
  await step('edit', id, '--segment', '2', '--text', 'Zebulon Quackenbush will bring the vermilionbudget.')
  await step('edit', id, '--title', 'Thistlewood')
  await step('export', id, '--format', 'txt', '--reveal')
  await step('summarize', meeting)
  await step('audit', 'verify')
  expect(filesBelow(data).length).toBeGreaterThan(1)
  await step('delete', id, '--yes')
})

it('leaves none readable while the store is open either', async () => {
  const meeting = join(folder.dir, 'open.vtt')
  writeFileSync(meeting, canaryMeeting(60))
  const { child, ran } = start(['serve'], { data, temp })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  try {
    expect((await run(['import', meeting], { data, temp, passphrase: null })).status).toBe(0)
    expect(findCanaries([data, temp], CANARIES)).toEqual([])
  } finally {
    child.kill('SIGTERM')
  }
  expect((await ran).status).toBe(0)
})
