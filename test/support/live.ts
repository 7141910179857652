import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobIdSchema, noteIdSchema, recordingIdSchema } from '../../src-shared/domain/ids.ts'
import { jobParamsSchema, type JobKind } from '../../src-shared/domain/job.ts'
import { createKeys } from '../../src-main/core/keys/index.ts'
import { createModels, modelsFolder } from '../../src-main/core/models/index.ts'
import { stagedHead } from '../../src-main/core/pipeline/index.ts'
import { systemIds } from '../../src-main/core/platform/index.ts'
import { createPower } from '../../src-main/core/power/index.ts'
import { createRecordings } from '../../src-main/core/recorder/index.ts'
import { openSession } from '../../src-main/core/session.ts'
import { newNoteKeys } from '../../src-main/core/vault/index.ts'
import { PASSPHRASE, SPEECH_MODEL } from './sotto.ts'

const SECOND = 16_000

/** An unlocked session with a note whose recording lies on the disk, as a recorder leaves it: nobody has heard it, no job is queued. */
export async function recordedNote(sides: readonly Int16Array[], { participants = [] }: { participants?: string[] } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'sotto-live-'))
  const clock = { now: () => Date.parse('2026-11-21T10:00:00Z') }
  const ids = systemIds()
  const { keys } = await createKeys(dir, PASSPHRASE, { now: () => clock.now(), kdfCost: { opsLimit: 1, memLimitBytes: 8192 } })
  const models = createModels({ dir: modelsFolder(dir) })
  const outside = { ollamaHost: 'http://127.0.0.1:9', power: createPower(), onOffer: () => undefined }
  const options = { dir, keys, clock, ids, models, speechModel: SPEECH_MODEL, ...outside }
  const session = await openSession({ ...options, isNew: true })
  const noteId = noteIdSchema.parse(ids.next())
  const recordingId = recordingIdSchema.parse(ids.next())
  const channels: 1 | 2 = sides.length === 2 ? 2 : 1
  const length = Math.max(...sides.map((side) => side.length))
  function* seconds(from = 0) {
    for (let at = from; at < length; at += SECOND) {
      const size = Math.min(SECOND, length - at)
      yield { firstSample: at, channels: sides.map((side) => Int16Array.from({ length: size }, (_, index) => side[at + index] ?? 0)) }
    }
  }
  async function* blocks() {
    yield* seconds()
  }
  async function* written() {
    for (const block of seconds()) yield block.channels
  }
  const recordings = createRecordings({ dir, audioKey: () => keys.audioKey() })
  const { wrappedKey, parts, samples } = await recordings.write(recordingId, channels, written())
  const { seed, publicKey, sealedSeed, indexKey } = newNoteKeys(keys.vaultPublicKey)
  const { batch, rows } = stagedHead({ noteId, publicKey, batchId: ids.next(), participants })
  await session.store.write.stageNote({
    note: {
      id: noteId,
      createdAt: clock.now(),
      date: '2026-11-21',
      format: 'recording',
      language: null,
      durationMs: Math.round(samples / 16),
      segmentCount: 0,
      speakerCount: 0,
    },
    vaultKey: { publicKey, sealedSeed, workSeed: seed, indexKey },
    batch,
    staging: rows,
    recording: { id: recordingId, noteId, channels, samples, wrappedKey, parts: [...parts], expiresAt: null },
    jobs: [],
  })
  return {
    dir,
    session,
    noteId,
    channels,
    blocks,
    removeSound: () => recordings.remove(recordingId),
    /** What Stop does: the jobs that finish the note. */
    async finish(): Promise<void> {
      const params = jobParamsSchema.parse({ speech: { language: 'en', openMicrophone: channels === 2 } })
      for (const kind of ['transcribe', 'redact', 'summarize'] satisfies JobKind[]) {
        const job = { id: jobIdSchema.parse(ids.next()), noteId, kind, state: 'queued', attempt: 0, progress: 0, notBefore: 0, params, error: null } as const
        await session.store.write.addJob(job)
      }
      session.runner.wake()
      const last = new Map<string, string>()
      for await (const job of session.runner.watch(noteId)) last.set(job.kind, job.error === null ? job.state : `${job.state} ${job.error.code}`)
      const failed = [...last].filter(([, state]) => state !== 'done')
      if (failed.length > 0) throw new Error(`a stage did not end well: ${failed.join()}`)
    },
    async remove(): Promise<void> {
      await session.close()
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
