import { afterEach, expect, it } from 'vitest'
import { startFakeOllama, type FakeOllama } from '../fakes/ollama/server.ts'
import { importText, openSotto } from '../support/sotto.ts'

/** A model on this computer finds what the recognisers left: it reads redacted words alone, and what it finds can be taken back. */
const MEETING = `WEBVTT

00:00:00.000 --> 00:00:05.000
<v Alice Schmidt>We decided that the kitchen door opens with the word marmalade-seven, and that is final.</v>

00:00:05.000 --> 00:00:09.000
<v Bob Feld>Alice, I will write marmalade-seven on the door for Priya Natarajan by Friday.</v>
`

let fake: FakeOllama
let opened: Awaited<ReturnType<typeof openSotto>>
afterEach(async () => {
  await opened.remove()
  await fake.close()
})

it('hides what a model found in every text, by its name as a recogniser, and gives it back', async () => {
  const answer = { found: [{ line: 1, text: 'marmalade-seven', type: 'SECRET' }, { line: 1, text: 'Priya', type: 'PERSON' }] }
  fake = await startFakeOllama({ behaviour: { answer: () => answer } })
  opened = await openSotto({ ollamaHost: fake.url })
  const { client } = opened
  const id = await importText(client, MEETING)
  const texts = async (): Promise<string> => JSON.stringify([await client.notes.show({ id }), await client.notes.summaryVersions({ id })])
  const before = await texts()

  const looked = await client.corrections.findMore({ id, onlyLook: true })
  expect(looked).toMatchObject({ found: [{ text: 'marmalade-seven', type: 'SECRET', segments: [0] }], refused: 1, changed: 0 })
  expect(await texts()).toBe(before)
  expect(JSON.stringify(fake.requests.map(({ body }) => body))).not.toMatch(/Priya Natarajan|Alice|Feld/)

  expect(await client.corrections.findMore({ id })).toMatchObject({ notes: 1 })
  expect(await texts()).not.toContain('marmalade')
  expect((await client.notes.show({ id })).segments[1]?.text).toContain('write [SECRET_1] on')
  const [correction] = await client.corrections.list({ reveal: true })
  expect(correction).toMatchObject({ kind: 'hide', text: 'marmalade-seven', by: 'model', type: 'SECRET' })
  if (correction !== undefined) await client.corrections.undo({ correction: correction.id })
  expect(await texts()).toBe(before)
})
