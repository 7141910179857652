import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PASSPHRASE, runJson, workFolder } from '../support/cli.ts'
import { decryptedPages } from '../support/decrypted.ts'

/** Organisations and places through the whole: in sight unless a person asked for them, and then nowhere but in the vault. */
const folder = workFolder()
const { data, temp } = folder
afterAll(() => folder.remove())

const LINES = [
  ['Orla Thistlewood', 'We decided to sign the contract with Vermilion Timber Ltd in the second week of March.'],
  ['Zebulon Quackenbush', 'I will fly to Reykjavik and meet the people from Vermilion by Friday.'],
  ['Orla Thistlewood', 'Good. Somebody from the Reykjavik office will send the Vermilion invoice tomorrow.'],
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
const imported = async (): Promise<string> => {
  const { notes: [{ id }] } = z.object({ notes: z.tuple([z.object({ id: z.string() })]) }).parse(await sotto('import', meeting, '--title', 'Timber'))
  return id
}
const isAnywhere = async (word: string): Promise<boolean> => (await decryptedPages(data, PASSPHRASE)).toString('latin1').toLowerCase().includes(word)

// A dozen commands, each a process: on a busy machine they take minutes together.
describe('hide-organisations and hide-places', { timeout: 300_000 }, () => {
  it('leave both in sight until they are set, then hide them in transcript, summary and index, and show them again with the names', async () => {
    await sotto('init')
    await sotto('settings', 'set', 'hide-organisations', 'yes')
    await sotto('settings', 'set', 'hide-places', 'yes')
    const id = await imported()

    const shown = JSON.stringify(await sotto('show', id))
    expect(shown).toContain('sign the contract with [ORG_1] in the second week of March')
    expect(shown).toContain('fly to [LOCATION_1] and meet the people from [ORG_1] by Friday')
    expect(shown).toContain('the [LOCATION_1] office will send the [ORG_1] invoice tomorrow')
    expect(shown).not.toMatch(/vermilion|reykjavik/i)
    // Neither the summary nor the index of words has them in the clear anywhere in the store.
    expect(await isAnywhere('vermilion')).toBe(false)
    expect(await isAnywhere('reykjavik')).toBe(false)

    const revealed = JSON.stringify(await sotto('show', id, '--reveal'))
    for (const [, words] of LINES) expect(revealed).toContain(words)

    await sotto('edit', id, '--title', 'Vermilion again')
    expect(JSON.stringify(await sotto('show', id))).toContain('[ORG_1] again')

    await sotto('settings', 'set', 'hide-organisations', 'no')
    await sotto('settings', 'set', 'hide-places', 'no')
    const plain = JSON.stringify(await sotto('show', await imported()))
    expect(plain).toContain('I will fly to Reykjavik and')
    expect(plain).not.toMatch(/\[(?:ORG|LOCATION)_/)
    expect(await isAnywhere('reykjavik')).toBe(true)
  })

  it('are options of redact as well, of which an unknown one is refused', async () => {
    const text = join(folder.dir, 'text.txt')
    writeFileSync(text, 'She works at Zentrix in Reykjavik.\n')
    const redacted = async (...also: string[]): Promise<string> => z.object({ redacted: z.string() }).parse(await sotto('redact', text, ...also)).redacted
    expect(await redacted('--also', 'organisations,places')).toBe('She works at [ORG_1] in [LOCATION_1].\n')
    expect(await redacted('--also', 'places')).toContain(' in [LOCATION_1].')
    expect(await redacted()).toContain(' in Reykjavik.')
    expect((await runJson(['redact', text, '--also', 'colours'], { data, temp })).status).not.toBe(0)
  })
})
