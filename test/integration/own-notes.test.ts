import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import { ownLineIdSchema, type TypedLine } from '../../src-shared/domain/own-line.ts'
import { findCanaries } from '../support/canaries.ts'
import { decryptedPages } from '../support/decrypted.ts'
import { finished, importText, openSotto, PASSPHRASE } from '../support/sotto.ts'

/** What a person writes down of a meeting, at the session's own door. */
const MEETING = `WEBVTT

00:00:00.000 --> 00:00:06.000
<v Zebulon Quackenbush>Good morning everybody, let us begin with the supplier and the open invoice.</v>

00:00:06.000 --> 00:00:14.000
<v Orla Thistlewood>The invoice from the supplier is three weeks late and they charge us four percent.</v>

00:00:14.000 --> 00:00:20.000
<v Zebulon Quackenbush>Then I will call the supplier tomorrow and ask them to waive the interest.</v>

00:00:20.000 --> 00:00:28.000
<v Orla Thistlewood>The second topic is the office move, we have seen two buildings and both are fine.</v>

00:00:28.000 --> 00:00:36.000
<v Zebulon Quackenbush>We decided to take the building near the harbour because the rent is lower.</v>
`
const SECRETS = ['Zebulon', 'Quackenbush', 'Thistlewood', 'Marlow Fennimore']

let opened: Awaited<ReturnType<typeof openSotto>>
let client: (typeof opened)['client']
beforeEach(async () => {
  opened = await openSotto()
  client = opened.client
})
afterEach(() => opened.remove())

const typed = (text: string, atMs: number | null = null): TypedLine => ({ id: ownLineIdSchema.parse(randomUUID()), atMs, text })
const texts = async (id: NoteId, reveal = false): Promise<string[]> => (await client.ownNotes.read({ id, reveal })).lines.map(({ text }) => text)
const imported = (): Promise<NoteId> => importText(client, MEETING, { participants: ['Zebulon Quackenbush', 'Orla Thistlewood'] })
const tokenOf = async (id: NoteId, line: number): Promise<string> => (await client.notes.show({ id })).segments[line]?.speaker ?? ''

describe('what a person writes down', () => {
  it('is redacted with the tokens of what was said, found again, and theirs to the letter', async () => {
    const id = await imported()
    const [one, two] = [typed('Zebulon rings the supplier', 21_000), typed('ask Marlow Fennimore about rent')]
    await client.ownNotes.save({ id, put: [one, two] })

    const who = await tokenOf(id, 0)
    expect(await texts(id)).toEqual([`${who} rings the supplier`, expect.stringMatching(/^ask \[PERSON_\d+\] about rent$/)])
    expect(await texts(id, true)).toEqual([one.text, two.text])
    expect(await client.search.query({ query: 'rings supplier' })).toMatchObject([{ noteId: id, segment: null, text: `${who} rings the supplier` }])
    expect(await client.search.query({ query: 'Fennimore' })).toHaveLength(1)

    await client.ownNotes.save({ id, put: [{ ...one, text: 'Zebulon rings them' }], order: [two.id, one.id] })
    expect(await texts(id, true)).toEqual([two.text, 'Zebulon rings them'])
    await client.ownNotes.save({ id, removed: [two.id] })
    expect(await texts(id, true)).toEqual(['Zebulon rings them'])
    expect(await client.search.query({ query: 'Fennimore' })).toEqual([])
    expect((await client.audit.verify({})).ok).toBe(true)
  })

  it('before anybody has redacted what was said waits sealed, and goes into the note with it', async () => {
    const { noteId: id } = await client.notes.import({ file: new File([MEETING], 'm.vtt'), participants: [] })
    const [one, two] = [typed('Orla: invoice late', 9_000), typed('harbour, says Zebulon', 30_000)]
    await client.ownNotes.save({ id, put: [one] })
    await client.ownNotes.save({ id, put: [two] })
    expect(await texts(id, true)).toEqual([one.text, two.text])
    await finished(client, id)
    expect(await texts(id, true)).toEqual([one.text, two.text])
    expect(await texts(id)).toEqual([`${await tokenOf(id, 1)}: invoice late`, `harbour, says ${await tokenOf(id, 0)}`])
  })

  it('survives a lock, and lies nowhere in words that can be read', async () => {
    const id = await imported()
    await client.ownNotes.save({ id, put: [typed('Thistlewood and Marlow Fennimore talk rent')] })
    const pages = async (): Promise<string> => {
      await client.system.lock({})
      expect(findCanaries([opened.dir], [...SECRETS, 'talk rent'])).toEqual([])
      const decrypted = (await decryptedPages(opened.dir, PASSPHRASE)).toString('latin1')
      await client.system.unlock({ passphrase: PASSPHRASE })
      return decrypted
    }
    const kept = await pages()
    expect(kept).toContain('talk rent') // redacted, it is the record
    expect(kept).not.toMatch(new RegExp(SECRETS.join('|'), 'i'))
    expect(await texts(id, true)).toEqual(['Thistlewood and Marlow Fennimore talk rent'])
    await client.notes.delete({ id })
    expect(await pages()).not.toContain('talk rent')
  })

  it('follows a correction, and comes back with its words', async () => {
    const id = await imported()
    await client.ownNotes.save({ id, put: [typed('harbour building: rent lower')] })
    const { correction } = await client.corrections.hide({ id, text: 'harbour' })
    expect(await texts(id)).toEqual(['[OTHER_1] building: rent lower'])
    expect(await texts(id, true)).toEqual(['harbour building: rent lower'])
    await client.corrections.undo({ correction })
    expect(await texts(id)).toEqual(['harbour building: rent lower'])
  })
})

describe('a summary', () => {
  it('says of each line what the meeting says, and of none what it does not', async () => {
    const id = await imported()
    const lines = [typed('invoice late?', 16_000), typed('harbour building'), typed('holiday calendar of the marketing team')]
    const { summaryIsStale } = await client.ownNotes.save({ id, put: lines })
    expect(summaryIsStale).toBe(true)
    await client.notes.resummarize({ id, params: {} })
    await finished(client, id)

    const { summary } = await client.notes.show({ id, reveal: true })
    expect(summary?.own?.map(({ text }) => text)).toEqual(lines.map(({ text }) => text))
    const [invoice, harbour, calendar] = summary?.own ?? []
    expect(invoice?.lines.map(({ text }) => text).join(' ')).toContain('three weeks late')
    expect(invoice?.lines.flatMap(({ segments }) => segments)).toContain(1)
    expect(harbour?.lines).toMatchObject([{ segments: [4] }])
    expect(calendar?.lines).toEqual([])
    expect((await client.ownNotes.read({ id })).summaryIsStale).toBe(false)
    expect((await client.notes.replaySummary({ id })).outcome).toBe('same')

    await client.ownNotes.save({ id, removed: [lines[0]?.id ?? lines[1]?.id].flatMap((line) => line ?? []) })
    expect((await client.ownNotes.read({ id })).summaryIsStale).toBe(true)
    expect((await client.notes.replaySummary({ id })).outcome).toBe('changed')
  })
})
