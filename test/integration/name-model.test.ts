import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { finished, importText, openSotto } from '../support/sotto.ts'
import { tinyFolder } from '../unit/redaction-model/tiny.ts'

/** A model that finds names, from the folder it comes in to the note: the recognisers alone take "yellow" and "green" for what they are. */
const MEETING = 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ann>the budget is in a yellow plan today\n\n00:05.000 --> 00:09.000\n<v Ann>and the yellow plan is new'

const dir = mkdtempSync(join(tmpdir(), 'sotto-model-'))
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

const add = () => client.models.addPii({ folder: made.folder, key: made.key })

describe('a model that finds names', () => {
  it('changes nothing while there is none', async () => {
    const id = await importText(client, MEETING)
    expect((await client.notes.show({ id, reveal: false })).segments[0]?.text).toBe('the budget is in a yellow plan today')
  })

  it('looks at what is imported, and at what is typed, with the recognisers', async () => {
    await add()
    const id = await importText(client, MEETING)
    const lines = async (reveal: boolean): Promise<string[]> => (await client.notes.show({ id, reveal })).segments.map(({ text }) => text)
    expect(await lines(false)).toEqual(['the budget is in a [PERSON_2] plan today', 'and the [PERSON_2] plan is new'])
    expect(await lines(true)).toEqual(['the budget is in a yellow plan today', 'and the yellow plan is new'])
    await client.notes.editSegment({ id, segment: 1, text: 'and the green plan is with the yellow team' })
    expect((await lines(false))[1]).toBe('and the [PERSON_3] plan is with the [PERSON_2] team')
    expect(await client.search.query({ query: 'yellow' })).toHaveLength(2)
    const { correction } = await client.corrections.neverHide({ id, text: 'yellow' })
    expect((await lines(false))[0]).toBe('the budget is in a yellow plan today')
    await client.corrections.undo({ correction })
    expect((await lines(false))[0]).toContain('[PERSON_2]')
  })

  it('that was tampered with stops redaction and says so; once it is right or gone, the note goes on', async () => {
    await add()
    appendFileSync(join(opened.dir, 'models/pii/tiny-names/model.onnx'), 'x')
    const id = await importText(client, MEETING)
    expect(await client.notes.show({ id, reveal: false })).toMatchObject({ state: 'failed', segments: [] })
    const [failed] = (await client.jobs.list({ noteId: id })).filter(({ state }) => state === 'failed')
    expect(failed?.error?.code).toBe('BAD_PII_MODEL')
    await client.models.remove({ name: 'tiny-names' })
    if (failed !== undefined) await client.jobs.retry({ jobId: failed.id })
    await finished(client, id)
    expect((await client.notes.show({ id, reveal: false })).segments[0]?.text).toContain('yellow')
  })
})
