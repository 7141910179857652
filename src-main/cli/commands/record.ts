import { z } from 'zod'
import { recordingIdSchema, type NoteId } from '../../../src-shared/domain/ids.ts'
import type { RecordingMode } from '../../../src-shared/domain/settings.ts'
import { Failure, toFailure } from '../../../src-shared/errors/failure.ts'
import { readPcmStream } from '../../core/audio/index.ts'
import { recordingPublicKeyOf } from '../../core/keys/index.ts'
import { lockDirectory } from '../../core/owner/index.ts'
import { systemClock, systemIds } from '../../core/platform/index.ts'
import { beginRecording, type RecordingSession } from '../../core/recorder/index.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { shortId } from '../note-ref.ts'
import { clock } from '../render-note.ts'
import { withStore } from '../store.ts'
import { follow, participantsOf } from './import.ts'

export interface RecordOptions {
  readonly raw?: boolean
  readonly rate: number
  readonly channels: number
  readonly title?: string
  readonly participants?: string
  readonly keep: RecordingMode
  readonly recordOnly?: boolean
}

/**
 * `sotto record`: keeps the sound on standard input, as WAV or as bare samples, encrypted while it comes; no passphrase is needed for
 * that. Ctrl-C stops it and keeps what there is. Then a note is made of it, where the store can be unlocked.
 */
export async function record(invocation: Invocation, options: RecordOptions): Promise<ExitCode> {
  const { terminal, dataDir, signal } = invocation
  const channels = options.channels === 2 ? 2 : 1
  const id = recordingIdSchema.parse(systemIds().next())
  const session = await beginRecording({
    dir: dataDir,
    recordingPublicKey: recordingPublicKeyOf(dataDir),
    lock: lockDirectory,
    id,
    channels,
    title: options.title,
    participants: participantsOf(options.participants),
    mode: options.keep,
    now: () => systemClock.now(),
    onLowDisk: (minutes) => terminal.note(`The disk has room for about ${minutes} more minutes of recording.`),
  })
  const stopReading = (): void => void process.stdin.destroy()
  signal.addEventListener('abort', stopReading, { once: true })
  let failure: Failure | null = null
  try {
    await takeIn(session, invocation, options, channels)
  } catch (thrown) {
    if (!signal.aborted) failure = toFailure(thrown)
  } finally {
    signal.removeEventListener('abort', stopReading)
  }
  const seconds = await session.stop().then(
    ({ samples }) => Math.round(samples / 16) / 1000,
    (thrown: unknown) => {
      failure ??= toFailure(thrown)
      return session.storedMs / 1000
    },
  )
  terminal.endProgress()
  if (failure !== null) {
    if (seconds > 0) terminal.note(`${clock(seconds * 1000)} were recorded and are kept; a note is made of them when the store is next unlocked.`)
    throw failure
  }
  if (options.recordOnly === true) return recorded(invocation, id, seconds)
  // After Ctrl-C the recording is whole and its note is made when the store is next opened.
  if (signal.aborted || !canUnlock(invocation)) {
    terminal.note('The recording is kept. Its note is made when the store is next unlocked.')
    return recorded(invocation, id, seconds)
  }
  return withStore<ExitCode>(invocation, async (client) => {
    const { noteIds } = await client.notes.adoptRecordings({})
    const noteId = noteIds.at(-1) ?? (await newest(await client.notes.list({})))
    const failed = await follow(client, noteId, 'recording', invocation)
    if (failed !== null) throw failed
    terminal.result({ recording: id, seconds, note: noteId }, () => [`Recorded ${clock(seconds * 1000)}  ·  sotto show ${shortId(noteId)}`])
    return 0
  })
}

async function takeIn(session: RecordingSession, { terminal }: Invocation, options: RecordOptions, channels: 1 | 2): Promise<void> {
  const raw = options.raw === true ? { rate: options.rate, channels: options.channels } : undefined
  terminal.progress('Recording', null)
  let firstSample = 0
  for await (const block of readPcmStream(bytesOf(process.stdin), channels, raw)) {
    await session.push({ firstSample, channels: block })
    firstSample += block[0]?.length ?? 0
    if (process.stderr.isTTY) terminal.progress(`Recording ${clock(session.recordedMs)}`, null)
  }
}

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield Buffer.from(z.union([z.instanceof(Uint8Array), z.string()]).parse(chunk))
}

function recorded({ terminal }: Invocation, id: string, seconds: number): ExitCode {
  terminal.result({ recording: id, seconds, note: null }, () => [`Recorded ${clock(seconds * 1000)}`])
  return 0
}

const canUnlock = ({ passphraseFile, env, terminal }: Invocation): boolean =>
  passphraseFile !== undefined || (env['SOTTO_PASSPHRASE'] ?? '') !== '' || terminal.isInteractive

/** Unlocking has made the note already. */
async function newest(notes: readonly { id: NoteId; createdAt: number }[]): Promise<NoteId> {
  const [first] = notes.toSorted((a, b) => b.createdAt - a.createdAt)
  if (first === undefined) throw new Failure('NO_RECORDING', {})
  return first.id
}
