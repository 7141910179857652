import { z } from 'zod'
import { noteIdSchema, segmentIdSchema, summaryIdSchema, transcriptIdSchema } from './ids.ts'
import { heardBySchema } from './recording.ts'
import { summarySchema } from './summary.ts'
import { redactedTextSchema } from './text.ts'
import { segmentSchema, transcriptFormatSchema } from './transcript.ts'

/** `processing` until a summary stands; `failed` when a stage gave up (what was finished is kept and readable). */
export const noteStateSchema = z.enum(['processing', 'ready', 'failed'])
export type NoteState = z.infer<typeof noteStateSchema>

/** A note without its text: what a list shows. `title` is null until redaction has run. */
export const noteHeadSchema = z.object({
  id: noteIdSchema,
  createdAt: z.number().int(),
  /** ISO 8601 date or date-time of the meeting. */
  date: z.string(),
  title: redactedTextSchema.nullable(),
  state: noteStateSchema,
  format: transcriptFormatSchema,
  language: z.string().nullable(),
  durationMs: z.number().int().nonnegative().nullable(),
  segmentCount: z.number().int().nonnegative(),
  speakerCount: z.number().int().nonnegative(),
  actionCount: z.number().int().nonnegative(),
  /** Milliseconds since the epoch when a hidden note is erased; null while it is not being deleted. */
  deleteAt: z.number().int().nullable(),
})
export type NoteHead = z.infer<typeof noteHeadSchema>

/** Something a person changed by hand; laid over the segment it was made on, as long as that has not changed since. */
export const editSchema = z.object({
  segmentId: segmentIdSchema,
  /** The segment's hash when it was edited. */
  baseHash: z.string(),
  text: redactedTextSchema,
  conflict: z.boolean(),
})
export type Edit = z.infer<typeof editSchema>

/** A whole note as stored: redacted. */
export const noteSchema = noteHeadSchema.extend({
  transcriptId: transcriptIdSchema.nullable(),
  summaryId: summaryIdSchema.nullable(),
  participants: z.array(redactedTextSchema),
  segments: z.array(segmentSchema),
  edits: z.array(editSchema),
  summary: summarySchema.nullable(),
  /** What heard the words; null for an imported transcript. */
  heardBy: heardBySchema.nullable(),
})
export type Note = z.infer<typeof noteSchema>
