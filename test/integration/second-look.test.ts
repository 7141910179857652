import { afterEach, expect, it } from 'vitest'
import { startFakeOllama, type FakeOllama, type FakePrompt } from '../fakes/ollama/server.ts'
import { importText, openSotto } from '../support/sotto.ts'

/** A model that writes what no recogniser could hide before, because nobody said it so: it is hidden before it is stored. */
const MEETING = `WEBVTT

00:00:00.000 --> 00:00:05.000
<v Alice Schmidt>We decided to ship the billing module to the first ten customers this month, that is final.

00:00:05.000 --> 00:00:09.000
<v Bob Feld>I will write the release notes for the billing module by Friday.
`

let fake: FakeOllama
let opened: Awaited<ReturnType<typeof openSotto>>
afterEach(async () => {
  await opened.remove()
  await fake.close()
})

it('hides it under a token of the note, which opens with the names', async () => {
  const text = 'Ship the billing module to the first ten customers this month, ask kumquat@example.org.'
  const notes = ({ lines, check }: FakePrompt): object => {
    const line = { text, lines: lines.slice(0, 1).map(({ number }) => number) }
    return { title: text, overview: [line], topics: [], decisions: [line], actions: [], questions: [], ...(check === null ? {} : { check: check.join(' ') }) }
  }
  fake = await startFakeOllama({ behaviour: { answer: notes } })
  opened = await openSotto({ ollamaHost: fake.url })
  const { client } = opened
  const id = await importText(client, MEETING, { params: { engine: 'ollama' } })
  const note = await client.notes.show({ id })
  expect(note.summary?.engine.engine).toBe('ollama')
  const stored = JSON.stringify([note, await client.notes.summaryVersions({ id }), await client.search.query({ query: 'kumquat' })])
  expect(stored).toContain('[EMAIL_1]')
  expect(stored).not.toContain('kumquat')
  expect(JSON.stringify((await client.notes.show({ id, reveal: true })).summary)).toContain('kumquat@example.org')
})
