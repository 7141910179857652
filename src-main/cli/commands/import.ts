import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { meetingDateSchema } from '../../../src-shared/contract/app.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Job, JobKind } from '../../../src-shared/domain/job.ts'
import type { TypedLine } from '../../../src-shared/domain/own-line.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import { Failure, toFailure } from '../../../src-shared/errors/failure.ts'
import { isErrorCode } from '../../../src-shared/errors/catalogue.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { withStore, type Client } from '../store.ts'
import { errorDocument } from '../terminal.ts'
import { shortId } from '../note-ref.ts'
import { linesOfFile } from '../own-notes-file.ts'

export interface ImportOptions {
  readonly title?: string
  readonly date?: string
  readonly participants?: string
  readonly engine?: 'embedded' | 'ollama'
  readonly model?: string
  readonly speechModel?: string
  readonly language?: string
  readonly vocabulary?: string
  readonly notes?: string
}

/** `keptAs`: the transcript is stored and a stage behind it failed; nothing has to be imported again. */
type Outcome = { file: string; note: ImportedNote } | { file: string; failure: Failure; keptAs?: NoteId }
interface ImportedNote {
  id: NoteId
  title: string | null
  state: string
  segments: number
  speakers: number
  engine: string | null
  fallback?: string
}

const STAGE_WORDS: Record<JobKind, string> = {
  transcribe: 'Listening',
  redact: 'Hiding personal data',
  summarize: 'Summarising',
  'redact-again': 'Looking again for what to hide',
}

/** `sotto import FILE…`: one note per file; a file that fails leaves nothing behind and does not stop the others. */
export async function importFiles(invocation: Invocation, files: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const { terminal } = invocation
  if (options.date !== undefined && !meetingDateSchema.safeParse(options.date).success) {
    throw new Failure('BAD_USAGE', { detail: '--date takes a day such as 2026-11-03, or a day and time in ISO 8601.' })
  }
  if (options.notes !== undefined && files.length > 1) throw new Failure('BAD_USAGE', { detail: '--notes belongs to one meeting; import it alone.' })
  const own = options.notes === undefined ? [] : linesOfFile(options.notes)
  return withStore<ExitCode>(invocation, async (client) => {
    const outcomes: Outcome[] = []
    for (const file of files) {
      try {
        outcomes.push(await importOne(invocation, client, { path: file, own }, options))
      } catch (thrown) {
        outcomes.push({ file, failure: toFailure(thrown) })
        if (invocation.signal.aborted) break
      }
    }
    terminal.endProgress()
    terminal.result(
      {
        notes: outcomes.map((outcome) =>
          'note' in outcome
            ? outcome.note
            : {
                file: outcome.file,
                error: errorDocument(outcome.failure),
                ...(outcome.keptAs === undefined ? {} : { id: outcome.keptAs }),
              },
        ),
      },
      () => outcomes.flatMap((outcome) => describe(outcome, terminal.style)),
    )
    const failed = outcomes.filter((outcome) => 'failure' in outcome)
    const [first] = failed
    if (first === undefined) return 0
    // One of several: usage or bad input, whatever it was. A single one keeps its own status.
    return files.length > 1 ? 2 : exitOf(first.failure)
  })
}

const exitOf = (failure: Failure): ExitCode => [0, 1, 2, 3, 4].find((code): code is ExitCode => code === failure.exitCode) ?? 1

async function importOne(invocation: Invocation, client: Client, { path, own }: { path: string; own: TypedLine[] }, options: ImportOptions): Promise<Outcome> {
  const { terminal, signal } = invocation
  const name = basename(path)
  terminal.progress(`${name}: reading`, null)
  const modifiedMs = modifiedMsOf(path)
  const events = await client.notes.importFile(
    {
      path: resolve(path),
      ...(modifiedMs === undefined ? {} : { modifiedMs }),
      ...(options.title === undefined ? {} : { title: options.title }),
      ...(options.date === undefined ? {} : { date: meetingDateSchema.parse(options.date) }),
      participants: participantsOf(options.participants),
      own,
      ...(options.vocabulary === undefined ? {} : { vocabulary: options.vocabulary }),
      params: {
        engine: options.engine ?? 'embedded',
        ...(options.model === undefined ? {} : { model: options.model }),
        speech: speechOf(invocation, options),
      },
    },
    { signal },
  )
  let noteId: NoteId | null = null
  for await (const event of events) {
    if (event.kind === 'progress') terminal.progress(`${name}: reading`, event.done)
    else noteId = event.noteId
    if (event.kind === 'imported' && event.isTruncated) terminal.note(`${name} ends before it should. What is there was taken.`)
  }
  if (noteId === null) throw new Failure('INTERNAL', {})
  const failed = await follow(client, noteId, name, invocation)
  if (failed === null) return { file: path, note: await describeNote(client, noteId) }
  return { file: path, failure: failed, ...((await isThere(client, noteId)) ? { keptAs: noteId } : {}) }
}

/** What hears a recording: a name of the manifest, or a file, which is this process's to find. */
export const speechOf = ({ env }: Pick<Invocation, 'env'>, { speechModel, language }: Pick<ImportOptions, 'speechModel' | 'language'>) => {
  const model = speechModel ?? env['SOTTO_WHISPER_MODEL']
  return {
    language: language ?? 'auto',
    ...(model === undefined || model === '' ? {} : { model: /[/\\]|\.bin$/.test(model) ? resolve(model) : model }),
  }
}

/** The file's own date; what is not there is told by whoever reads it. */
const modifiedMsOf = (path: string): number | undefined => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? undefined : Math.round(found.mtimeMs)
}

/** Shows the note's jobs until they have ended. Ctrl-C cancels the one under way. @returns why it failed, if it did */
export async function follow(
  client: Client,
  noteId: NoteId,
  label: string,
  { terminal, signal }: Pick<Invocation, 'terminal' | 'signal'>,
): Promise<Failure | null> {
  let current: Job | null = null
  const cancel = (): void => {
    if (current !== null) client.jobs.cancel({ jobId: current.id }).catch(() => undefined)
  }
  signal.addEventListener('abort', cancel, { once: true })
  let failure: Failure | null = null
  try {
    for await (const job of await client.jobs.watch({ noteId })) {
      if (job.state === 'running') current = job
      const stage = job.phase === 'loading-model' ? 'the model is being loaded' : STAGE_WORDS[job.kind].toLowerCase()
      if (job.state === 'running') terminal.progress(`${label}: ${stage}`, job.progress > 0 ? job.progress : null)
      if (job.state === 'running' && signal.aborted) cancel()
      if (job.state === 'failed' || job.state === 'cancelled') failure = failureOfJob(job)
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    terminal.endProgress()
  }
  return failure
}

/** A cancelled import of a transcript leaves nothing; a recording stays. */
const isThere = async (client: Client, noteId: NoteId): Promise<boolean> => (await client.notes.list({})).some(({ id }) => id === noteId)

const failureOfJob = ({ error }: Job): Failure => failureOf({ code: error?.code ?? 'INTERNAL', data: error?.params ?? {}, message: '' })

async function describeNote(client: Client, noteId: NoteId): Promise<ImportedNote> {
  const note = await client.notes.show({ id: noteId })
  const fallback = note.summary?.engine.fallbackFrom?.code
  return {
    id: noteId,
    title: note.title,
    state: note.state,
    segments: note.segments.length,
    speakers: new Set(note.segments.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))).size,
    engine: note.summary?.engine.engine ?? null,
    ...(fallback === undefined ? {} : { fallback }),
  }
}

function describe(outcome: Outcome, style: Invocation['terminal']['style']): string[] {
  if ('failure' in outcome) {
    const { message, fix } = outcome.failure.explanation
    const { keptAs } = outcome
    const [heading, next] =
      keptAs === undefined
        ? ['Not imported', fix]
        : ['Not finished', `What came in is kept. Go on with "sotto retry ${shortId(keptAs)}", or "sotto delete" it.`]
    return [`${style('red', heading)}  ${outcome.file}`, `  ${message}`, ...(next === undefined ? [] : [`  ${next}`])]
  }
  const { note, file } = outcome
  const fallback =
    note.fallback !== undefined && isErrorCode(note.fallback)
      ? [`  The wanted engine could not do it (${fallbackWords(note.fallback)}); the built-in one did.`]
      : []
  const speakers = note.speakers === 0 ? 'speakers not told apart' : `${note.speakers} speakers`
  const by = note.engine === 'embedded' ? 'the built-in engine' : (note.engine ?? 'nobody')
  return [
    `${style('green', 'Imported')}  ${basename(file)}  →  ${style('bold', note.title ?? 'Untitled')}`,
    `  ${note.segments} entries, ${speakers}, summarised by ${by}  ·  sotto show ${shortId(note.id)}`,
    ...fallback,
  ]
}

const fallbackWords = (code: string): string =>
  ({ ENGINE_UNAVAILABLE: 'it is not running', MODEL_MISSING: 'its model is missing', MODEL_REFUSED: 'its model is not a local one' })[code] ??
  code.toLowerCase().replaceAll('_', ' ')

export const participantsOf = (list: string | undefined): string[] =>
  (list ?? '')
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
