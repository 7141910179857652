import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { recordingIdSchema } from '../../src-shared/domain/ids.ts'
import { recordingPublicKeyOf } from '../../src-main/core/keys/index.ts'
import { lockDirectory } from '../../src-main/core/owner/index.ts'
import { systemIds } from '../../src-main/core/platform/index.ts'
import { beginRecording } from '../../src-main/core/recorder/index.ts'
import { finished, openSotto, PASSPHRASE } from '../support/sotto.ts'

const wav = readFileSync(fileURLToPath(new URL('../fixtures/speech/meeting-planning.wav', import.meta.url))).subarray(44)
const speech = new Int16Array(wav.buffer.slice(wav.byteOffset, wav.byteOffset + (wav.length & ~1)))

let opened: Awaited<ReturnType<typeof openSotto>> | null = null
afterEach(async () => opened?.remove())

describe('a recording made while the store is locked', () => {
  it('is a note, heard to the end, once it is unlocked; and is adopted once', async () => {
    opened = await openSotto()
    const { dir, client, clock } = opened
    await client.system.lock({})
    const id = recordingIdSchema.parse(systemIds().next())
    const recordingPublicKey = recordingPublicKeyOf(dir)
    const session = await beginRecording({ dir, recordingPublicKey, lock: lockDirectory, id, channels: 1, title: 'Planning', now: clock.now })
    for (let at = 0; at < speech.length; at += 1_600) await session.push({ firstSample: at, channels: [speech.subarray(at, at + 1_600)] })
    await session.stop()

    await client.system.unlock({ passphrase: PASSPHRASE })
    const [note] = await client.notes.list({})
    if (note === undefined) throw new Error('no note')
    await finished(client, note.id)
    expect(await client.notes.show({ id: note.id })).toMatchObject({ state: 'ready', title: 'Planning' })
    expect((await client.notes.show({ id: note.id })).segments.length).toBeGreaterThan(10)
    expect(await client.notes.adoptRecordings({})).toEqual({ noteIds: [], unreadable: 0 })
  })
})
