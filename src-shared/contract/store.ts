import { z } from 'zod'
import { auditEntrySchema, auditEventSchema, checkpointSchema } from '../domain/audit.ts'
import { egressIntentSchema, egressOutcomeSchema, egressRecordSchema } from '../domain/egress.ts'
import { jobIdSchema, noteIdSchema, personIdSchema, recordingIdSchema, segmentIdSchema, summaryIdSchema, transcriptIdSchema } from '../domain/ids.ts'
import { correctionIdSchema, verdictIdSchema } from '../domain/ids.ts'
import { verdictSchema } from '../domain/verdict.ts'
import { jobParamsSchema, jobSchema, jobStateSchema } from '../domain/job.ts'
import { noteHeadSchema, noteSchema, noteStateSchema } from '../domain/note.ts'
import { piiTypeSchema } from '../domain/pii.ts'
import { recordedSchema } from '../domain/recorder.ts'
import { hearingSchema, heardBySchema, recordingSchema } from '../domain/recording.ts'
import { summarySchema } from '../domain/summary.ts'
import { redactedTextSchema } from '../domain/text.ts'
import { tokenSchema } from '../domain/token.ts'
import { segmentSchema } from '../domain/transcript.ts'
import { ownLineIdSchema, ownLineSchema } from '../domain/own-line.ts'
import { findNotes } from './ask.ts'
import { base, bytesSchema, nothing } from './base.ts'
import { correctionReads, correctionWrites, keptBasesSchema } from './corrections.ts'
import { ownNoteReads, ownNoteWrites } from './own-notes.ts'
import { batchSchema, indexEntrySchema, occurrenceSchema, sealedRowSchema } from './sealed.ts'

export type { Batch, Occurrence, SealedRow } from './sealed.ts'

/**
 * What the two database workers do, spoken over their MessagePorts. Every `write` call is one transaction that also
 * commits its own audit entry. The workers see redacted text and sealed bytes, never raw words.
 */

export const vaultKeySchema = z.object({
  noteId: noteIdSchema,
  publicKey: bytesSchema,
  /** The note's seed sealed to the vault's public key; null once expired. */
  sealedSeed: bytesSchema.nullable(),
  /** The seed itself while a stage still has raw words to read; erased in the transaction that commits the redacted ones. */
  workSeed: bytesSchema.nullable(),
  /** HMAC key of the note's form → token index; null once expired. */
  indexKey: bytesSchema.nullable(),
  /** When the names go, where a person chose an end. */
  namesExpireAt: z.number().int().nullable(),
})
export type VaultKey = z.infer<typeof vaultKeySchema>

export const newNoteSchema = z.object({
  note: noteHeadSchema.pick({
    id: true,
    createdAt: true,
    date: true,
    format: true,
    language: true,
    durationMs: true,
    segmentCount: true,
    speakerCount: true,
  }),
  vaultKey: vaultKeySchema.omit({ noteId: true, namesExpireAt: true }),
  batch: batchSchema,
  staging: z.array(sealedRowSchema),
  recording: recordingSchema.nullable(),
  /** Set where it is recorded here. `params`: for the jobs of one that is still being made. */
  recorded: recordedSchema.extend({ params: jobParamsSchema }).nullable().default(null),
  jobs: z.array(jobSchema),
})

/** The corrections a result was made under: it is stored only while they are those in force. */
const under = z.array(correctionIdSchema).default([])

/** `isStale`: other corrections hold by now; the result has to be made again. */
const committedSchema = z.object({ committed: z.boolean(), isStale: z.boolean().optional() })

export const redactionResultSchema = z.object({
  noteId: noteIdSchema,
  jobId: jobIdSchema,
  transcriptId: transcriptIdSchema,
  title: redactedTextSchema.nullable(),
  participants: z.array(redactedTextSchema),
  segments: z.array(segmentSchema),
  /** What the person wrote down while nobody had redacted it. */
  own: z.array(ownLineSchema).default([]),
  occurrences: z.array(occurrenceSchema),
  index: z.array(indexEntrySchema),
  batch: batchSchema,
  sealedOccurrences: z.array(sealedRowSchema),
  sealedNames: z.array(sealedRowSchema),
  bases: keptBasesSchema.shape.bases.default([]),
  corrections: under,
  /** The batch in which those lines were sealed; other ones there by now were not redacted. */
  ownBatch: z.string().nullable().default(null),
  /** When the sound behind it may go; null where there is none, or where it is kept. */
  soundExpiresAt: z.number().int().nullable(),
})
export type RedactionResult = z.infer<typeof redactionResultSchema>

const editSaveSchema = z.object({
  noteId: noteIdSchema,
  /** null edits the title. */
  segmentId: segmentIdSchema.nullable(),
  text: redactedTextSchema,
  occurrences: z.array(occurrenceSchema),
  index: z.array(indexEntrySchema),
  batch: batchSchema.nullable(),
  sealedOccurrences: z.array(sealedRowSchema),
  sealedNames: z.array(sealedRowSchema),
  bases: keptBasesSchema.shape.bases.default([]),
  corrections: under,
})

export const searchHitSchema = z.object({
  noteId: noteIdSchema,
  title: redactedTextSchema.nullable(),
  date: z.string(),
  /** Zero-based; null for a hit in the title, or in the person's own notes. */
  segment: z.number().int().nullable(),
  segmentId: segmentIdSchema.nullable(),
  ownLineId: ownLineIdSchema.optional(),
  /** The text is a person's edit of the segment. */
  edited: z.boolean(),
  text: redactedTextSchema,
  score: z.number(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

export const writeContract = {
  ...correctionWrites,
  ...ownNoteWrites,
  stageNote: base.input(newNoteSchema).output(nothing),
  /** Adds what was heard of one channel up to a time; nothing of it is heard twice. */
  /** A recording that a note was made of while it grew is whole; its jobs begin. */
  endRecording: base
    .input(
      z.object({
        recording: recordingSchema.pick({ id: true, noteId: true, samples: true, parts: true }),
        recorded: recordedSchema.omit({ agreement: true }),
        jobs: z.array(jobSchema),
      }),
    )
    .output(nothing),
  /** A heard recording lies smaller on the disk from now on. Not where it is being heard again, or is gone. */
  shrinkRecording: base.input(recordingSchema.pick({ id: true, noteId: true, parts: true })).output(z.object({ committed: z.boolean() })),
  addHeard: base
    .input(
      z.object({
        noteId: noteIdSchema,
        /** Null: heard while it was recorded. Nothing of it is taken once a job of the note runs. */
        jobId: jobIdSchema.nullable(),
        hearing: hearingSchema,
        heardBy: heardBySchema,
        batch: batchSchema,
        rows: z.array(sealedRowSchema),
        /** Tokens that were shown live, so that the note's are the same. */
        index: z.array(indexEntrySchema).default([]),
      }),
    )
    .output(z.object({ committed: z.boolean() })),
  /** All channels have been heard. */
  commitHearing: base
    .input(
      z.object({
        noteId: noteIdSchema,
        jobId: jobIdSchema,
        language: z.string().nullable(),
        segmentCount: z.number().int().nonnegative(),
        speakerCount: z.number().int().nonnegative(),
      }),
    )
    .output(z.object({ committed: z.boolean() })),
  /** Begins to hear a note's recording again: what was said before stays until something fuller is there. */
  stageHearing: base
    .input(z.object({ noteId: noteIdSchema, workSeed: bytesSchema, batch: batchSchema, staging: z.array(sealedRowSchema), jobs: z.array(jobSchema) }))
    .output(nothing),
  /** Destroys the keys of recordings whose time has come; their files are noise then. */
  expireSound: base.input(z.object({ now: z.number().int() })).output(z.array(recordingIdSchema)),
  /** Until when the sound stays; null keeps it until somebody says otherwise. */
  acknowledgeEnding: base.input(z.object({ noteId: noteIdSchema })).output(nothing),
  setSoundExpiry: base.input(z.object({ noteId: noteIdSchema, expiresAt: z.number().int().nullable() })).output(nothing),
  /** Destroys the keys of a note's recordings; the note stays. */
  eraseSound: base.input(z.object({ noteId: noteIdSchema })).output(z.array(recordingIdSchema)),
  /** Until when what is behind a note's tokens stays; null keeps it as long as the note. */
  setNamesExpiry: base.input(z.object({ noteId: noteIdSchema, expiresAt: z.number().int().nullable() })).output(nothing),
  /** Destroys it; not while the note has sound, or is worked on. */
  eraseNames: base.input(z.object({ noteId: noteIdSchema })).output(z.object({ erased: z.boolean() })),
  /** Takes back a hearing under way with its jobs; the note is as it was. */
  dropHearing: base.input(z.object({ noteId: noteIdSchema })).output(nothing),
  commitRedaction: base.input(redactionResultSchema).output(committedSchema),
  commitSummary: base
    .input(
      z.object({
        noteId: noteIdSchema,
        jobId: jobIdSchema,
        summaryId: summaryIdSchema,
        transcriptId: transcriptIdSchema,
        summary: summarySchema,
        /** What a second look at a model's words hid. */
        found: redactionResultSchema.pick({ index: true, batch: true, sealedNames: true }).nullable().default(null),
        corrections: under,
      }),
    )
    .output(committedSchema),
  setNoteState: base.input(z.object({ noteId: noteIdSchema, state: noteStateSchema })).output(nothing),
  saveEdit: base.input(editSaveSchema).output(committedSchema),
  /** With `redaction` where the person wrote something: names it hides go into the vault with it. */
  saveVerdict: base
    .input(
      z.object({
        noteId: noteIdSchema,
        verdict: verdictSchema,
        redaction: editSaveSchema.pick({ index: true, batch: true, sealedOccurrences: true, sealedNames: true }).nullable(),
        corrections: under,
      }),
    )
    .output(committedSchema),
  removeVerdict: base.input(z.object({ noteId: noteIdSchema, verdictId: verdictIdSchema })).output(nothing),
  scheduleDeletion: base.input(z.object({ noteId: noteIdSchema, deleteAt: z.number().int() })).output(nothing),
  undoDeletion: base.input(z.object({ noteId: noteIdSchema })).output(nothing),
  /** Erases a note with everything that hangs on it, in one transaction, then truncates the write-ahead log. */
  eraseNote: base.input(z.object({ noteId: noteIdSchema })).output(z.object({ erased: z.boolean() })),
  addJob: base.input(jobSchema).output(nothing),
  updateJob: base.input(jobSchema.pick({ id: true, state: true, attempt: true, progress: true, notBefore: true, error: true })).output(nothing),
  /** After a crash: every job that was running waits again. */
  requeueRunningJobs: base.input(nothing).output(z.object({ requeued: z.number().int() })),
  linkPeople: base
    .input(
      z.object({
        people: z.array(z.object({ id: personIdSchema, sealed: bytesSchema })),
        /** People whom no note names any more. */
        forgotten: z.array(personIdSchema),
        names: z.array(z.object({ noteId: noteIdSchema, batch: batchSchema, rows: z.array(sealedRowSchema) })),
      }),
    )
    .output(nothing),
  appendAudit: base.input(auditEventSchema).output(auditEntrySchema),
  saveCheckpoint: base.input(checkpointSchema).output(nothing),
  beginEgress: base.input(egressIntentSchema).output(z.object({ id: z.string() })),
  endEgress: base.input(z.object({ id: z.string(), outcome: egressOutcomeSchema })).output(nothing),
  setMeta: base.input(z.object({ key: z.string(), value: z.string(), audit: auditEventSchema.optional() })).output(nothing),
  close: base.input(nothing).output(nothing),
}

export const readContract = {
  ...correctionReads,
  ...ownNoteReads,
  findNotes,
  listNotes: base.input(z.object({ includeDeleted: z.boolean().default(false) })).output(z.array(noteHeadSchema)),
  getNote: base.input(z.object({ noteId: noteIdSchema })).output(noteSchema.nullable()),
  /** Every summary a note has had, oldest first. */
  listSummaries: base
    .input(z.object({ noteId: noteIdSchema }))
    .output(z.array(z.object({ id: summaryIdSchema, createdAt: z.number().int(), summary: summarySchema }))),
  listVerdicts: base.input(z.object({ noteId: noteIdSchema })).output(z.array(verdictSchema)),
  getOccurrences: base.input(z.object({ noteId: noteIdSchema })).output(z.array(occurrenceSchema)),
  countTokens: base
    .input(z.object({ noteId: noteIdSchema }))
    .output(z.array(z.object({ token: tokenSchema, type: piiTypeSchema, count: z.number().int() }))),
  getStaging: base.input(z.object({ noteId: noteIdSchema })).output(z.object({ batches: z.array(batchSchema), rows: z.array(sealedRowSchema) })),
  getVaultKey: base.input(z.object({ noteId: noteIdSchema })).output(vaultKeySchema.nullable()),
  /** The notes whose names have an end, soonest first. */
  listNamesExpiry: base.input(nothing).output(z.array(z.object({ noteId: noteIdSchema, expiresAt: z.number().int() }))),
  listRecordings: base.input(z.object({ noteId: noteIdSchema.optional() })).output(z.array(recordingSchema)),
  /** Null for what was not recorded here. */
  getRecorded: base.input(z.object({ noteId: noteIdSchema })).output(recordedSchema.extend({ params: jobParamsSchema }).nullable()),
  /** Of every note that was recorded here. */
  listEndings: base.input(nothing).output(z.array(recordedSchema.pick({ ending: true }).extend({ noteId: noteIdSchema, isAcknowledged: z.boolean() }))),
  getHearings: base.input(z.object({ noteId: noteIdSchema })).output(z.array(hearingSchema)),
  getIndex: base.input(z.object({ noteId: noteIdSchema })).output(z.array(indexEntrySchema)),
  getSealed: base
    .input(z.object({ noteId: noteIdSchema, of: z.enum(['occurrences', 'names']) }))
    .output(z.object({ batches: z.array(batchSchema), rows: z.array(sealedRowSchema) })),
  /** Every note's sealed names: the people directory is built from them while the vault is open. */
  getAllNames: base
    .input(nothing)
    .output(z.array(z.object({ noteId: noteIdSchema, sealedSeed: bytesSchema, batches: z.array(batchSchema), rows: z.array(sealedRowSchema) }))),
  getPeople: base.input(nothing).output(z.array(z.object({ id: personIdSchema, sealed: bytesSchema }))),
  /** Every word must be met by the segment's text or by one of the word's tokens standing there. */
  search: base
    .input(
      z.object({
        words: z.array(z.object({ match: z.string(), tokens: z.array(z.object({ noteId: noteIdSchema, token: tokenSchema })) })).min(1),
        limit: z.number().int().positive().max(500),
      }),
    )
    .output(z.array(searchHitSchema)),
  listJobs: base.input(z.object({ states: z.array(jobStateSchema).optional(), noteId: noteIdSchema.optional() })).output(z.array(jobSchema)),
  dueDeletions: base.input(z.object({ now: z.number().int() })).output(z.array(noteIdSchema)),
  auditPage: base.input(z.object({ after: z.number().int(), limit: z.number().int().positive() })).output(z.array(auditEntrySchema)),
  auditHead: base.input(nothing).output(z.object({ seq: z.number().int(), hash: z.string() })),
  checkpoints: base.input(nothing).output(z.array(checkpointSchema)),
  listEgress: base.input(z.object({ limit: z.number().int().positive() })).output(z.array(egressRecordSchema)),
  getMeta: base.input(z.object({ key: z.string() })).output(z.object({ value: z.string().nullable() })),
  checkIntegrity: base.input(nothing).output(z.object({ ok: z.boolean(), schemaVersion: z.number().int(), notes: z.number().int() })),
}
