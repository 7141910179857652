import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import type { Job } from '../../src-shared/domain/job.ts'
import { createSotto, type Sotto, type SottoOptions } from '../../src-main/core/sotto.ts'

export const PASSPHRASE = 'four unrelated words'

/** The core in a folder of its own, unlocked, with the cheapest passphrase cost and a clock that stands still until told. */
export async function openSotto(options: Partial<SottoOptions> = {}) {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'sotto-core-'))
  const clock = { ms: Date.parse('2026-11-21T10:00:00Z'), now: () => clock.ms }
  const make = (): Sotto =>
    createSotto({ dir, version: 'test', clock, kdfCost: { opsLimit: 1, memLimitBytes: 8192 }, speechModel: SPEECH_MODEL, ...options })
  const sotto = make()
  const { recoveryWords } = await sotto.client.system.init({ passphrase: PASSPHRASE })
  return {
    dir,
    clock,
    client: sotto.client,
    sotto,
    recoveryWords,
    make,
    async remove() {
      await sotto.close()
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

type Client = Sotto['client']

/** Imports a text and waits for its stages. */
export async function importText(client: Client, text: string, extra: Partial<Parameters<Client['notes']['import']>[0]> = {}): Promise<NoteId> {
  const { noteId } = await client.notes.import({
    file: new File([text], 'meeting.vtt', { type: 'text/vtt' }),
    participants: [],
    ...extra,
  })
  await finished(client, noteId)
  return noteId
}

const fixture = (file: string): string => fileURLToPath(new URL(`../fixtures/speech/${file}`, import.meta.url))
export const SPEECH_MODEL = fixture('ggml-test-en.bin')

/** Brings in a recording of test/fixtures/speech, or any file, without waiting for anybody to hear it. */
export async function bringRecording(
  client: Client,
  name: string,
  extra: Partial<Parameters<Client['notes']['importFile']>[0]> = {},
): Promise<NoteId> {
  const path = name.includes('/') ? name : fixture(`${name}.wav`)
  for await (const event of await client.notes.importFile({ path, participants: [], ...extra })) if (event.kind === 'imported') return event.noteId
  throw new Error('an import ends with its note')
}

/** Imports a recording and waits for its stages. */
export async function importRecording(
  client: Client,
  name: string,
  extra: Partial<Parameters<Client['notes']['importFile']>[0]> = {},
): Promise<NoteId> {
  const noteId = await bringRecording(client, name, extra)
  await finished(client, noteId)
  return noteId
}

/** Every state a note's jobs went through until all had ended. */
export async function finished(client: Client, noteId: NoteId): Promise<Job[]> {
  return Array.fromAsync(await client.jobs.watch({ noteId }))
}
