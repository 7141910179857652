import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import { tokenSchema } from '../../src-shared/domain/token.ts'
import { finished, importText, openSotto, PASSPHRASE } from '../support/sotto.ts'

/** What a person corrects in what is hidden, at the session's own door: shown text, search, export, and what taking it back restores. */
const MEETING = `WEBVTT

00:00:00.000 --> 00:00:05.000
<v Alice Schmidt>We decided to move Bluebird to the second week of March, and that is final.</v>

00:00:05.000 --> 00:00:09.000
<v Bob Feld>Alice, I will send the Bluebird budget to Priya Natarajan by Friday.</v>

00:00:09.000 --> 00:00:13.000
<v Alice Schmidt>Thanks Bob. Priya Natarajan told me that the bank wants to see bluebird too.</v>

00:00:13.000 --> 00:00:16.000
<v Bob Feld>The mountain is called Project</v>

00:00:16.000 --> 00:00:18.000
<v Bob Feld>Nightingale and nobody may know that.</v>

00:00:18.000 --> 00:00:22.000
<v Alice Schmidt>Bob Feld will call Priya about the Bluebird contract tomorrow.</v>
`

let opened: Awaited<ReturnType<typeof openSotto>>
let client: (typeof opened)['client']
let id: NoteId

beforeEach(async () => {
  opened = await openSotto()
  client = opened.client
  id = await importText(client, MEETING, { title: 'Bluebird with Priya Natarajan' })
})
afterEach(() => opened.remove())

const show = (reveal = false, of = id) => client.notes.show({ id: of, reveal })
const everything = async (of = id): Promise<string> =>
  JSON.stringify([await show(false, of), await show(true, of), await client.notes.summaryVersions({ id: of }), await client.actions.list({ reveal: true })])
const redacted = async (of = id): Promise<string> => JSON.stringify([await show(false, of), await client.notes.summaryVersions({ id: of })])
const found = async (query: string): Promise<string[]> => (await client.search.query({ query })).map(({ text }) => text)
const tokenOf = async (line: number): Promise<ReturnType<typeof tokenSchema.parse>> =>
  tokenSchema.parse(/\[PERSON_\d+\]/.exec((await show()).segments[line]?.text ?? '')?.[0])
const later = (): void => void (opened.clock.ms += 1000)

describe('hiding words', () => {
  it('takes them out of every text of the meeting, gives them back with the names, and is undone to the letter', async () => {
    const [first] = (await show()).summary?.decisions ?? []
    expect(first?.text).toContain('Bluebird')
    await client.notes.judgeLine({ id, section: 'decisions', index: 0, verdict: 'edited', text: 'Bluebird moves to March, says Priya Natarajan.' })
    await client.notes.editSegment({ id, segment: 3, text: 'The mountain is Bluebird, not Project' })
    await finished(client, id)
    const before = await everything()
    expect(await found('bluebird')).toHaveLength(6)
    const { correction, changed, notes } = await client.corrections.hide({ id, text: 'bluebird' })
    expect([notes, changed > 4]).toEqual([1, true])
    expect(await redacted()).not.toMatch(/bluebird/i)
    expect((await client.notes.export({ id, format: 'txt' })).content).not.toMatch(/bluebird/i)
    expect((await show()).segments[0]?.text).toContain('[OTHER_1]')
    expect((await show()).segments[3]).toMatchObject({ text: 'The mountain is [OTHER_1], not Project' })
    expect((await show()).summary?.decisions[0]).toMatchObject({ text: '[OTHER_1] moves to March, says [PERSON_3].', verdict: 'edited' })
    expect((await found('bluebird')).sort()).toEqual((await found('[OTHER]')).sort()) // by the vault alone, as every hidden word
    expect((await show(true)).segments[2]?.text).toMatch(/see bluebird too/)
    expect((await show(true)).title).toBe('Bluebird with Priya Natarajan')
    await client.corrections.undo({ correction })
    expect(await everything()).toBe(before)
    expect(await found('bluebird')).toHaveLength(6)
    expect(await client.corrections.list({})).toEqual([])
    expect((await client.audit.verify({})).ok).toBe(true)
  })

  it('finds them where a caption cut them in two, and where they reach into a name', async () => {
    const before = await everything()
    const cut = await client.corrections.hide({ id, text: 'Project Nightingale', type: 'LOCATION' })
    expect((await show()).segments.slice(3, 5).map(({ text }) => text)).toEqual([
      'The mountain is called [LOCATION_1]',
      '[LOCATION_1] and nobody may know that.',
    ])
    expect((await show(true)).segments[4]?.text).toBe('Nightingale and nobody may know that.')
    const reaching = await client.corrections.hide({ id, text: 'Thanks Bob' })
    expect((await show()).segments[2]?.text).toMatch(/^\[OTHER_1\]\. \[PERSON_\d\]/)
    expect((await show(true)).segments[2]?.text).toMatch(/^Thanks Bob\. Priya/)
    await client.corrections.undo({ correction: cut.correction })
    await client.corrections.undo({ correction: reaching.correction })
    expect(await everything()).toBe(before)
  })

  it('in one place leaves the others, but not the lines of the summary that cite it', async () => {
    await client.corrections.hide({ id, text: 'Bluebird', here: { segment: 0 } })
    const note = await show()
    expect(note.segments.map(({ text }) => /bluebird/i.test(text))).toEqual([false, true, true, false, false, true])
    const citing = [...(note.summary?.decisions ?? []), ...(note.summary?.overview ?? [])].filter(({ segments }) => segments.includes(0))
    expect(citing.length).toBeGreaterThan(0)
    expect(JSON.stringify(citing)).not.toMatch(/bluebird/i)
    await expect(client.corrections.hide({ id, text: 'Bluebird', here: { segment: 99 } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('always holds for other meetings, those to come, and what is typed', async () => {
    const other = await importText(client, MEETING)
    const before = [await redacted(), await redacted(other)]
    const { correction, notes } = await client.corrections.hide({ id, text: 'Bluebird', always: true })
    expect(notes).toBe(2)
    expect((await redacted()) + (await redacted(other))).not.toMatch(/bluebird/i)
    later()
    const third = await importText(client, MEETING, { title: 'On Bluebird' })
    expect(await redacted(third)).not.toMatch(/bluebird/i)
    expect((await show(true, third)).title).toBe('On Bluebird')
    await client.notes.editSegment({ id: third, segment: 3, text: 'The mountain is called Bluebird.' })
    await client.notes.editTitle({ id: third, text: 'Bluebird again' })
    await finished(client, third)
    expect(await redacted(third)).not.toMatch(/bluebird/i)
    await client.corrections.undo({ correction })
    expect([await redacted(), await redacted(other)]).toEqual(before)
    expect((await show(false, third)).segments[3]?.text).toBe('The mountain is called Bluebird.')
    expect((await show(false, third)).title).toBe('Bluebird again')
    expect(await redacted(third)).not.toContain('OTHER_')
  })
})

it('holds for a meeting that is on its way in, wherever its stages are', async () => {
  const file = (): File => new File([MEETING], 'meeting.vtt', { type: 'text/vtt' })
  const under = await Promise.all([1, 2, 3].map(async () => (await client.notes.import({ file: file(), participants: [] })).noteId))
  await client.corrections.hide({ id, text: 'Bluebird', always: true })
  for (const noteId of under) {
    await finished(client, noteId)
    expect((await show(false, noteId)).state).toBe('ready')
    expect(await redacted(noteId)).not.toMatch(/bluebird/i)
    expect((await show(true, noteId)).segments[0]?.text).toContain('Bluebird')
  }
})

describe('never hiding words', () => {
  it('shows them everywhere without the vault, and hides them again when it is undone', async () => {
    const before = await everything()
    expect(before.includes('Priya')).toBe(true)
    expect(await redacted()).not.toContain('Priya')
    const { correction } = await client.corrections.neverHide({ id, text: 'priya natarajan' })
    const note = await show()
    expect(note.title).toBe('Bluebird with Priya Natarajan')
    expect(note.segments[1]?.text).toContain('Priya Natarajan by Friday')
    expect(note.segments[5]?.text).not.toContain('Priya')
    await client.corrections.undo({ correction })
    expect(await everything()).toBe(before)
  })

  it('of a token shows whatever it stands for, also in a summary made meanwhile', async () => {
    const token = await tokenOf(5)
    const priya = tokenSchema.parse(/to (\[PERSON_\d+\]) by/.exec((await show()).segments[1]?.text ?? '')?.[1])
    expect(token).not.toBe(priya)
    later()
    const { correction } = await client.corrections.neverHide({ id, text: priya })
    expect((await show()).segments[5]?.text).toContain('call Priya about')
    later()
    await client.notes.resummarize({ id, params: { engine: 'embedded' } })
    await finished(client, id)
    expect(await redacted()).toContain('Priya')
    later()
    await client.corrections.undo({ correction })
    expect(await redacted()).not.toContain('Priya')
    expect((await show(true)).segments[5]?.text).toContain('call Priya about')
  })

  it('here has the last word over hiding always', async () => {
    await client.corrections.hide({ id, text: 'Bluebird', always: true })
    later()
    await client.corrections.neverHide({ id, text: 'Bluebird', here: { segment: 1 } })
    expect((await show()).segments.map(({ text }) => /bluebird/i.test(text))).toEqual([false, true, false, false, false, false])
  })
})

describe('people', () => {
  it('are one by a word, in text, labels, summary and search, and two again by taking it back', async () => {
    const before = await everything()
    const bob = tokenSchema.parse((await show()).segments[1]?.speaker)
    const alice = tokenSchema.parse((await show()).segments[0]?.speaker)
    const { correction } = await client.corrections.merge({ id, token: bob, into: alice })
    expect(await redacted()).not.toContain(bob)
    expect((await show(true)).segments[1]?.speaker).toBe('Bob Feld')
    expect((await found('Feld')).length).toBeGreaterThan(0)
    await expect(client.corrections.merge({ id, token: bob, into: alice })).rejects.toMatchObject({ code: 'BAD_USAGE' })
    await client.corrections.undo({ correction })
    expect(await everything()).toBe(before)
  })

  it('are told apart by how they are said or by line, and are one again by taking it back', async () => {
    const before = await everything()
    const bob = tokenSchema.parse((await show()).segments[1]?.speaker)
    const { correction } = await client.corrections.split({ id, token: bob, text: 'Bob' })
    const note = await show()
    expect(note.segments[2]?.text).toMatch(/^Thanks \[PERSON_\d+\]/)
    expect(note.segments[2]?.text).not.toContain(bob)
    expect(note.segments[5]?.text).toContain(bob)
    expect((await show(true)).segments[2]?.text).toMatch(/^Thanks Bob\./)
    await client.corrections.undo({ correction })
    const byLine = await client.corrections.split({ id, token: bob, segments: [5] })
    expect((await show()).segments[5]?.text).not.toContain(bob)
    await client.corrections.undo({ correction: byLine.correction })
    expect(await everything()).toBe(before)
  })
})

it('holds after lock and unlock, is listed with its words only when asked, and goes with its note', async () => {
  await client.corrections.hide({ id, text: 'Bluebird' })
  await client.system.lock({})
  await client.system.unlock({ passphrase: PASSPHRASE })
  expect(await client.corrections.list({ noteId: id })).toMatchObject([{ kind: 'hide', scope: 'meeting', text: null }])
  expect(await client.corrections.list({ noteId: id, reveal: true })).toMatchObject([{ text: 'Bluebird', type: 'OTHER' }])
  await client.notes.delete({ id, undoMs: 0 })
  expect(await client.corrections.list({})).toEqual([])
})
