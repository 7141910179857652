import { afterEach, describe, expect, it } from 'vitest'
import { CANARIES, canaryMeeting, findCanaries } from '../support/canaries.ts'
import { finished, importText, openSotto, PASSPHRASE } from '../support/sotto.ts'

let opened: Awaited<ReturnType<typeof openSotto>>
afterEach(() => opened.remove())

const meeting = canaryMeeting(40)

describe('a transcript becomes a note', () => {
  it('redacted, summarised with evidence, and readable again with names', async () => {
    opened = await openSotto()
    const { client } = opened
    const noteId = await importText(client, meeting, { title: 'Budget with Zebulon', date: '2026-11-03' })

    const note = await client.notes.show({ id: noteId })
    expect(note).toMatchObject({ state: 'ready', date: '2026-11-03', format: 'webvtt', revealed: false })
    expect(note.segments).toHaveLength(40)
    expect(new Set(note.segments.map(({ speaker }) => speaker)).size).toBe(2)
    const stored = JSON.stringify(note)
    for (const secret of ['Zebulon', 'Quackenbush', 'Thistlewood', 'zebulon.q', 'DE89']) expect(stored).not.toContain(secret)
    expect(note.title).toMatch(/^Budget with \[PERSON_\d+\]$/)
    expect(note.redactions.map(({ type }) => type)).toEqual(expect.arrayContaining(['PERSON', 'EMAIL', 'IBAN']))
    expect(note.summary?.actions.length).toBeGreaterThan(0)
    for (const line of [...(note.summary?.overview ?? []), ...(note.summary?.actions ?? []), ...(note.summary?.decisions ?? [])]) {
      expect(line.segments.length).toBeGreaterThan(0)
      for (const index of line.segments) expect(note.segments[index]).toBeDefined()
    }

    const revealed = await client.notes.show({ id: noteId, reveal: true })
    expect(revealed.title).toBe('Budget with Zebulon')
    expect(revealed.segments[0]).toMatchObject({
      speaker: 'Zebulon Quackenbush',
      text: 'We moved the kumquatlaunch to the second week of March, and that is decided.',
    })
    expect(revealed.segments[2]?.text).toBe('Yes, I will send it. Write to me at zebulon.q@example.com if it is late.')
    expect(revealed.segments[3]?.text).toContain('DE89370400440532013000')
  })

  it('reports its stages as they happen', async () => {
    opened = await openSotto()
    const { noteId } = await opened.client.notes.import({ file: new File([meeting], 'meeting.vtt'), participants: [] })
    const states = (await finished(opened.client, noteId)).map(({ kind, state }) => `${kind} ${state}`)
    expect(states).toContain('redact done')
    expect(states.at(-1)).toBe('summarize done')
  })

  it('that is found by its words, by names while the vault is open, and not by the word "person"', async () => {
    opened = await openSotto()
    const { client } = opened
    const noteId = await importText(client, meeting, { title: 'Planning' })
    const find = async (query: string) => client.search.query({ query })
    expect((await find('kumquatlaunch'))[0]).toMatchObject({ noteId, segment: 0 })
    expect(await find('kumquat march')).not.toHaveLength(0)
    expect(await find('march zzzz')).toEqual([])
    expect((await find('zebulon')).some(({ text }) => /\[PERSON_\d+\]/.test(text))).toBe(true)
    expect((await find('zebulon vermilion')).every(({ text }) => text.includes('vermilionbudget'))).toBe(true)
    expect(await find('person')).toEqual([])
    expect((await find('[EMAIL]')).every(({ text }) => text.includes('[EMAIL_'))).toBe(true)
    expect(await find('"second week"')).not.toHaveLength(0)
    expect(await find('"week second"')).toEqual([])
    expect(await find('") OR 1=1 NEAR(*')).toEqual([])
    expect((await client.search.query({ query: 'zebulon', reveal: true })).some(({ text }) => text.includes('Zebulon'))).toBe(true)
  })

  it("that finds one person's tokens across meetings by any of her names", async () => {
    opened = await openSotto()
    const { client } = opened
    const first = await importText(client, 'Alice Schmidt: The invoice is late.\n\nBob Meyer: Then call them.')
    const second = await importText(client, 'Carla Braun: We asked Alice Schmidt about lunch.\n\nDana Weiss: Good.')
    const notes = (await client.search.query({ query: 'schmidt' })).map(({ noteId }) => noteId)
    expect(new Set(notes)).toEqual(new Set([first, second]))
  })
})

describe('a note', () => {
  it('keeps what a person typed redacted, over the original, and findable', async () => {
    opened = await openSotto()
    const { client } = opened
    const id = await importText(client, meeting)
    await client.notes.editSegment({ id, segment: 1, text: 'Zebulon sends the aubergineplan to Thistlewood, mail jo.bloggs@example.org.' })
    await client.notes.editTitle({ id, text: 'Call with Orla Thistlewood' })
    await finished(client, id)
    const summary = (await client.notes.show({ id })).summary
    // What the summary takes from that line are its new words: it was made again.
    const fromIt = [...(summary?.overview ?? []), ...(summary?.actions ?? [])].filter(({ segments }) => segments.length === 1 && segments[0] === 1)
    expect(fromIt.filter(({ text }) => !/aubergineplan|EMAIL/.test(text))).toEqual([])
    const note = await client.notes.show({ id })
    expect(note.segments[1]?.text).toMatch(/^\[PERSON_\d+\] sends the aubergineplan to \[PERSON_\d+\], mail \[EMAIL_\d+\]\.$/)
    expect(note.title).toMatch(/^Call with \[PERSON_\d+\]$/)
    const names = await client.notes.show({ id, reveal: true })
    expect(names.segments[1]).toMatchObject({
      speaker: 'Orla Thistlewood',
      text: 'Zebulon sends the aubergineplan to Thistlewood, mail jo.bloggs@example.org.',
    })
    expect(names.title).toBe('Call with Orla Thistlewood')
    // The same person has the same token in what was said and in what was typed.
    const token = /\[PERSON_\d+\]/.exec(note.segments[1]?.text ?? '')?.[0]
    expect(note.segments[0]?.speaker).toBe(token)
    expect(await client.search.query({ query: 'aubergineplan' })).toHaveLength(1)
    expect((await client.search.query({ query: 'vermilionbudget' })).some(({ segment }) => segment === 1)).toBe(false)
  })

  it('is hidden at once when deleted, comes back by undo, and is erased when its time has come', async () => {
    opened = await openSotto()
    const { client, clock, dir } = opened
    const id = await importText(client, meeting)
    await client.notes.delete({ id, undoMs: 60_000 })
    expect(await client.notes.list({})).toEqual([])
    expect(await client.search.query({ query: 'kumquatlaunch' })).toEqual([])
    await expect(client.notes.show({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await client.notes.undoDelete({ id })
    expect(await client.search.query({ query: 'kumquatlaunch' })).not.toEqual([])
    await client.notes.delete({ id, undoMs: 60_000 })
    await client.system.lock({})
    clock.ms += 61_000
    await client.system.unlock({ passphrase: PASSPHRASE })
    await expect(client.notes.undoDelete({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(findCanaries([dir], CANARIES)).toEqual([])
  })

  it('goes with everything that hangs on it', async () => {
    opened = await openSotto()
    const { client } = opened
    const keep = await importText(client, 'Alice Schmidt: The invoice is late.\n\nBob Meyer: Then call them.')
    const id = await importText(client, meeting)
    await client.notes.delete({ id })
    expect((await client.notes.list({})).map((note) => note.id)).toEqual([keep])
    expect(await client.search.query({ query: 'zebulon' })).toEqual([])
    expect(await client.jobs.list({ noteId: id })).toEqual([])
    expect((await client.notes.show({ id: keep, reveal: true })).segments[0]?.speaker).toBe('Alice Schmidt')
  })

  it('can be summarised again without losing the summary it has', async () => {
    opened = await openSotto({ ollamaHost: 'http://127.0.0.1:1' })
    const { client } = opened
    const id = await importText(client, meeting)
    const before = (await client.notes.show({ id })).summary
    await client.notes.resummarize({ id, params: { engine: 'ollama' } })
    await finished(client, id)
    const after = (await client.notes.show({ id })).summary
    // Nobody listens there: the built-in engine stands in, and says so.
    expect(after?.engine).toMatchObject({ engine: 'embedded', fallbackFrom: { engine: 'ollama', code: 'ENGINE_UNAVAILABLE' } })
    expect(after?.overview).toEqual(before?.overview)
    expect((await client.egress.list({})).every(({ intent }) => intent.host === '127.0.0.1')).toBe(true)
  })

  it('can be taken out in every format, with tokens or with names', async () => {
    opened = await openSotto()
    const { client } = opened
    const id = await importText(client, meeting)
    for (const format of ['md', 'json', 'vtt', 'srt', 'txt'] as const) {
      const { content } = await client.notes.export({ id, format })
      expect(content).toContain('kumquatlaunch')
      expect(content).not.toContain('Quackenbush')
      const again = await client.notes.export({ id, format, reveal: true })
      expect(again.content).toContain('Quackenbush')
    }
  })
})

describe('input that is no transcript', () => {
  it('stores nothing and says what was expected where', async () => {
    opened = await openSotto()
    const { client } = opened
    const attempt = (content: string | Uint8Array<ArrayBuffer>) => client.notes.import({ file: new File([content], 'x.vtt'), participants: [] })
    await expect(attempt('WEBVTT\n\n00:00:zz --> 00:00:02.000\nHello')).rejects.toMatchObject({ code: 'BAD_TRANSCRIPT', params: { line: 3 } })
    await expect(attempt('')).rejects.toMatchObject({ code: expect.stringMatching(/EMPTY_TRANSCRIPT|UNKNOWN_FORMAT/) })
    await expect(attempt(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]))).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' })
    expect(await client.notes.list({})).toEqual([])
  })
})

describe('the store', () => {
  it('is locked without its passphrase, and opens by the recovery words', async () => {
    opened = await openSotto()
    const { client, recoveryWords } = opened
    const id = await importText(client, meeting)
    await client.system.lock({})
    await expect(client.notes.list({})).rejects.toMatchObject({ code: 'LOCKED' })
    await expect(client.system.unlock({ passphrase: 'not the passphrase' })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' })
    await client.system.recover({ words: recoveryWords, newPassphrase: 'a new one entirely' })
    expect((await client.notes.show({ id, reveal: true })).segments[0]?.speaker).toBe('Zebulon Quackenbush')
    await client.system.lock({})
    await expect(client.system.unlock({ passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' })
    await client.system.unlock({ passphrase: 'a new one entirely' })
  })

  it('writes down what happened, without content, in a log that verifies', async () => {
    opened = await openSotto()
    const { client } = opened
    const id = await importText(client, meeting)
    await client.notes.show({ id, reveal: true })
    await client.notes.delete({ id })
    expect(await client.audit.verify({})).toMatchObject({ ok: true })
    const entries = await client.audit.list({})
    expect(entries.map(({ kind }) => kind)).toEqual([
      'store.created',
      'note.imported',
      'note.redacted',
      'note.summarised',
      'vault.opened',
      'note.deletion-scheduled',
      'note.deleted',
    ])
    const text = JSON.stringify(entries)
    for (const canary of CANARIES) expect(text).not.toContain(canary)
    const exported = await Array.fromAsync(await client.audit.export({}))
    expect(exported).toHaveLength(entries.length + 1 /* the export itself */ + 3 /* header, checkpoint, trailer */)
  })

  it('takes up a note whose stages were cut off', async () => {
    opened = await openSotto()
    const { client } = opened
    const { noteId } = await client.notes.import({ file: new File([meeting], 'meeting.vtt'), participants: [] })
    await client.system.lock({}) // in the middle of it
    await client.system.unlock({ passphrase: PASSPHRASE })
    await finished(client, noteId)
    expect((await client.notes.show({ id: noteId })).state).toBe('ready')
  })

  it('forgets an import that is cancelled', async () => {
    opened = await openSotto()
    const { client, dir } = opened
    const { noteId } = await client.notes.import({ file: new File([canaryMeeting(4_000)], 'meeting.vtt'), participants: [] })
    const [job] = await client.jobs.list({ noteId })
    if (job === undefined) throw new Error('an import has jobs')
    await client.jobs.cancel({ jobId: job.id })
    expect(await client.notes.list({})).toEqual([])
    expect(findCanaries([dir], CANARIES)).toEqual([])
  })

  it('that is hidden can be erased before its time', async () => {
    opened = await openSotto()
    const { client } = opened
    const noteId = await importText(client, meeting)
    await client.notes.delete({ id: noteId, undoMs: 60_000 })
    await client.notes.delete({ id: noteId, undoMs: 0 })
    await expect(client.notes.undoDelete({ id: noteId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(client.notes.delete({ id: noteId, undoMs: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
