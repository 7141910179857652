import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findCanaries } from '../support/canaries.ts'
import { PASSPHRASE, runJson, workFolder } from '../support/cli.ts'
import { decryptedPages } from '../support/decrypted.ts'

/** Corrections as a person types them, and what is left of a hidden word once the cipher is taken off the database. */
const folder = workFolder()
const { data, temp } = folder
afterAll(() => folder.remove())

const LINES = [
  ['Orla Thistlewood', 'We decided to start Kumquatlaunch in the second week of March.'],
  ['Zebulon Quackenbush', 'I will send the kumquatlaunch budget to Orla by Friday.'],
  ['Orla Thistlewood', 'Good. Vermilion Holdings pays for Kumquatlaunch, and Zebulon calls them tomorrow.'],
] as const

const meeting = join(folder.dir, 'meeting.vtt')
writeFileSync(
  meeting,
  `WEBVTT\n\n${LINES.map(([speaker, words], at) => `00:00:0${at * 3}.000 --> 00:00:0${at * 3 + 2}.000\n<v ${speaker}>${words}</v>\n`).join('\n')}`,
)

const sotto = async (...args: string[]): Promise<unknown> => {
  const { status, document, stderr } = await runJson(args, { data, temp })
  expect(status, stderr).toBe(0)
  return document
}
const madeSchema = z.object({ correction: z.string(), notes: z.number(), changed: z.number() })
const isAnywhere = async (word: string): Promise<boolean> => (await decryptedPages(data, PASSPHRASE)).toString('latin1').toLowerCase().includes(word)

// A dozen commands, each a process: on a busy machine they take minutes together.
describe('sotto hide, never-hide, merge, corrections and undo-correction', { timeout: 300_000 }, () => {
  it('leave no byte of a hidden word in the database, and take it back to the letter', async () => {
    await sotto('init')
    const imported = await sotto('import', meeting, '--title', 'Kumquatlaunch')
    const [{ id }] = z.object({ notes: z.tuple([z.object({ id: z.string() })]) }).parse(imported).notes
    const before = [await sotto('show', id), await sotto('show', id, '--reveal')]
    expect(await isAnywhere('kumquatlaunch'), 'or this test could not find it').toBe(true)

    const hidden = madeSchema.parse(await sotto('hide', id, 'kumquatlaunch', '--always'))
    expect(hidden.notes).toBe(1)
    expect(await isAnywhere('kumquatlaunch')).toBe(false)
    expect(await isAnywhere('holdings')).toBe(true)
    expect(findCanaries([data, temp], ['kumquatlaunch', 'Kumquatlaunch'])).toEqual([])
    expect(existsSync(join(data, 'sotto.db-wal'))).toBe(false)
    expect(JSON.stringify(await sotto('show', id, '--reveal'))).toContain('Kumquatlaunch')

    expect(await sotto('corrections', '--reveal')).toMatchObject({ corrections: [{ kind: 'hide', scope: 'always', text: 'kumquatlaunch' }] })
    expect(await sotto('undo-correction', hidden.correction.slice(-6))).toMatchObject({ undone: hidden.correction, notes: 1 })
    expect([await sotto('show', id), await sotto('show', id, '--reveal')]).toEqual(before)
    expect(await sotto('redact-again')).toEqual({ looked: 1, found: 0, notes: 0, expired: 0, failed: [] })
    expect(await sotto('audit', 'verify')).toMatchObject({ ok: true })
  })

  it('say what was wrong with what was asked', async () => {
    const listed = z.object({ notes: z.array(z.object({ id: z.string() })) }).parse(await sotto('list'))
    const id = listed.notes[0]?.id ?? ''
    const refused = async (...args: string[]): Promise<unknown> => {
      const { status, document } = await runJson(args, { data, temp })
      expect(status).toBe(2)
      return document
    }
    expect(await refused('hide', id, 'x', '--here', '99')).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await refused('merge', id, '[PERSON_1]', '[PERSON_9]')).toMatchObject({ error: { code: 'BAD_USAGE' } })
    expect(await refused('undo-correction', 'ZZZZZZ')).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await sotto('never-hide', id, 'person_2')).toMatchObject({ notes: 1 })
    expect(JSON.stringify(await sotto('show', id))).toContain('Zebulon')
  })
})
