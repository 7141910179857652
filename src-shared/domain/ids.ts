import { z } from 'zod'

/** A ULID (https://github.com/ulid/spec): 26 characters of Crockford's base 32, sortable by time of creation. */
const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'a 26-character id such as 01JD0V2M8C6Q0W6R1X3T5Z7B9D')

export const noteIdSchema = ulid.brand<'NoteId'>()
export const segmentIdSchema = ulid.brand<'SegmentId'>()
export const transcriptIdSchema = ulid.brand<'TranscriptId'>()
export const summaryIdSchema = ulid.brand<'SummaryId'>()
export const jobIdSchema = ulid.brand<'JobId'>()
export const personIdSchema = ulid.brand<'PersonId'>()
export const recordingIdSchema = ulid.brand<'RecordingId'>()
export const verdictIdSchema = ulid.brand<'VerdictId'>()
export const correctionIdSchema = ulid.brand<'CorrectionId'>()

export type NoteId = z.infer<typeof noteIdSchema>
export type SegmentId = z.infer<typeof segmentIdSchema>
export type TranscriptId = z.infer<typeof transcriptIdSchema>
export type SummaryId = z.infer<typeof summaryIdSchema>
export type JobId = z.infer<typeof jobIdSchema>
export type PersonId = z.infer<typeof personIdSchema>
export type RecordingId = z.infer<typeof recordingIdSchema>
export type CorrectionId = z.infer<typeof correctionIdSchema>
