import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import { decryptedPages } from '../support/decrypted.ts'
import { importRecording, importText, openSotto, PASSPHRASE } from '../support/sotto.ts'

/** Names that a person let go: with notice, sound first, and then for good. */
const MEETING = `WEBVTT

00:00:00.000 --> 00:00:05.000
<v Alice Schmidt>We decided that Priya Natarajan moves Bluebird to March.

00:00:05.000 --> 00:00:09.000
<v Bob Feld>I will send the Bluebird budget to Priya Natarajan by Friday.
`
const DAY = 24 * 60 * 60 * 1000

let opened: Awaited<ReturnType<typeof openSotto>>
let client: (typeof opened)['client']
let id: NoteId

beforeEach(async () => {
  opened = await openSotto()
  client = opened.client
  id = await importText(client, MEETING)
})
afterEach(() => opened.remove())

const show = (reveal = true) => client.notes.show({ id, reveal })
/** Locking and unlocking looks at what is due, as the hourly look does. */
const later = async (days: number): Promise<void> => {
  opened.clock.ms += days * DAY
  await client.system.lock({})
  await client.system.unlock({ passphrase: PASSPHRASE })
}
const kinds = async (): Promise<string[]> => (await client.audit.list({})).map(({ kind }) => kind)

describe('names that are let go', () => {
  it('stay as long as the note unless somebody chose, never go within thirty days, and can be kept until then', async () => {
    await later(4000)
    expect((await show()).names).toEqual({ expiresAt: null, areGone: false })
    await expect(client.notes.limitNames({ id, days: 29 })).rejects.toMatchObject({ code: 'BAD_USAGE' })
    await client.notes.limitNames({ id, days: 30 })
    expect((await client.system.doctor({})).find(({ name }) => name === 'names')).toMatchObject({ state: 'warning' })
    await later(29)
    expect((await show()).segments[0]?.text).toContain('Priya Natarajan')
    await client.notes.limitNames({ id, days: null })
    await later(2)
    expect((await show()).segments[0]?.text).toContain('Priya Natarajan')
  })

  it('are gone after it: the note keeps its tokens, says so, and no name is anywhere in the store', async () => {
    const other = await importText(client, MEETING.replaceAll('Priya Natarajan', 'Tomasz Wilk'))
    await client.corrections.hide({ id, text: 'Bluebird' })
    await client.notes.limitNames({ id, days: 30 })
    await later(31)
    const note = await show()
    expect(note).toMatchObject({ revealed: false, names: { expiresAt: null, areGone: true } })
    expect(note.segments.map(({ text }) => text)).toEqual((await show(false)).segments.map(({ text }) => text))
    expect(note.segments[0]?.text).toMatch(/\[PERSON_\d\]/)
    expect((await client.notes.hidden({ id })).some(({ segment, recognizer }) => segment === 0 && recognizer !== '')).toBe(true)
    await expect(client.notes.export({ id, format: 'txt', reveal: true })).rejects.toMatchObject({ code: 'NAMES_EXPIRED' })
    await expect(client.notes.limitNames({ id, days: null })).rejects.toMatchObject({ code: 'NAMES_EXPIRED' })
    expect((await client.search.query({ query: 'Priya', reveal: true })).length).toBe(0)
    expect((await client.notes.list({ reveal: true })).length).toBe(2)
    expect(await kinds()).toEqual(expect.arrayContaining(['names.limited', 'names.expired']))
    expect((await client.notes.show({ id: other, reveal: true })).segments[0]?.text).toContain('Tomasz Wilk')
    await opened.sotto.close()
    const pages = await decryptedPages(opened.dir, PASSPHRASE)
    expect(pages.includes('Natarajan')).toBe(false)
    expect(pages.includes('[PERSON_')).toBe(true)
  })

  it('do not keep a rule from all notes: more can be hidden, for good, and nothing is shown again', async () => {
    await importText(client, MEETING)
    await client.notes.limitNames({ id, days: 30 })
    await later(31)
    const { correction, notes } = await client.corrections.hide({ id, text: 'Bluebird', always: true })
    expect(notes).toBe(2)
    expect(JSON.stringify([await show(), await client.search.query({ query: 'bluebird' })])).not.toMatch(/bluebird/i)
    // The note's title is made of such words, too.
    const byHand = (await client.notes.hidden({ id })).filter(({ recognizer, place }) => recognizer === 'person' && place === 'text')
    expect(byHand.map(({ segment }) => segment)).toEqual([0, 1])
    await client.corrections.undo({ correction })
    expect(JSON.stringify(await show())).not.toMatch(/bluebird/i)
    expect((await client.search.query({ query: 'bluebird', reveal: true })).length).toBeGreaterThan(0)
    await expect(client.corrections.hide({ id, text: 'March' })).rejects.toMatchObject({ code: 'NAMES_EXPIRED' })
    await client.corrections.neverHide({ id, text: 'Bluebird', always: true })
  })

  it('take the sound with them, first', async () => {
    id = await importRecording(client, 'decision')
    await client.notes.keepSound({ id, keep: true })
    await client.notes.limitNames({ id, days: 30 })
    await later(31)
    expect(await show()).toMatchObject({ sound: null, names: { areGone: true } })
    const log = await kinds()
    expect(log.lastIndexOf('sound.deleted')).toBeLessThan(log.lastIndexOf('names.expired'))
    expect(log).toContain('sound.deleted')
  })
})
