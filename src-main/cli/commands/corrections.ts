import { piiTypeSchema, type PiiType } from '../../../src-shared/domain/pii.ts'
import { tokenSchema, type Token } from '../../../src-shared/domain/token.ts'
import type { ListedCorrection } from '../../../src-shared/contract/corrections.ts'
import type { CorrectionId, NoteId } from '../../../src-shared/domain/ids.ts'
import type { Job } from '../../../src-shared/domain/job.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { follow } from './import.ts'
import { findNote, shortId } from '../note-ref.ts'
import { withStore, type Client } from '../store.ts'

export interface WhereOptions {
  /** A line's number as shown, or `title`. */
  readonly here?: string
  readonly nth?: number
  readonly always?: boolean
}
export interface HideOptions extends WhereOptions {
  readonly type?: string
}
export interface SplitOptions {
  readonly said?: string
  readonly lines?: string
}
export interface FindMoreOptions {
  readonly model?: string
  readonly look?: boolean
}
export interface ListOptions {
  readonly reveal?: boolean
}
interface Made {
  readonly correction: CorrectionId
  readonly notes: number
  readonly changed: number
}

/** `sotto hide ID TEXT`: out of every text of the note; with --always out of every note there is and will be. */
export function hide(invocation: Invocation, ref: string, text: string, options: HideOptions): Promise<ExitCode> {
  const type = typeOf(options.type)
  return making(invocation, async (client) =>
    client.corrections.hide({ id: await findNote(client, ref), text, ...(type === undefined ? {} : { type }), ...whereOf(options) }),
  )
}

/** `sotto never-hide ID TEXT`: words, or a token such as [PERSON_2]. */
export function neverHide(invocation: Invocation, ref: string, text: string, options: WhereOptions): Promise<ExitCode> {
  const token = tokenSchema.safeParse(bracketed(text))
  const what = token.success ? token.data : text
  return making(invocation, async (client) => client.corrections.neverHide({ id: await findNote(client, ref), text: what, ...whereOf(options) }))
}

/** `sotto merge ID [PERSON_2] [PERSON_1]`: the first is the second. */
export function merge(invocation: Invocation, ref: string, token: string, into: string): Promise<ExitCode> {
  const [from, to] = [tokenOf(token), tokenOf(into)]
  return making(invocation, async (client) => client.corrections.merge({ id: await findNote(client, ref), token: from, into: to }))
}

/** `sotto split ID [PERSON_1] --said Ally | --lines 3,5`: those mentions mean somebody else. */
export function split(invocation: Invocation, ref: string, token: string, { said, lines }: SplitOptions): Promise<ExitCode> {
  const from = tokenOf(token)
  const segments = lines === undefined || lines.trim() === '' ? [] : lines.split(',').map((line) => lineOf(line.trim()))
  return making(invocation, async (client) =>
    client.corrections.split({ id: await findNote(client, ref), token: from, segments, ...(said === undefined ? {} : { text: said }) }),
  )
}

/** `sotto find-more ID`: what a model on this computer still finds; with --look, hidden by nobody yet. */
export function findMore(invocation: Invocation, ref: string, { model, look = false }: FindMoreOptions): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findNote(client, ref)
    const done = await client.corrections.findMore({ id, onlyLook: look, ...(model === undefined ? {} : { model }) })
    invocation.terminal.result({ id, ...done }, () => [
      ...done.found.map(({ text, type, segments }) => `${type.toLowerCase()}  ${text}  [${segments.join(', ')}]`),
      done.found.length === 0 ? `${done.model} found nothing more.` : look ? 'Nothing was hidden.' : countOf(done),
    ])
    return 0
  })
}

/** `sotto redact-again [ID…]`: a job a note. Ctrl-C ends the one under way and takes back the rest; what was found until then is hidden. */
export function redactAgain(invocation: Invocation, refs: readonly string[]): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const { signal, terminal } = invocation
    const ids = await Promise.all(refs.map((ref) => findNote(client, ref)))
    const before = new Set((await client.corrections.list({})).map(({ id }) => id))
    const { queued, expired } = await client.corrections.redactAgain(ids.length === 0 ? {} : { ids })
    for (const [at, id] of queued.entries()) if (!signal.aborted) await follow(client, id, `Note ${at + 1} of ${queued.length}`, invocation)
    if (signal.aborted) await takeBack(client, queued)
    const failed = (await looksAgain(client, queued)).filter(({ state }) => state === 'failed').map(({ noteId }) => noteId)
    const found = (await client.corrections.list({})).filter(({ id, noteId }) => !before.has(id) && noteId !== null && queued.includes(noteId))
    const notes = new Set(found.map(({ noteId }) => noteId)).size
    if (signal.aborted) throw new Failure('CANCELLED', {})
    terminal.result({ looked: queued.length - failed.length, found: found.length, notes, expired, failed }, () => [
      found.length === 0
        ? `Nothing more was found in ${count(queued.length, 'note')}.`
        : `${count(found.length, 'more thing is', 'more things are')} hidden in ${count(notes, 'note')}. "sotto corrections" lists them; each can be taken back.`,
      ...(expired === 0 ? [] : [`${count(expired, 'note')} could not be looked at: what is behind the tokens is gone.`]),
      ...failed.map((id) => `Note ${shortId(id)} could not be looked at. Try it again with "sotto retry ${shortId(id)}".`),
    ])
    return failed.length === 0 ? 0 : 1
  })
}

/** The newest of each note. */
async function looksAgain(client: Client, notes: readonly NoteId[]): Promise<Job[]> {
  const jobs = (await client.jobs.list({})).filter(({ kind, noteId }) => kind === 'redact-again' && notes.includes(noteId))
  return [...new Map(jobs.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((job) => [job.noteId, job])).values()]
}

async function takeBack(client: Client, notes: readonly NoteId[]): Promise<void> {
  for (const { id, state } of await looksAgain(client, notes)) if (state !== 'done') await client.jobs.cancel({ jobId: id })
}

const count = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`

/** `sotto corrections [ID]`: what was corrected, oldest first; with --reveal its words. */
export function list(invocation: Invocation, ref: string | undefined, { reveal = false }: ListOptions): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const corrections = await client.corrections.list({ reveal, ...(ref === undefined ? {} : { noteId: await findNote(client, ref) }) })
    invocation.terminal.result({ corrections }, () => (corrections.length === 0 ? ['Nothing was corrected.'] : corrections.map((one) => lineFor(one))))
    return 0
  })
}

/** `sotto undo-correction CORRECTION`: taken back with everything it did. */
export function undo(invocation: Invocation, ref: string): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const id = await findCorrection(client, ref)
    const done = await client.corrections.undo({ correction: id })
    invocation.terminal.result({ undone: id, ...done }, () => [`Taken back. ${countOf(done)}`])
    return 0
  })
}

function making(invocation: Invocation, work: (client: Client) => Promise<Made>): Promise<ExitCode> {
  return withStore<ExitCode>(invocation, async (client) => {
    const made = await work(client)
    invocation.terminal.result(made, () => [`${countOf(made)} Take it back with "sotto undo-correction ${shortId(made.correction)}".`])
    return 0
  })
}

function countOf({ notes, changed }: Pick<Made, 'notes' | 'changed'>): string {
  if (changed === 0) return 'No text reads differently now.'
  return `${changed} ${changed === 1 ? 'text reads' : 'texts read'} differently in ${notes} ${notes === 1 ? 'note' : 'notes'}.`
}

const KINDS = { hide: 'hide', 'never-hide': 'never hide', merge: 'one person', split: 'somebody else' } as const
const SCOPES = { here: 'in one place', meeting: 'in this meeting', always: 'always' } as const

function lineFor({ id, kind, scope, noteId, text, token, into }: ListedCorrection): string {
  const what = [text === null ? '' : `"${text}"`, token ?? '', into === undefined ? '' : `is ${into}`].filter(Boolean).join(' ')
  return [shortId(id), KINDS[kind], what, SCOPES[scope], noteId === null ? '' : `note ${shortId(noteId)}`].filter(Boolean).join('  ')
}

async function findCorrection(client: Client, given: string): Promise<CorrectionId> {
  const wanted = given.trim().toUpperCase()
  const matches = wanted.length < 4 ? [] : (await client.corrections.list({})).filter(({ id }) => id === wanted || id.endsWith(wanted))
  const [only, another] = matches
  if (only === undefined) throw new Failure('NOT_FOUND', { what: 'correction' })
  if (another !== undefined) throw new Failure('BAD_USAGE', { detail: `${matches.length} corrections have an id like that; give more of it.` })
  return only.id
}

function whereOf({ here, nth, always = false }: WhereOptions): { always: boolean; here?: { segment: number | null; nth?: number } } {
  if (here === undefined) {
    if (nth !== undefined) throw new Failure('BAD_USAGE', { detail: '--nth counts the mentions in a line; say which with --here.' })
    return { always }
  }
  return { always, here: { segment: here === 'title' ? null : lineOf(here), ...(nth === undefined ? {} : { nth }) } }
}

function lineOf(given: string): number {
  if (!/^\d{1,7}$/.test(given)) throw new Failure('BAD_USAGE', { detail: 'A line is its number as "sotto show" gives it.' })
  return Number(given)
}

/** A shell takes brackets for something else; a token may be given without. */
function bracketed(given: string): string {
  const bare = given.trim().toUpperCase()
  return bare.startsWith('[') ? bare : `[${bare}]`
}

function tokenOf(given: string): Token {
  const parsed = tokenSchema.safeParse(bracketed(given))
  if (!parsed.success) throw new Failure('BAD_USAGE', { detail: 'A token is what stands in the text, such as [PERSON_1].' })
  return parsed.data
}

function typeOf(given: string | undefined): PiiType | undefined {
  if (given === undefined) return undefined
  const parsed = piiTypeSchema.safeParse(given.toUpperCase().replaceAll('-', '_'))
  if (!parsed.success) throw new Failure('BAD_USAGE', { detail: `A type is one of ${piiTypeSchema.options.join(', ').toLowerCase()}.` })
  return parsed.data
}
