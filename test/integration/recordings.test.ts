import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { Job } from '../../src-shared/domain/job.ts'
import { filesBelow, findCanaries } from '../support/canaries.ts'
import { bringRecording, finished, importRecording, importText, openSotto, PASSPHRASE, SPEECH_MODEL } from '../support/sotto.ts'

let opened: Awaited<ReturnType<typeof openSotto>>
afterEach(() => opened.remove())

const wav = (name: string): string => fileURLToPath(new URL(`../fixtures/speech/${name}.wav`, import.meta.url))
const soundFiles = (dir: string): string[] => filesBelow(dir).filter((file) => /\.(part|opus)$/.test(file))
/** Once what was heard has become small. */
async function smallSound(dir: string): Promise<string[]> {
  while (soundFiles(dir).some((file) => file.endsWith('.part'))) await setTimeout(20)
  return soundFiles(dir)
}
const WEEK_MS = 7 * 24 * 3_600_000

/** Two voices, each on a side: the left one speaks first. */
function twoSided(dir: string): string {
  const [left, right] = ['agenda', 'decision'].map((name) => readFileSync(wav(name)).subarray(44))
  if (left === undefined || right === undefined) throw new Error('two fixtures')
  const frames = (left.length + right.length) / 2
  const data = Buffer.alloc(frames * 4)
  for (let at = 0; at < left.length; at += 2) left.copy(data, at * 2, at, at + 2)
  for (let at = 0; at < right.length; at += 2) right.copy(data, (left.length + at) * 2 + 2, at, at + 2)
  const header = Buffer.from(readFileSync(wav('agenda')).subarray(0, 44))
  header.writeUInt16LE(2, 22)
  header.writeUInt32LE(64_000, 28)
  header.writeUInt16LE(4, 32)
  header.writeUInt32LE(data.length, 40)
  header.writeUInt32LE(data.length + 36, 4)
  const path = join(dir, 'two-sided.wav')
  writeFileSync(path, Buffer.concat([header, data]))
  return path
}

describe('a recording becomes a note', () => {
  it('heard, redacted and summarised, with its sound kept encrypted for a week', async () => {
    opened = await openSotto()
    const { client, dir, clock } = opened
    const noteId = await importRecording(client, 'meeting-launch', { title: 'Launch', participants: ['Tom Becker'] })
    const note = await client.notes.show({ id: noteId })
    expect(note).toMatchObject({ state: 'ready', format: 'recording', title: 'Launch', heardBy: { model: 'file', language: 'en' } })
    expect(note.sound).toMatchObject({ channels: 1, expiresAt: clock.ms + WEEK_MS })
    const text = note.segments.map((segment) => segment.text).join(' ')
    expect(text).toContain('We agreed to use the blue design.')
    expect(text).not.toMatch(/Tom|Emma|emma@/)
    expect(note.summary?.decisions.some((line) => line.text.includes('blue design'))).toBe(true)
    expect(note.segments[0]).toMatchObject({ speaker: null })
    expect((await client.notes.show({ id: noteId, reveal: true })).segments.some((segment) => segment.text.includes('Tom will finish'))).toBe(true)

    // Once it is heard, it becomes small, and its expiry stands beside it in clear.
    const length = readFileSync(wav('meeting-launch')).length
    const [small = '', ...others] = await smallSound(dir)
    expect([small.endsWith('.opus'), others, statSync(small).size * 8 < length]).toEqual([true, [], true])
    const expiry = filesBelow(dir).find((file) => file.endsWith('/expires')) ?? ''
    expect(Date.parse(readFileSync(expiry, 'utf8').trim())).toBe(clock.ms + WEEK_MS)
    await client.notes.hearAgain({ id: noteId, params: { engine: 'embedded' } })
    await finished(client, noteId)
    expect((await client.notes.show({ id: noteId })).segments.map((segment) => segment.text).join(' ')).toContain('We agreed to use the blue design.')

    expect(findCanaries([dir], ['blue design', 'press release', 'Tom Becker', 'emma@example.com'])).toEqual([])
    const samples = readFileSync(wav('meeting-launch')).subarray(44 + 64_000, 44 + 64_032)
    for (const file of filesBelow(dir)) expect(readFileSync(file).includes(samples), file).toBe(false)
  }, 60_000)

  it('with two sides as two speakers, in the order they spoke', async () => {
    opened = await openSotto()
    const path = twoSided(opened.dir)
    const note = await opened.client.notes.show({ id: await importRecording(opened.client, path) })
    const order = note.segments.map(({ speaker }) => speaker)
    expect(order[0]).toBe('Speaker 1')
    expect(order.at(-1)).toBe('Speaker 2')
    expect(order.slice().sort((a, b) => String(a).localeCompare(String(b)))).toEqual(order)
    expect(note.sound?.channels).toBe(2)
  }, 60_000)

  it('handed over as a stream, as a window does', async () => {
    opened = await openSotto()
    const bytes = readFileSync(wav('action-item'))
    async function* stream() {
      for (let at = 0; at < bytes.length; at += 10_000) yield new Uint8Array(bytes.subarray(at, at + 10_000))
    }
    const { noteId } = await opened.sotto.importStream(stream(), { fileName: 'action-item.wav', participants: [] })
    await finished(opened.client, noteId)
    expect((await opened.client.notes.show({ id: noteId })).segments.length).toBeGreaterThan(0)
  }, 60_000)

  it('goes with its note: rows, files and key', async () => {
    opened = await openSotto()
    const { client, dir } = opened
    const noteId = await importRecording(client, 'action-item')
    expect(soundFiles(dir)).toHaveLength(1)
    await client.notes.delete({ id: noteId })
    expect(existsSync(join(dir, 'audio')) ? readdirSync(join(dir, 'audio')) : []).toEqual([])
  }, 60_000)

  it('loses its sound after a week, and nothing else', async () => {
    opened = await openSotto()
    const { client, dir, clock } = opened
    const noteId = await importRecording(client, 'action-item')
    clock.ms += WEEK_MS + 1
    await client.system.lock({})
    await client.system.unlock({ passphrase: PASSPHRASE })
    expect(soundFiles(dir)).toEqual([])
    const note = await client.notes.show({ id: noteId })
    expect(note).toMatchObject({ state: 'ready', sound: null })
    expect(note.segments.length).toBeGreaterThan(0)
    await expect(client.notes.hearAgain({ id: noteId, params: { engine: 'embedded' } })).rejects.toMatchObject({ code: 'NO_RECORDING' })
  }, 60_000)

  it('keeps its sound for good, lets it go again, or destroys it alone, as the person says', async () => {
    opened = await openSotto()
    const { client, dir, clock } = opened
    const noteId = await importRecording(client, 'action-item')
    await client.notes.keepSound({ id: noteId, keep: true })
    clock.ms += 100 * WEEK_MS
    await client.system.lock({})
    await client.system.unlock({ passphrase: PASSPHRASE })
    expect((await client.notes.show({ id: noteId })).sound?.expiresAt).toBeNull()
    await client.notes.keepSound({ id: noteId, keep: false })
    expect((await client.notes.show({ id: noteId })).sound?.expiresAt).toBe(clock.ms + WEEK_MS)
    await client.notes.deleteSound({ id: noteId })
    expect(soundFiles(dir)).toEqual([])
    const note = await client.notes.show({ id: noteId })
    expect(note.sound).toBeNull()
    expect(note.segments.length).toBeGreaterThan(0)
    await expect(client.notes.keepSound({ id: noteId, keep: true })).rejects.toMatchObject({ code: 'NO_RECORDING' })
  }, 60_000)

  it('leaves nothing of a file that is no recording, or of one that holds no sound', async () => {
    opened = await openSotto()
    const { client, dir } = opened
    const broken = join(dir, 'broken.flac')
    writeFileSync(broken, Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(5_000, 1)]))
    await expect(bringRecording(client, broken)).rejects.toMatchObject({ exitCode: 2 })
    await expect(bringRecording(client, join(dir, 'missing.wav'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    expect(await client.notes.list({})).toEqual([])
    expect(soundFiles(dir)).toEqual([])
  })

  it('says so where a file ends too early, and takes what is there', async () => {
    opened = await openSotto()
    const cut = join(opened.dir, 'cut.wav')
    writeFileSync(cut, readFileSync(wav('agenda')).subarray(0, 120_000))
    const events = await Array.fromAsync(await opened.client.notes.importFile({ path: cut, participants: [] }))
    expect(events.at(-1)).toMatchObject({ kind: 'imported', isTruncated: true })
  }, 60_000)

  it('in which nobody speaks is kept, and says so', async () => {
    opened = await openSotto()
    const { client, dir } = opened
    const noteId = await bringRecording(client, 'silence')
    expect((await finished(client, noteId)).at(-1)).toMatchObject({ kind: 'transcribe', state: 'failed', error: { code: 'NOTHING_HEARD' } })
    expect((await client.notes.list({}))[0]).toMatchObject({ id: noteId, state: 'failed' })
    expect(soundFiles(dir)).toHaveLength(1)
    expect((await client.notes.show({ id: noteId })).sound?.expiresAt).toBeNull()
  }, 60_000)

  it('needs a model before anything is copied', async () => {
    opened = await openSotto({ speechModel: undefined })
    await expect(bringRecording(opened.client, 'agenda')).rejects.toMatchObject({ code: 'SPEECH_MODEL_MISSING', exitCode: 4 })
    expect(soundFiles(opened.dir)).toEqual([])
  })

  it('whose files were changed says so, and the rest stays readable', async () => {
    opened = await openSotto()
    const { client, dir } = opened
    const noteId = await importRecording(client, 'agenda')
    const [file] = await smallSound(dir)
    if (file === undefined) throw new Error('a recording has a file')
    truncateSync(file, 5_000)
    await client.notes.hearAgain({ id: noteId, params: { engine: 'embedded' } })
    expect((await finished(client, noteId)).at(-1)).toMatchObject({ state: 'failed', error: { code: 'STORE_DAMAGED', params: { part: 'audio' } } })
    const note = await client.notes.show({ id: noteId })
    expect(note.state).toBe('ready')
    expect(note.segments.length).toBeGreaterThan(0)
  }, 60_000)
})

describe('hearing', () => {
  /** Waits until a part of the recording has been heard, but not all. */
  async function partlyHeard(client: typeof opened.client, noteId: Job['noteId']): Promise<Job> {
    for await (const job of await client.jobs.watch({ noteId }))
      if (job.kind === 'transcribe' && job.state === 'running' && job.progress > 0 && job.progress < 1) return job
    throw new Error('it was over before it could be stopped')
  }

  it('that is cancelled keeps the recording, and goes on where it was', async () => {
    opened = await openSotto()
    const { client, dir } = opened
    const whole = (await client.notes.show({ id: await importRecording(client, 'meeting-planning') })).segments.map(({ text, startMs }) => [
      text,
      startMs,
    ])
    const noteId = await bringRecording(client, 'meeting-planning')
    const job = await partlyHeard(client, noteId)
    await client.jobs.cancel({ jobId: job.id })
    expect((await client.jobs.list({ noteId })).find(({ kind }) => kind === 'transcribe')).toMatchObject({ state: 'cancelled' })
    expect(new Set(soundFiles(dir).map(dirname)).size).toBe(2)

    await client.jobs.retry({ jobId: job.id })
    const states = await finished(client, noteId)
    const first = states.find(({ kind, state, progress }) => kind === 'transcribe' && state === 'running' && progress > 0)
    expect(first?.progress).toBeGreaterThan(job.progress)
    expect((await client.notes.show({ id: noteId })).segments.map(({ text, startMs }) => [text, startMs])).toEqual(whole)
  }, 120_000)

  it('that a lock cut off goes on after unlocking', async () => {
    opened = await openSotto()
    const { client } = opened
    const noteId = await bringRecording(client, 'meeting-planning')
    await partlyHeard(client, noteId)
    await client.system.lock({})
    await client.system.unlock({ passphrase: PASSPHRASE })
    await finished(client, noteId)
    const note = await client.notes.show({ id: noteId })
    expect(note.state).toBe('ready')
    const starts = note.segments.map(({ startMs }) => startMs ?? 0)
    expect(new Set(starts).size).toBe(starts.length)
  }, 120_000)

  it('again takes a result that is as full, and keeps the edits on it', async () => {
    opened = await openSotto()
    const { client } = opened
    const noteId = await importRecording(client, 'meeting-launch')
    const before = await client.notes.show({ id: noteId })
    await client.notes.editSegment({ id: noteId, segment: 1, text: 'Let us start at once.' })
    await finished(client, noteId)
    await client.notes.hearAgain({ id: noteId, params: { engine: 'embedded', speech: { model: SPEECH_MODEL, language: 'en' } } })
    expect((await finished(client, noteId)).at(-1)).toMatchObject({ kind: 'summarize', state: 'done' })
    const after = await client.notes.show({ id: noteId })
    expect(after.transcriptId).not.toBe(before.transcriptId)
    expect(after.segments.map(({ id }) => id)).toEqual(before.segments.map(({ id }) => id))
    expect(after.segments[1]?.text).toBe('Let us start at once.')
    expect((await client.search.query({ query: '"start at once"' })).map((hit) => hit.segment)).toEqual([1])
  }, 120_000)

  it('again that is cancelled leaves the note as it was', async () => {
    opened = await openSotto()
    const { client } = opened
    const noteId = await importRecording(client, 'meeting-planning')
    const before = await client.notes.show({ id: noteId })
    await client.notes.hearAgain({ id: noteId, params: { engine: 'embedded' } })
    const job = await partlyHeard(client, noteId)
    await client.jobs.cancel({ jobId: job.id })
    expect(await client.notes.show({ id: noteId })).toEqual(before)
    await client.notes.resummarize({ id: noteId, params: { engine: 'embedded' } })
    expect((await finished(client, noteId)).at(-1)).toMatchObject({ kind: 'summarize', state: 'done' })
  }, 120_000)

  it('is for recordings only', async () => {
    opened = await openSotto()
    const noteId = await importText(opened.client, 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello there.</v>\n')
    await expect(opened.client.notes.hearAgain({ id: noteId, params: { engine: 'embedded' } })).rejects.toMatchObject({ code: 'NO_RECORDING' })
  })
})
