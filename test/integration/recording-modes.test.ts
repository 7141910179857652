import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import { recordingIdSchema } from '../../src-shared/domain/ids.ts'
import type { RecordingMode } from '../../src-shared/domain/settings.ts'
import { recordingPublicKeyOf } from '../../src-main/core/keys/index.ts'
import { lockDirectory } from '../../src-main/core/owner/index.ts'
import { systemIds } from '../../src-main/core/platform/index.ts'
import { beginRecording } from '../../src-main/core/recorder/index.ts'
import { finished, openSotto, PASSPHRASE } from '../support/sotto.ts'

const wav = readFileSync(fileURLToPath(new URL('../fixtures/speech/meeting-planning.wav', import.meta.url))).subarray(44)
const speech = new Int16Array(wav.buffer.slice(wav.byteOffset, wav.byteOffset + 2 * 16_000 * 12))

type Opened = Awaited<ReturnType<typeof openSotto>>
let opened: Opened | null = null
let stop = async (): Promise<unknown> => undefined
afterEach(async () => {
  await stop()
  await opened?.remove()
})

/** Recorded while locked, and cut off: whoever takes it up knows the mode from the recording alone. */
async function recordCutOff({ dir, client, clock }: Opened, mode: RecordingMode): Promise<NoteId> {
  await client.system.lock({})
  const id = recordingIdSchema.parse(systemIds().next())
  let release = (): void => undefined
  const lock: typeof lockDirectory = (folder) => {
    const held = lockDirectory(folder)
    if (held !== null) release = () => held.release()
    return held
  }
  const session = await beginRecording({ dir, recordingPublicKey: recordingPublicKeyOf(dir), lock, id, channels: 1, mode, now: clock.now })
  for (let at = 0; at < speech.length; at += 1_600) await session.push({ firstSample: at, channels: [speech.subarray(at, at + 1_600)] })
  stop = () => session.stop()
  release() // as the system does for a process that was killed
  await client.system.unlock({ passphrase: PASSPHRASE })
  const [note] = await client.notes.list({})
  if (note === undefined) throw new Error('no note')
  return note.id
}

const soundFiles = ({ dir }: Opened): string[] => {
  const audio = join(dir, 'audio')
  return existsSync(audio) ? readdirSync(audio, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(part|opus)$/.test(name)) : []
}

it('keeps words alone: the sound is destroyed in the moment its words are stored', async () => {
  opened = await openSotto()
  const id = await recordCutOff(opened, 'text-only')
  await finished(opened.client, id)
  const note = await opened.client.notes.show({ id })
  expect(note).toMatchObject({ state: 'ready', sound: null, recorded: { mode: 'text-only', ending: 'cut-off' } })
  expect(note.segments.length).toBeGreaterThan(1)
  expect(soundFiles(opened)).toEqual([])
})

it('lets no sound go that was not heard', async () => {
  opened = await openSotto({ speechModel: undefined })
  const id = await recordCutOff(opened, 'text-only')
  await finished(opened.client, id)
  expect(await opened.client.notes.show({ id })).toMatchObject({ state: 'failed', sound: { expiresAt: null } })
  expect(soundFiles(opened)).toHaveLength(1)
})

it('keeps sound alone until somebody asks for words of it', async () => {
  opened = await openSotto()
  const { client, clock } = opened
  const id = await recordCutOff(opened, 'sound-only')
  expect(await client.jobs.list({ noteId: id })).toEqual([])
  expect(await client.notes.show({ id })).toMatchObject({ state: 'ready', segments: [], sound: { expiresAt: null }, recorded: { mode: 'sound-only' } })

  expect(await client.notes.list({})).toMatchObject([{ ending: 'cut-off', isAcknowledged: false }])
  await client.recordings.acknowledge({ noteId: id })
  await client.system.lock({})
  await client.system.unlock({ passphrase: PASSPHRASE })
  expect(await client.notes.list({})).toMatchObject([{ ending: 'cut-off', isAcknowledged: true }])

  await client.notes.hearAgain({ id, params: { engine: 'embedded' } })
  await finished(client, id)
  const heard = await client.notes.show({ id })
  expect(heard.segments.length).toBeGreaterThan(1)
  expect(heard.sound?.expiresAt).toBe(clock.ms + 7 * 86_400_000)
})
