import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { recordingIdSchema, type NoteId } from '../../src-shared/domain/ids.ts'
import type { LiveEvent } from '../../src-shared/domain/live.ts'
import { recordingPublicKeyOf } from '../../src-main/core/keys/index.ts'
import { lockDirectory } from '../../src-main/core/owner/index.ts'
import { createPower } from '../../src-main/core/power/index.ts'
import { systemIds } from '../../src-main/core/platform/index.ts'
import { beginRecording } from '../../src-main/core/recorder/index.ts'
import { ownLineIdSchema } from '../../src-shared/domain/own-line.ts'
import { finished, openSotto, PASSPHRASE } from '../support/sotto.ts'

const wav = readFileSync(fileURLToPath(new URL('../fixtures/speech/meeting-planning.wav', import.meta.url))).subarray(44)
const speech = new Int16Array(wav.buffer.slice(wav.byteOffset, wav.byteOffset + (wav.length & ~1)))

type Opened = Awaited<ReturnType<typeof openSotto>>
let opened: Opened | null = null
afterEach(async () => opened?.remove())

/** A recording as the process that stays makes it: it knows the folder and a public key. */
async function record({ dir, clock }: Opened) {
  const id = recordingIdSchema.parse(systemIds().next())
  const session = await beginRecording({ dir, recordingPublicKey: recordingPublicKeyOf(dir), lock: lockDirectory, id, channels: 1, now: clock.now })
  return {
    ...session,
    async say(from: number, to: number): Promise<void> {
      for (let at = from; at < to; at += 1_600) await session.push({ firstSample: at, channels: [speech.subarray(at, Math.min(to, at + 1_600))] })
    },
  }
}

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length
const said = (events: readonly LiveEvent[]): string => events.flatMap((event) => (event.kind === 'segment' ? [event.text] : [])).join(' ')

async function ended({ client }: Opened, noteId: NoteId) {
  while ((await client.notes.show({ id: noteId })).recorded?.ending === 'under-way') await setTimeout(50)
  await finished(client, noteId)
  return client.notes.show({ id: noteId })
}

it('shows the words of a recording while it is made, and makes its note when it is over', async () => {
  opened = await openSotto()
  const { client } = opened
  const recording = await record(opened)
  const recordingId = recording.id
  const { noteId } = await client.recordings.follow({ recordingId, title: 'Planning', participants: ['Dana'], agreement: 'everyone-agreed' })
  expect(await client.recordings.follow({ recordingId })).toEqual({ noteId })
  expect(await client.notes.list({})).toMatchObject([{ ending: 'under-way' }])
  await expect(client.notes.delete({ id: noteId })).rejects.toMatchObject({ code: 'RECORDING_UNDER_WAY' })
  const live = client.live.watch({ noteId })
  await recording.say(0, speech.length)
  await recording.mark()
  await recording.gap('slept', 3000)
  const whole = recording.stop()
  const events = await Array.fromAsync(await live)
  expect(events.at(-1)).toEqual({ kind: 'end', code: null })

  const note = await ended(opened, noteId)
  const { samples } = await whole
  const atMs = Math.floor(samples / 16)
  expect(note).toMatchObject({ state: 'ready', title: 'Planning', durationMs: Math.round(samples / 16) })
  const gaps = [{ atMs, ms: 3000, reason: 'slept' }]
  expect(note.recorded).toEqual({ agreement: 'everyone-agreed', mode: 'sound-and-text', ending: 'stopped', gaps, marks: [atMs] })
  const text = note.segments.map((segment) => segment.text).join(' ')
  expect(words(text)).toBeGreaterThan(100)
  expect(words(said(events))).toBe(words(text))
  expect(await client.notes.list({})).toMatchObject([{ ending: 'stopped' }])
})

it('goes on where it was when the store is unlocked again, and leaves out nothing said meanwhile', async () => {
  opened = await openSotto()
  const { client } = opened
  const recording = await record(opened)
  const third = Math.floor(speech.length / 3)
  const { noteId } = await client.recordings.follow({ recordingId: recording.id })
  await recording.say(0, third)
  await client.system.lock({})
  await recording.say(third, 2 * third)
  await client.system.unlock({ passphrase: PASSPHRASE })
  expect(await client.recordings.follow({ recordingId: recording.id })).toEqual({ noteId })
  await recording.say(2 * third, speech.length)
  await recording.stop()
  const note = await ended(opened, noteId)
  expect(words(note.segments.map((segment) => segment.text).join(' '))).toBeGreaterThan(100)
  expect(note.sound?.durationMs).toBe(Math.round(speech.length / 16))
})

it('waits with its words while the computer is to be spared, and goes on where it was', async () => {
  const power = createPower()
  opened = await openSotto({ power })
  const { client } = opened
  await client.settings.set({ sparing: true })
  const recording = await record(opened)
  const { noteId } = await client.recordings.follow({ recordingId: recording.id })
  const hearing = await client.recordings.hearing({ noteId })
  const next = async () => (await hearing.next()).value
  expect(await next()).toBe('live')

  const before = await client.live.watch({ noteId })
  await recording.say(0, speech.length / 3)
  const heard: LiveEvent[] = []
  for await (const event of before) {
    heard.push(event)
    if (said(heard) !== '') power.tell({ supply: 'battery', isHot: false })
  }
  expect(await next()).toBe('battery')
  await recording.say(speech.length / 3, speech.length)
  power.tell({ supply: 'battery', isHot: true })
  expect(await next()).toBe('heat')
  power.tell({ supply: 'mains', isHot: false })
  expect(await next()).toBe('live')

  const after = await client.live.watch({ noteId })
  await recording.stop()
  const events = await Array.fromAsync(after)
  expect((await hearing.next()).done).toBe(true)
  const note = await ended(opened, noteId)
  const text = note.segments.map((segment) => segment.text).join(' ')
  expect(words(text)).toBeGreaterThan(100)
  expect(words(said(events))).toBe(words(text))
  expect(said(events).startsWith(said(heard).slice(0, 20))).toBe(true)
})

it('knows no recording that is not being made', async () => {
  opened = await openSotto()
  const id = recordingIdSchema.parse(systemIds().next())
  await expect(opened.client.recordings.follow({ recordingId: id })).rejects.toMatchObject({ code: 'NO_RECORDING' })
})

it('keeps no note of a recording without a sound', async () => {
  opened = await openSotto()
  const { client } = opened
  const recording = await record(opened)
  await client.recordings.follow({ recordingId: recording.id })
  await recording.stop()
  while ((await client.notes.list({})).length > 0) await setTimeout(50)
  expect(await client.notes.adoptRecordings({})).toEqual({ noteIds: [], unreadable: 0 })
})

it('keeps what was written down although not a sound was recorded, and what was written while words were heard', async () => {
  opened = await openSotto()
  const { client } = opened
  const line = { id: ownLineIdSchema.parse(crypto.randomUUID()), atMs: 1_000, text: 'ask Marlow Fennimore about the rent' }
  const silent = await record(opened)
  const { noteId } = await client.recordings.follow({ recordingId: silent.id })
  await client.ownNotes.save({ id: noteId, put: [line] })
  await silent.stop()
  while ((await client.notes.show({ id: noteId })).state !== 'ready') await setTimeout(50)
  expect((await client.ownNotes.read({ id: noteId, reveal: true })).lines).toEqual([line])
  expect((await client.ownNotes.read({ id: noteId })).lines[0]?.text).toMatch(/^ask \[PERSON_\d\] about the rent$/)

  const recording = await record(opened)
  const heard = await client.recordings.follow({ recordingId: recording.id, participants: ['Dana'] })
  await recording.say(0, Math.floor(speech.length / 3))
  await client.ownNotes.save({ id: heard.noteId, put: [{ ...line, text: 'Dana plans the launch' }] })
  await client.system.lock({})
  await client.system.unlock({ passphrase: PASSPHRASE })
  expect((await client.ownNotes.read({ id: heard.noteId, reveal: true })).lines.map(({ text }) => text)).toEqual(['Dana plans the launch'])
  await recording.stop()
  const note = await ended(opened, heard.noteId)
  expect((await client.ownNotes.read({ id: heard.noteId })).lines[0]?.text).toMatch(/^\[PERSON_\d\] plans the launch$/)
  expect(note.summary?.own).toHaveLength(1)
})
