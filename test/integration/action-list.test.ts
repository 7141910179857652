import { afterEach, expect, it } from 'vitest'
import { canaryMeeting } from '../support/canaries.ts'
import { importText, openSotto } from '../support/sotto.ts'

let opened: Awaited<ReturnType<typeof openSotto>>
afterEach(() => opened.remove())

it('lists the action items of every note, newest meeting first, leading to the words they rest on', async () => {
  opened = await openSotto()
  const { client } = opened
  const older = await importText(client, canaryMeeting(40), { title: 'Budget with Zebulon', date: '2026-11-03' })
  const newer = await importText(client, 'Ann: I will send the minutes by Friday.\n\nBob: Thanks. Good.', { title: 'Minutes', date: '2026-11-10' })
  const silent = await importText(client, 'Ann: Good morning.\n\nBob: Good morning to you.', { title: 'Hello', date: '2026-11-12' })

  const hidden = await client.actions.list({})
  expect(hidden.map(({ noteId }) => noteId)).toEqual([newer, ...hidden.slice(1).map(() => older)])
  expect(hidden.length).toBeGreaterThan(1)
  expect(hidden.some(({ noteId }) => noteId === silent)).toBe(false)
  expect(JSON.stringify(hidden)).not.toContain('Zebulon')
  const { actions = [] } = (await client.notes.show({ id: older })).summary ?? {}
  expect(hidden.slice(1)).toEqual(actions.map((action) => ({ ...action, noteId: older, date: '2026-11-03', noteTitle: hidden[1]?.noteTitle })))

  const shown = await client.actions.list({ reveal: true })
  expect(shown[1]?.noteTitle).toBe('Budget with Zebulon')

  await client.notes.delete({ id: newer, undoMs: 60_000 })
  expect((await client.actions.list({})).every(({ noteId }) => noteId === older)).toBe(true)
})
