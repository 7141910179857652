import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import { ownLineIdSchema } from '../../src-shared/domain/own-line.ts'
import { finished, importText, openSotto, PASSPHRASE } from '../support/sotto.ts'
import { tinyFolder } from '../unit/redaction-model/tiny.ts'

/** Notes made when less was known, looked at again: a model that was added since knows "yellow" and "green" as names. */
const MEETING = `WEBVTT

00:00.000 --> 00:04.000
<v Ann Okafor>I will send the budget to team Yellow today.

00:05.000 --> 00:09.000
<v Bob Feld>The plan for team Yellow is new, and team Green met.`

const dir = mkdtempSync(join(tmpdir(), 'sotto-again-'))
let made: Awaited<ReturnType<typeof tinyFolder>>
let opened: Awaited<ReturnType<typeof openSotto>>
let client: (typeof opened)['client']
beforeAll(async () => {
  made = await tinyFolder(dir)
})
afterAll(() => rmSync(dir, { recursive: true }))
beforeEach(async () => {
  opened = await openSotto()
  client = opened.client
})
afterEach(() => opened.remove())

const learn = () => client.models.addPii({ folder: made.folder, key: made.key })
const everyText = async (id: NoteId): Promise<string> =>
  JSON.stringify([await client.notes.show({ id, reveal: false }), await client.notes.summaryVersions({ id }), await client.search.query({ query: 'budget' })])

async function lookAgain(ids?: NoteId[]): Promise<Awaited<ReturnType<typeof client.corrections.redactAgain>>> {
  const asked = await client.corrections.redactAgain(ids === undefined ? {} : { ids })
  for (const id of asked.queued) await finished(client, id)
  return asked
}

it('hides what is known today in every text of every note, and gives each find back', async () => {
  const first = await importText(client, MEETING)
  const ids = [first, await importText(client, MEETING.replaceAll('Yellow', 'Green'))]
  const before = await Promise.all(ids.map(everyText))
  expect(before[0]).toContain('Yellow')
  await learn()
  expect(await lookAgain()).toEqual({ queued: expect.arrayContaining(ids), expired: 0 })
  for (const id of ids) expect(await everyText(id)).not.toMatch(/Yellow|Green/)
  expect((await client.notes.show({ id: first, reveal: true })).segments[0]?.text).toContain('Yellow')
  expect(JSON.stringify(await client.notes.hidden({ id: first }))).toContain('model:tiny-names')

  const listed = await client.corrections.list({ reveal: true })
  expect(listed.every(({ by, kind }) => by === 'recognisers' && kind === 'hide')).toBe(true)
  for (const { id } of listed) await client.corrections.undo({ correction: id })
  expect(await Promise.all(ids.map(everyText))).toEqual(before)
})

it('finds nothing twice, and leaves what a person showed', async () => {
  const id = await importText(client, MEETING)
  await client.corrections.neverHide({ id, text: 'Green' })
  await client.corrections.neverHide({ id, text: 'Bob Feld' })
  const shown = await everyText(id)
  expect(shown).toContain('Bob Feld')
  await lookAgain()
  expect(await everyText(id)).toBe(shown)
  await learn()
  await lookAgain([id])
  const once = await everyText(id)
  expect(once).toMatch(/Green/)
  expect(once).toMatch(/Bob Feld/)
  expect(once).not.toMatch(/Yellow/)
  const { length } = await client.corrections.list({})
  await lookAgain([id])
  expect(await everyText(id)).toBe(once)
  expect(await client.corrections.list({})).toHaveLength(length)
})

it('hides a word only where it is a name, where it means something else as well', async () => {
  const id = await importText(client, `${MEETING}\n\n00:10.000 --> 00:12.000\n<v Ann Okafor>The green paint is here.`)
  await client.ownNotes.save({ id, put: [{ id: ownLineIdSchema.parse('01HZX0000000000000000000AA'), atMs: null, text: 'send it to team Green' }] })
  await client.corrections.neverHide({ id, text: 'green paint' })
  await learn()
  await lookAgain()
  const { segments } = await client.notes.show({ id, reveal: false })
  expect(segments.map(({ text }) => /green/i.test(text))).toEqual([false, false, true])
  expect((await client.ownNotes.read({ id, reveal: false })).lines[0]?.text).not.toMatch(/green/i)
  const listed = await client.corrections.list({ reveal: true })
  expect(listed.filter(({ text }) => text?.toLowerCase() === 'green').map(({ scope }) => scope)).toEqual(['here', 'here'])
})

it('looks at nothing whose names are gone, and says so', async () => {
  const id = await importText(client, MEETING)
  await client.notes.limitNames({ id, days: 30 })
  opened.clock.ms += 31 * 24 * 60 * 60 * 1000
  await client.system.lock({})
  await client.system.unlock({ passphrase: PASSPHRASE })
  expect(await client.corrections.redactAgain({})).toEqual({ queued: [], expired: 1 })
})
