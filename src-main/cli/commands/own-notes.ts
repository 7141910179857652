import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { templateChoiceSchema } from '../../../src-shared/domain/template.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { humanTime, parseClock } from '../../../src-shared/text/timecode.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { findNote } from '../note-ref.ts'
import { asLine, linesOfFile } from '../own-notes-file.ts'
import { withStore, type Client } from '../store.ts'
import { follow } from './import.ts'

export interface OwnNotesOptions {
  readonly add?: string
  readonly at?: string
  readonly file?: string
  readonly change?: number
  readonly remove?: number
  readonly text?: string
  readonly reveal?: boolean
}

/** `sotto notes ID`: what you wrote down of a meeting; with options, what you write, change or take away. */
export function ownNotes(invocation: Invocation, ref: string, options: OwnNotesOptions): Promise<ExitCode> {
  const { terminal } = invocation
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const change = await changeOf(client, id, options)
    if (change !== null) {
      const { summaryIsStale } = await client.ownNotes.save({ id, ...change })
      if (summaryIsStale) await makeAnew(invocation, client, id)
    }
    const { lines, summaryIsStale } = await client.ownNotes.read({ id, reveal: options.reveal === true })
    terminal.result({ id, lines, summaryIsStale }, () =>
      lines.length === 0
        ? ['You wrote nothing down of this meeting.']
        : lines.map(({ atMs, text }, at) => `${String(at + 1).padStart(3)}  ${atMs === null ? '' : `${terminal.style('dim', humanTime(atMs))}  `}${text}`),
    )
    return 0
  })
}

async function changeOf(client: Client, id: NoteId, { add, at, file, change, remove, text }: OwnNotesOptions) {
  if (file !== undefined) return { put: linesOfFile(file) }
  if (add !== undefined) return { put: [asLine({ atMs: timeOf(at), text: add })] }
  if (change === undefined && remove === undefined) return null
  const { lines } = await client.ownNotes.read({ id, reveal: true })
  const line = lines[(change ?? remove ?? 0) - 1]
  if (line === undefined) throw new Failure('BAD_USAGE', { detail: `You have ${lines.length} lines here.` })
  if (remove !== undefined) return { removed: [line.id] }
  if (text === undefined) throw new Failure('BAD_USAGE', { detail: 'Say what the line shall be with --text.' })
  return { put: [{ ...line, text }] }
}

function timeOf(at: string | undefined): number | null {
  if (at === undefined) return null
  const ms = parseClock(at)
  if (ms === undefined) throw new Failure('BAD_USAGE', { detail: '--at takes a time in the recording such as 12:30.' })
  return ms
}

/** The built-in engine is quick; a model's summary is made again when the person asks for it. */
async function makeAnew(invocation: Invocation, client: Client, id: NoteId): Promise<void> {
  const { summary } = await client.notes.show({ id })
  if (summary === null || summary.engine.engine !== 'embedded') {
    invocation.terminal.note('The summary does not know these lines yet. Make it again with "sotto resummarize".')
    return
  }
  const { template, customTemplate } = summary.engine
  const choice = templateChoiceSchema.safeParse({ name: template, ...(customTemplate === undefined ? {} : { custom: customTemplate }) })
  await client.notes.resummarize({ id, params: { engine: 'embedded', ...(choice.success ? { template: choice.data } : {}) } })
  const failure = await follow(client, id, 'Your notes', invocation)
  if (failure !== null) throw failure
}
