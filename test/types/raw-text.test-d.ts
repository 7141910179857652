import type { z } from 'zod'
import type { appContract } from '../../src-shared/contract/app.ts'
import type { occurrenceSchema } from '../../src-shared/contract/sealed.ts'
import type { newNoteSchema, redactionResultSchema, SearchHit, writeContract } from '../../src-shared/contract/store.ts'
import type { AuditEvent } from '../../src-shared/domain/audit.ts'
import type { EgressIntent } from '../../src-shared/domain/egress.ts'
import type { JobError } from '../../src-shared/domain/job.ts'
import type { Edit, Note } from '../../src-shared/domain/note.ts'
import type { RawText } from '../../src-shared/domain/raw-text/raw-text.ts'
import type { Action, Bullet, Topic } from '../../src-shared/domain/summary.ts'
import type { HydratedText, RedactedText } from '../../src-shared/domain/text.ts'
import type { Segment } from '../../src-shared/domain/transcript.ts'
import { Failure } from '../../src-shared/errors/failure.ts'
import type { Egress } from '../../src-main/core/egress/index.ts'
import { searchNotes, type SearchParts } from '../../src-main/core/search/index.ts'
import type { SummaryInput } from '../../src-main/core/summary/engine.ts'

/**
 * Raw words do not compile where they must not go. Checked by `npm run typecheck`: an expected error that does not come is an
 * error itself. Nothing here is ever run; each function stands for one door.
 */
declare const raw: RawText
declare const typed: string

/** Nothing that is not raw text passes for it, and it passes for nothing else. */
export function isOnlyItself(): unknown[] {
  // @ts-expect-error raw words are not redacted ones
  const redacted: RedactedText = raw
  // @ts-expect-error raw words are not the vault's words
  const hydrated: HydratedText = raw
  // @ts-expect-error an object, so that no function of strings takes it
  const plain: string = raw
  // @ts-expect-error a string does not become raw text by itself
  const made: RawText = typed
  // @ts-expect-error what looks alike is not it: the words are in a private field
  const alike: RawText = { toString: () => typed, toJSON: () => typed }
  // @ts-expect-error plain strings are not redacted either
  const unredacted: RedactedText = typed
  return [redacted, hydrated, plain, made, alike, unredacted]
}

export function isNotStoredForReading(): unknown[] {
  // @ts-expect-error the text of a stored segment
  const text: Segment['text'] = raw
  // @ts-expect-error the speaker of a stored segment
  const speaker: Segment['speaker'] = raw
  // @ts-expect-error the title of a note
  const title: Note['title'] = raw
  // @ts-expect-error who was there
  const participant: Note['participants'][number] = raw
  // @ts-expect-error what a person changed
  const edit: Edit['text'] = raw
  return [text, speaker, title, participant, edit]
}

export function isNotInADatabaseCall(): unknown[] {
  type Result = z.input<typeof redactionResultSchema>
  // @ts-expect-error the title that redaction commits
  const title: Result['title'] = raw
  // @ts-expect-error a segment that redaction commits
  const text: Result['segments'][number]['text'] = raw
  // @ts-expect-error what stands beside a token
  const cue: z.input<typeof occurrenceSchema>['span']['cue'] = raw
  // @ts-expect-error staged rows are sealed bytes
  const staged: z.input<typeof newNoteSchema>['staging'][number]['sealed'] = raw
  return [title, text, cue, staged]
}

export function isNotSummarised(): unknown[] {
  // @ts-expect-error segments of a meeting
  const segments: SummaryInput['segments'] = [raw]
  // @ts-expect-error who was there
  const participants: SummaryInput['participants'] = [raw]
  // @ts-expect-error a line of a summary
  const bullet: Bullet['text'] = raw
  // @ts-expect-error an action's owner
  const owner: Action['owner'] = raw
  // @ts-expect-error the title of a topic
  const topic: Topic['title'] = raw
  return [segments, participants, bullet, owner, topic]
}

export async function isNotSearched(parts: SearchParts, hit: SearchHit): Promise<unknown[]> {
  // @ts-expect-error a question
  const answer = await searchNotes(raw, 10, parts)
  // @ts-expect-error a word to be looked up in the vault
  const tokens = await parts.tokensNamed(raw)
  // @ts-expect-error what a search finds
  const found: typeof hit.text = raw
  return [answer, tokens, found]
}

export async function doesNotLeave(egress: Egress): Promise<unknown[]> {
  const door = egress.fetchFor('ollama')
  // @ts-expect-error the body of a request
  const body = await door('http://127.0.0.1:11434/api/chat', { method: 'POST', body: raw })
  // @ts-expect-error the address of a request
  const address = await door(raw)
  // @ts-expect-error the headers of a request
  const headers = await door('http://127.0.0.1:11434/api/tags', { headers: { accept: raw } })
  // @ts-expect-error the ledger of requests
  const host: EgressIntent['host'] = raw
  return [body, address, headers, host]
}

export function isNotAudited(): unknown[] {
  // @ts-expect-error what an entry says beside its kind
  const event: AuditEvent = { kind: 'note.edited', data: { words: raw } }
  // @ts-expect-error what happened
  const kind: AuditEvent['kind'] = raw
  // @ts-expect-error the writer's own call
  const appended: Input<typeof writeContract.appendAudit>['data'] = { words: raw }
  return [event, kind, appended]
}

export function isNotInAnError(): unknown[] {
  // @ts-expect-error the parameters of a failure
  const failure = new Failure('BAD_TRANSCRIPT', { format: 'webvtt', expected: raw })
  // @ts-expect-error why a job failed
  const job: JobError['params'] = { expected: raw }
  // @ts-expect-error the message of a bug
  const bug = new Error(raw)
  return [failure, job, bug]
}

type Input<Procedure extends { '~orpc': { inputSchema?: unknown } }> =
  NonNullable<Procedure['~orpc']['inputSchema']> extends z.ZodType ? z.input<NonNullable<Procedure['~orpc']['inputSchema']>> : never

export function isNotInTheContract(): unknown[] {
  // @ts-expect-error a question from a window
  const query: Input<typeof appContract.search.query>['query'] = raw
  // @ts-expect-error a title from a window
  const title: Input<typeof appContract.notes.editTitle>['text'] = raw
  return [query, title]
}

/** The same doors take what belongs there: the errors above come from raw text and from nothing else. */
export async function theRightThingCompiles(redacted: RedactedText, parts: SearchParts, egress: Egress): Promise<unknown[]> {
  const text: Segment['text'] = redacted
  const title: Note['title'] = redacted
  const committed: z.input<typeof redactionResultSchema>['title'] = typed
  const participants: SummaryInput['participants'] = [redacted]
  const bullet: Bullet['text'] = redacted
  const cue: z.input<typeof occurrenceSchema>['span']['cue'] = typed
  const answer = await searchNotes(typed, 10, parts)
  const body = await egress.fetchFor('ollama')(typed, { method: 'POST', body: typed, headers: { accept: typed } })
  const event: AuditEvent = { kind: 'note.edited', data: { place: typed } }
  const appended: Input<typeof writeContract.appendAudit>['data'] = { place: typed }
  const failure = new Failure('BAD_TRANSCRIPT', { format: typed, expected: typed })
  const query: Input<typeof appContract.search.query>['query'] = typed
  const edited: Input<typeof appContract.notes.editTitle>['text'] = typed
  return [text, title, committed, participants, bullet, cue, answer, body, event, appended, failure, query, edited]
}
