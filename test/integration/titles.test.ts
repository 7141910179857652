import { afterEach, expect, it } from 'vitest'
import { canaryMeeting } from '../support/canaries.ts'
import { importText, openSotto } from '../support/sotto.ts'

let opened: Awaited<ReturnType<typeof openSotto>>
afterEach(() => opened.remove())

it('lists titles with names when asked, and opens a note for its title once', async () => {
  opened = await openSotto()
  const { client } = opened
  const id = await importText(client, canaryMeeting(8), { title: 'Budget with Zebulon' })
  await importText(client, 'Ann: Good morning.\n\nBob: Good morning to you.', { title: 'Stand-up [PERSON_1]' })
  const titles = async (reveal: boolean): Promise<string[]> => (await client.notes.list({ reveal })).map(({ title }) => title ?? '').sort()
  const openings = async (): Promise<number> => (await client.audit.list({})).filter(({ kind }) => kind === 'vault.opened').length

  expect(await titles(false)).toEqual(['Budget with [PERSON_1]', 'Stand-up [PERSON_1]'])
  expect(await openings()).toBe(0)
  expect(await titles(true)).toEqual(['Budget with Zebulon', 'Stand-up [PERSON_1]'])
  expect(await titles(true)).toEqual(['Budget with Zebulon', 'Stand-up [PERSON_1]'])
  expect(await openings()).toBe(1)

  await client.notes.editTitle({ id, text: 'Talk with Zebulon Quackenbush' })
  expect(await titles(true)).toContain('Talk with Zebulon Quackenbush')
  await client.notes.editTitle({ id, text: 'Talk with Quackenbush' })
  expect(await titles(true)).toContain('Talk with Quackenbush')
})
