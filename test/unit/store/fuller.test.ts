import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobIdSchema, noteIdSchema, recordingIdSchema, segmentIdSchema, transcriptIdSchema } from '../../../src-shared/domain/ids.ts'
import type { Mark } from '../../../src-shared/domain/transcript.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import { systemIds } from '../../../src-main/core/platform/index.ts'
import { openForWriting, serveReads, serveWrites } from '../../../src-main/core/store/index.ts'

const dir = mkdtempSync(join(tmpdir(), 'sotto-fuller-'))
const db = openForWriting(join(dir, 'sotto.db'), new Uint8Array(32), 'create')
const ids = systemIds()
const write = createRouterClient(serveWrites(db, { clock: { now: () => 1_000 }, ids }))
const read = createRouterClient(serveReads(db))
const noteId = noteIdSchema.parse(ids.next())
const bytes = new Uint8Array(32)

const batch = () => ({ id: ids.next(), sealedKey: bytes })
const job = (kind: 'transcribe' | 'redact') => ({
  id: jobIdSchema.parse(ids.next()),
  noteId,
  kind,
  state: 'running' as const,
  attempt: 1,
  progress: 0,
  notBefore: 0,
  params: { engine: 'embedded' as const },
  error: null,
})

/** One hearing from beginning to end, with these lines as what was heard. */
async function hear(lines: readonly { text: string; marks?: Mark[] }[], model: string): Promise<void> {
  const [transcribe, redact] = [job('transcribe'), job('redact')]
  await write.addJob(transcribe)
  await write.addJob(redact)
  const hearing = { channel: 0, doneMs: 1_000, language: 'en', isDone: true }
  await write.addHeard({ noteId, jobId: transcribe.id, hearing, heardBy: { model, engine: 'test', language: 'en' }, batch: batch(), rows: [] })
  await write.commitHearing({ noteId, jobId: transcribe.id, language: 'en', segmentCount: lines.length, speakerCount: 0 })
  await write.commitRedaction({
    noteId,
    jobId: redact.id,
    transcriptId: transcriptIdSchema.parse(ids.next()),
    title: null,
    participants: [],
    segments: lines.map(({ text, marks }) => ({
      id: segmentIdSchema.parse(ids.next()),
      speaker: null,
      startMs: 0,
      endMs: 1,
      text: redactedTextSchema.parse(text),
      ...(marks === undefined ? {} : { marks }),
    })),
    occurrences: [],
    index: [],
    batch: batch(),
    sealedOccurrences: [],
    sealedNames: [],
    soundExpiresAt: null,
  })
}

const texts = async () => (await read.getNote({ noteId }))?.segments.map(({ text }) => text)

beforeAll(async () => {
  const note = {
    id: noteId,
    createdAt: 0,
    date: '2026-11-21',
    format: 'recording' as const,
    language: null,
    durationMs: 1_000,
    segmentCount: 0,
    speakerCount: 0,
  }
  const recording = {
    id: recordingIdSchema.parse(ids.next()),
    noteId,
    channels: 1 as const,
    samples: 16_000,
    wrappedKey: bytes,
    parts: [],
    expiresAt: null,
  }
  const vaultKey = { publicKey: bytes, sealedSeed: bytes, workSeed: bytes, indexKey: bytes }
  await write.stageNote({ note, vaultKey, batch: batch(), staging: [], recording, jobs: [] })
})
afterAll(() => {
  db.close()
  rmSync(dir, { recursive: true })
})

describe('hearing a recording again', () => {
  it('keeps the transcript that has more words, whoever heard it last', async () => {
    await hear([{ text: 'five words are in here' }], 'small')
    expect(await texts()).toEqual(['five words are in here'])
    await hear([{ text: 'only three words' }], 'tiny')
    expect(await texts()).toEqual(['five words are in here'])
    expect((await read.getNote({ noteId }))?.heardBy?.model).toBe('small')
    await hear([{ text: 'now there are six words here' }], 'large')
    expect(await texts()).toEqual(['now there are six words here'])
    expect((await read.getNote({ noteId }))?.heardBy?.model).toBe('large')
    await hear([], 'none')
    expect(await texts()).toEqual(['now there are six words here'])
  })

  it('does not count what nobody may have said', async () => {
    await hear([{ text: 'thank you for watching this video until its very end', marks: ['stock-phrase'] }, { text: 'two words' }], 'dreamer')
    expect(await texts()).toEqual(['now there are six words here'])
  })
})
