import { z } from 'zod'
import type { Batch, SealedRow } from '../../../src-shared/contract/store.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import type { RawText } from '../../../src-shared/domain/raw-text/raw-text.ts'
import { typedLineSchema, type TypedLine } from '../../../src-shared/domain/own-line.ts'
import { markSchema, timedPieceSchema, type RawCue } from '../../../src-shared/domain/transcript.ts'
import { openBatches, type Sealer } from './envelope.ts'

/** A transcript between its import and its redaction: raw words, at rest only sealed. */
export interface StagedMeeting {
  readonly title?: RawText
  readonly participants: readonly RawText[]
  /** Words the speech engine should expect, as one line. */
  readonly vocabulary?: RawText
  readonly cues: readonly RawCue[]
  /** What the person wrote down. */
  readonly own?: readonly TypedLine[]
}

const CUES_PER_ROW = 2_000

const HEAD = 'staging:head'
/** Not `staging:`: it outlives the hearing it was written in. */
export const OWN_LINES = 'own:lines'
const headSchema = z.object({ title: z.string().optional(), participants: z.array(z.string()), vocabulary: z.string().optional() })
const cueSchema = z.object({
  s: z.string().optional(),
  a: z.number().optional(),
  b: z.number().optional(),
  t: z.string(),
  w: z.array(timedPieceSchema).optional(),
  m: z.array(markSchema).optional(),
})

const packed = (cue: RawCue): z.infer<typeof cueSchema> => ({
  ...(cue.speaker === undefined ? {} : { s: wordsOf(cue.speaker) }),
  ...(cue.startMs === undefined ? {} : { a: cue.startMs }),
  ...(cue.endMs === undefined ? {} : { b: cue.endMs }),
  t: wordsOf(cue.text),
  ...(cue.times === undefined ? {} : { w: [...cue.times] }),
  ...(cue.marks === undefined ? {} : { m: [...cue.marks] }),
})

/** Seals a transcript in rows of a few thousand entries. */
export function sealStaging(meeting: StagedMeeting, sealer: Sealer): SealedRow[] {
  const head: z.infer<typeof headSchema> = {
    ...(meeting.title === undefined ? {} : { title: wordsOf(meeting.title) }),
    participants: meeting.participants.map(wordsOf),
    ...(meeting.vocabulary === undefined ? {} : { vocabulary: wordsOf(meeting.vocabulary) }),
  }
  const rows = [sealer.seal(HEAD, head), ...(meeting.own === undefined || meeting.own.length === 0 ? [] : [sealOwnLines(meeting.own, sealer)])]
  for (let from = 0; from < meeting.cues.length; from += CUES_PER_ROW) {
    const cues = meeting.cues.slice(from, from + CUES_PER_ROW).map(packed)
    // Zero-padded: rows come back from the store in the order of their names.
    rows.push(sealer.seal(`staging:${String(from / CUES_PER_ROW).padStart(6, '0')}`, cues))
  }
  return rows
}

/** What a person wrote down of a meeting, all lines of it in order. */
export const sealOwnLines = (lines: readonly TypedLine[], sealer: Sealer): SealedRow => sealer.seal(OWN_LINES, lines)

/** @throws Failure STORE_DAMAGED */
export function openOwnLines(noteId: string, seed: Uint8Array, { batches, rows }: { batches: readonly Batch[]; rows: readonly SealedRow[] }): TypedLine[] {
  const row = rows.find(({ unit }) => unit === OWN_LINES)
  return row === undefined ? [] : typedLineSchema.array().parse(openBatches(noteId, seed, batches)(row))
}

/** Seals what was heard of a channel up to a time; the row has its place in time, so hearing it again replaces it. */
export function sealHeard(cues: readonly RawCue[], { channel, doneMs }: { channel: number; doneMs: number }, sealer: Sealer): SealedRow[] {
  if (cues.length === 0) return []
  return [sealer.seal(`staging:${channel}:${String(doneMs).padStart(12, '0')}`, cues.map(packed))]
}

/** What the speech engine is told of a staged meeting. @throws Failure STORE_DAMAGED */
export function openStagedHead(
  noteId: string,
  seed: Uint8Array,
  batches: readonly Batch[],
  rows: readonly SealedRow[],
): { title: string | undefined; participants: string[]; vocabulary: string | undefined } {
  const headRow = rows.find((row) => row.unit === HEAD)
  const { title, participants, vocabulary } = headSchema.parse(headRow === undefined ? undefined : openBatches(noteId, seed, batches)(headRow))
  return { title, participants, vocabulary }
}

/** @throws Failure STORE_DAMAGED when a row was changed, moved or is missing */
export function openStaging(noteId: string, seed: Uint8Array, batches: readonly Batch[], rows: readonly SealedRow[]): StagedMeeting {
  const open = openBatches(noteId, seed, batches)
  const headRow = rows.find((row) => row.unit === HEAD)
  const head = headSchema.parse(headRow === undefined ? undefined : open(headRow))
  const cues = rows.filter((row) => row.unit !== HEAD && row.unit !== OWN_LINES).flatMap((row) => cueSchema.array().parse(open(row)))
  // Two channels were heard one after the other; a file's own order is kept.
  if (rows.some((row) => /^staging:\d:/.test(row.unit))) cues.sort((a, b) => (a.a ?? 0) - (b.a ?? 0))
  return {
    ...(head.title === undefined ? {} : { title: rawText(head.title) }),
    participants: head.participants.map(rawText),
    own: openOwnLines(noteId, seed, { batches, rows }),
    cues: cues.map((cue) => ({
      ...(cue.s === undefined ? {} : { speaker: rawText(cue.s) }),
      ...(cue.a === undefined ? {} : { startMs: cue.a }),
      ...(cue.b === undefined ? {} : { endMs: cue.b }),
      text: rawText(cue.t),
      ...(cue.w === undefined ? {} : { times: cue.w }),
      ...(cue.m === undefined ? {} : { marks: cue.m }),
    })),
  }
}
