import { z } from 'zod'
import type { Batch, SealedRow } from '../../../src-shared/contract/store.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import type { RawText } from '../../../src-shared/domain/raw-text/raw-text.ts'
import type { RawCue } from '../../../src-shared/domain/transcript.ts'
import { openBatches, type Sealer } from './envelope.ts'

/** A transcript between its import and its redaction: raw words, at rest only sealed. */
export interface StagedMeeting {
  readonly title?: RawText
  readonly participants: readonly RawText[]
  readonly cues: readonly RawCue[]
}

const CUES_PER_ROW = 2_000

const headSchema = z.object({ title: z.string().optional(), participants: z.array(z.string()) })
const cueSchema = z.object({ s: z.string().optional(), a: z.number().optional(), b: z.number().optional(), t: z.string() })

/** Seals a transcript in rows of a few thousand entries. */
export function sealStaging(meeting: StagedMeeting, sealer: Sealer): SealedRow[] {
  const head: z.infer<typeof headSchema> = {
    ...(meeting.title === undefined ? {} : { title: wordsOf(meeting.title) }),
    participants: meeting.participants.map(wordsOf),
  }
  const rows = [sealer.seal('staging:head', head)]
  for (let from = 0; from < meeting.cues.length; from += CUES_PER_ROW) {
    const cues = meeting.cues.slice(from, from + CUES_PER_ROW).map((cue): z.infer<typeof cueSchema> => ({
      ...(cue.speaker === undefined ? {} : { s: wordsOf(cue.speaker) }),
      ...(cue.startMs === undefined ? {} : { a: cue.startMs }),
      ...(cue.endMs === undefined ? {} : { b: cue.endMs }),
      t: wordsOf(cue.text),
    }))
    // Zero-padded: rows come back from the store in the order of their names.
    rows.push(sealer.seal(`staging:${String(from / CUES_PER_ROW).padStart(6, '0')}`, cues))
  }
  return rows
}

/** @throws Failure STORE_DAMAGED when a row was changed, moved or is missing */
export function openStaging(noteId: string, seed: Uint8Array, batches: readonly Batch[], rows: readonly SealedRow[]): StagedMeeting {
  const open = openBatches(noteId, seed, batches)
  const headRow = rows.find((row) => row.unit === 'staging:head')
  const head = headSchema.parse(headRow === undefined ? undefined : open(headRow))
  const cues = rows.filter((row) => row.unit !== 'staging:head').flatMap((row) => cueSchema.array().parse(open(row)))
  return {
    ...(head.title === undefined ? {} : { title: rawText(head.title) }),
    participants: head.participants.map(rawText),
    cues: cues.map((cue) => ({
      ...(cue.s === undefined ? {} : { speaker: rawText(cue.s) }),
      ...(cue.a === undefined ? {} : { startMs: cue.a }),
      ...(cue.b === undefined ? {} : { endMs: cue.b }),
      text: rawText(cue.t),
    })),
  }
}
