import type { ExportFormat, ShownNote } from '../../../src-shared/contract/app.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Remade } from '../../../src-shared/domain/summary.ts'
import { explain, Failure } from '../../../src-shared/errors/failure.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { findNote, shortId } from '../note-ref.ts'
import { askYes } from '../prompts.ts'
import { renderNote, summaryDocument } from '../render-note.ts'
import { withStore, writeResult } from '../store.ts'
import { templateOf, type TemplateOptions } from '../template.ts'
import { follow, speechOf } from './import.ts'

export interface ShowOptions {
  readonly reveal?: boolean
  readonly summary?: boolean
}
export interface SearchOptions {
  readonly reveal?: boolean
  readonly limit?: number
}
export interface EditOptions {
  readonly title?: string
  readonly segment?: number
  readonly text?: string
}
export interface ResummarizeOptions extends TemplateOptions {
  readonly engine: 'embedded' | 'ollama'
  readonly model?: string
  readonly only?: Remade
}
export interface ListenAgainOptions extends Omit<ResummarizeOptions, keyof TemplateOptions> {
  readonly speechModel?: string
  readonly language?: string
}
export interface DeleteOptions {
  readonly yes?: boolean
}
export interface ExportOptions {
  readonly format: ExportFormat
  readonly output?: string
  readonly reveal?: boolean
}

const day = (iso: string): string => iso.slice(0, 10)
const minutes = (ms: number | null): string => (ms === null ? '' : `${Math.max(1, Math.round(ms / 60_000))} min`)

/** `sotto list` */
export function list(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation
  return withStore<ExitCode>(invocation, async (client) => {
    const notes = await client.notes.list({})
    terminal.result(
      { notes: notes.map(({ id, title, date, state, durationMs, actionCount }) => ({ id, title, date, state, durationMs, actions: actionCount })) },
      () =>
        notes.length === 0
          ? ['No notes yet. Bring one in with "sotto import FILE".']
          : notes.map(({ id, title, date, state, durationMs, actionCount }) => {
              const facts = [
                minutes(durationMs),
                actionCount === 0 ? '' : `${actionCount} action${actionCount === 1 ? '' : 's'}`,
                state === 'ready' ? '' : stateWords(state),
              ]
              return `${terminal.style('dim', shortId(id))}  ${day(date)}  ${title ?? 'Untitled'}  ${terminal.style('dim', facts.filter(Boolean).join(' · '))}`
            }),
    )
    return 0
  })
}

const stateWords = (state: ShownNote['state']): string => (state === 'processing' ? 'still being worked on' : 'a stage failed; see "sotto retry"')

/** `sotto show ID` */
export function show(invocation: Invocation, ref: string, { reveal = false, summary = false }: ShowOptions): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const note = await client.notes.show({ id: await findNote(client, ref), reveal })
    invocation.terminal.result(noteDocument(note), () => renderNote(note, invocation.terminal, { transcript: !summary }))
    return 0
  })
}

/** The shape of DESIGN §15. */
const noteDocument = (note: ShownNote) => ({
  id: note.id,
  title: note.title,
  date: note.date,
  state: note.state,
  participants: note.participants,
  segments: note.segments.map(({ index, speaker, startMs, endMs, text, conflictingEdit, marks }) => ({
    index,
    speaker,
    startMs,
    endMs,
    text,
    ...(conflictingEdit === undefined ? {} : { conflictingEdit }),
    ...(marks === undefined ? {} : { marks }),
  })),
  summary: note.summary === null ? null : summaryDocument(note.summary),
  redactions: note.redactions,
  ...(note.heardBy === null ? {} : { heardBy: note.heardBy }),
})

/** `sotto search QUERY` */
export function search(invocation: Invocation, query: string, { reveal = false, limit = 50 }: SearchOptions): Promise<ExitCode> {
  const { terminal } = invocation
  return withStore<ExitCode>(invocation, async (client) => {
    const results = await client.search.query({ query, reveal, limit })
    terminal.result({ results }, () =>
      results.length === 0
        ? [`Nothing found for "${query}".`]
        : results.map(({ noteId, title, segment, text }) => {
            const place = segment === null ? '' : terminal.style('dim', ` [${segment}]`)
            return `${terminal.style('dim', shortId(noteId))}  ${terminal.style('bold', title ?? 'Untitled')}${place}  ${text}`
          }),
    )
    return 0
  })
}

/** `sotto edit ID --title T` or `--segment N --text T`; the words are redacted before they are stored. */
export function edit(invocation: Invocation, ref: string, options: EditOptions): Promise<ExitCode> {
  const { title, segment, text } = options
  if (title === undefined && (segment === undefined || text === undefined)) {
    throw new Failure('BAD_USAGE', { detail: 'Say what to change: --title "…", or --segment N --text "…".' })
  }
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    if (title !== undefined) await client.notes.editTitle({ id, text: title })
    const isChanged = segment !== undefined && text !== undefined
    const { summaryIsStale } = isChanged ? await client.notes.editSegment({ id, segment, text }) : { summaryIsStale: false }
    const failure = await follow(client, id, shortId(id), invocation)
    if (failure !== null) throw failure
    invocation.terminal.result({ edited: id, summaryIsStale }, () => [
      summaryIsStale ? `Changed. The summary was made before; make it again with "sotto resummarize ${shortId(id)}".` : 'Changed.',
    ])
    return 0
  })
}

/** `sotto resummarize ID`: another summary; the one there is stays until the new one is whole. */
export function resummarize(invocation: Invocation, ref: string, options: ResummarizeOptions): Promise<ExitCode> {
  const { engine, model, only } = options
  const chosen = templateOf(options)
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    await client.notes.resummarize({ id, params: { engine, ...(model === undefined ? {} : { model }), ...(only === undefined ? {} : { only }), ...chosen } })
    const failure = await follow(client, id, shortId(id), invocation)
    if (failure !== null) throw failure
    const note = await client.notes.show({ id })
    const fallback = note.summary?.engine.fallbackFrom?.code
    invocation.terminal.result({ id, engine: note.summary?.engine ?? null }, () => [
      fallback === undefined ? 'Summarised again.' : `Summarised again, by the built-in engine: the wanted one could not do it (${fallback}).`,
    ])
    return 0
  })
}

/** `sotto listen-again ID`: what was said before stays where it is fuller. */
export function listenAgain(invocation: Invocation, ref: string, options: ListenAgainOptions): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const { engine, model } = options
    const before = await client.notes.show({ id })
    await client.notes.hearAgain({ id, params: { engine, ...(model === undefined ? {} : { model }), speech: speechOf(invocation, options) } })
    const failure = await follow(client, id, shortId(id), invocation)
    if (failure !== null) throw failure
    const note = await client.notes.show({ id })
    const isNew = note.transcriptId !== before.transcriptId
    invocation.terminal.result({ id, replaced: isNew, segments: note.segments.length, heardBy: note.heardBy }, () => [
      isNew ? `Heard again: ${note.segments.length} entries.` : 'Heard again, with fewer words than before. The fuller transcript stays.',
    ])
    return 0
  })
}

/** `sotto sound keep ID` */
export function keepSound(invocation: Invocation, ref: string, keep: boolean): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    await client.notes.keepSound({ id, keep })
    invocation.terminal.result({ id, kept: keep }, () => [keep ? 'Its sound is kept until you delete it.' : 'Its sound goes a week from now.'])
    return 0
  })
}

/** `sotto sound delete ID` */
export function deleteSound(invocation: Invocation, ref: string): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    await client.notes.deleteSound({ id })
    invocation.terminal.result({ id, soundDeleted: true }, () => ['Its sound is destroyed. Transcript and summary stay.'])
    return 0
  })
}

/** `sotto delete ID…`: at once, with everything that hangs on it. */
export function remove(invocation: Invocation, refs: readonly string[], { yes = false }: DeleteOptions): Promise<ExitCode> {
  const { terminal } = invocation
  return withStore<ExitCode>(invocation, async (client) => {
    const ids: NoteId[] = []
    for (const ref of refs) ids.push(await findNote(client, ref))
    if (!yes) {
      if (!terminal.isInteractive) throw new Failure('CONFIRMATION_NEEDED', { flag: '--yes' })
      const question =
        ids.length === 1 ? 'Delete this note, its names and its index for good?' : `Delete ${ids.length} notes, their names and their index for good?`
      if (!(await askYes(question))) {
        terminal.note('Nothing was deleted.')
        return 1
      }
    }
    for (const id of ids) await client.notes.delete({ id, undoMs: 0 })
    terminal.result({ deleted: ids }, () => [`Deleted for good: ${ids.map(shortId).join(', ')}.`])
    return 0
  })
}

/** `sotto export ID --format F`: what is written outside the store is no longer encrypted, and says so. */
export function exportNote(invocation: Invocation, ref: string, options: ExportOptions): Promise<ExitCode> {
  const { terminal } = invocation
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const { content } = await client.notes.export({ id, format: options.format, reveal: options.reveal ?? false })
    const { output } = options
    if (output === undefined) {
      terminal.result({ id, format: options.format, content }, () => [content.replace(/\n$/, '')])
      return 0
    }
    writeResult(output, content)
    terminal.result({ id, format: options.format, file: output }, () => [`Written to ${output}. That file is not encrypted.`])
    return 0
  })
}

/** `sotto retry ID`: starts a note's failed stages again, and sees those to their end that a crash or a closed lid left waiting. */
export function retry(invocation: Invocation, ref: string): Promise<ExitCode> {
  const { terminal } = invocation
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const jobs = await client.jobs.list({ noteId: id })
    const failed = jobs.filter(({ state }) => state === 'failed' || state === 'cancelled')
    for (const job of failed) {
      if (job.error !== null) terminal.note(`Last time: ${explainJob(job.error)}`)
      await client.jobs.retry({ jobId: job.id })
    }
    const failure = jobs.every(({ state }) => state === 'done') ? null : await follow(client, id, shortId(id), invocation)
    if (failure !== null) throw failure
    terminal.result({ retried: failed.map(({ id: job }) => job) }, () => [
      jobs.every(({ state }) => state === 'done') ? 'Nothing had failed.' : 'Done.',
    ])
    return 0
  })
}

const explainJob = (error: { code: string; params: Record<string, unknown> }): string => {
  const failure = failureOf({ code: error.code, data: error.params, message: '' })
  return explain(failure.code, failure.params).message
}
