import { z } from 'zod'
import { noteIdSchema, segmentIdSchema, transcriptIdSchema } from './ids.ts'
import type { RawText } from './raw-text/raw-text.ts'
import { redactedTextSchema } from './text.ts'

/** Where a transcript came from, recognised by content; `recording` was heard by the speech engine. */
export const TRANSCRIPT_FORMATS = [
  'webvtt',
  'srt',
  'zoom-text',
  'otter-text',
  'google-meet-text',
  'teams-text',
  'plain-text',
  'whisper-cpp-json',
  'sotto-json',
  'docx',
  'recording',
] as const
export const transcriptFormatSchema = z.enum(TRANSCRIPT_FORMATS)
export type TranscriptFormat = z.infer<typeof transcriptFormatSchema>

/** Why a segment may not have been said: the engine makes such things up. It is kept, shown with the doubt, and not summarised. */
export const markSchema = z.enum(['silence', 'loop', 'stock-phrase'])
export type Mark = z.infer<typeof markSchema>

/** When a piece of a text was spoken: its first and last-but-one UTF-16 offset, and milliseconds from the recording's start. */
export const timedPieceSchema = z.object({ start: z.number().int(), end: z.number().int(), startMs: z.number().int(), endMs: z.number().int() })
export type TimedPiece = z.infer<typeof timedPieceSchema>

/** One entry of a source transcript: a caption cue, a turn, a recogniser segment. Times are milliseconds from the start. */
export interface RawCue {
  readonly speaker?: RawText
  readonly startMs?: number
  readonly endMs?: number
  readonly text: RawText
  /** Single words of the text, where the engine could time them. */
  readonly times?: readonly TimedPiece[]
  readonly marks?: readonly Mark[]
}

/** What an importer makes of a file: every entry with words in it, in the file's order. */
export interface ImportedTranscript {
  readonly format: TranscriptFormat
  readonly cues: readonly RawCue[]
  /** Distinct speakers in order of first appearance. */
  readonly speakers: readonly RawText[]
  /** Attendees the file lists beyond those who speak. */
  readonly attendees: readonly RawText[]
  readonly title?: RawText
  /** ISO 8601 date or date-time, where the file says when the meeting was. */
  readonly date?: string
  /** BCP 47, where the file says so. */
  readonly language?: string
  /** Entries without words that were left out. */
  readonly emptyCues: number
}

/** One stored, redacted entry. `speaker` is a token, a neutral label such as "Speaker 2", or null where unknown. */
export const segmentSchema = z.object({
  id: segmentIdSchema,
  speaker: redactedTextSchema.nullable(),
  startMs: z.number().int().nonnegative().nullable(),
  endMs: z.number().int().nonnegative().nullable(),
  text: redactedTextSchema,
  /** Words and whole tokens of the text, where the engine could time them: what is muted while names are hidden. */
  times: z.array(timedPieceSchema).optional(),
  marks: z.array(markSchema).optional(),
})
export type Segment = z.infer<typeof segmentSchema>

/** A version of a note's transcript. Stages write a new one and move the note's pointer; never in place. */
export const transcriptSchema = z.object({
  id: transcriptIdSchema,
  noteId: noteIdSchema,
  segments: z.array(segmentSchema),
})
export type Transcript = z.infer<typeof transcriptSchema>
