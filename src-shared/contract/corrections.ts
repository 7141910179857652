import { z } from 'zod'
import { correctionKindSchema, correctionRowSchema, correctionSchema, correctionScopeSchema, finderSchema, foundAgainSchema } from '../domain/correction.ts'
import { correctionIdSchema, noteIdSchema, segmentIdSchema, summaryIdSchema, transcriptIdSchema } from '../domain/ids.ts'
import { ownLineSchema } from '../domain/own-line.ts'
import { piiTypeSchema } from '../domain/pii.ts'
import { summarySchema } from '../domain/summary.ts'
import { redactedTextSchema } from '../domain/text.ts'
import { tokenSchema } from '../domain/token.ts'
import { timedPieceSchema } from '../domain/transcript.ts'
import { verdictSchema } from '../domain/verdict.ts'
import { base, bytesSchema } from './base.ts'
import { batchSchema, indexEntrySchema, occurrenceSchema, sealedRowSchema } from './sealed.ts'

/** Corrections on every wire: what a person asks for, what the text thread computes, and the one transaction that stores it. */

/** Every stored text of a note, in whatever version. `digest` is of all of them: what was computed from them is stored only if they still stand. */
export const storedTextsSchema = z.object({
  noteId: noteIdSchema,
  digest: z.string(),
  language: z.string().nullable(),
  title: redactedTextSchema.nullable(),
  participants: z.array(redactedTextSchema),
  segments: z.array(
    z.object({
      transcriptId: transcriptIdSchema,
      isCurrent: z.boolean(),
      id: segmentIdSchema,
      speaker: redactedTextSchema.nullable(),
      text: redactedTextSchema,
      times: z.array(timedPieceSchema).nullable(),
      isTimed: z.boolean(),
    }),
  ),
  edits: z.array(z.object({ segmentId: segmentIdSchema, text: redactedTextSchema, fits: z.boolean() })),
  own: z.array(ownLineSchema.pick({ id: true, text: true })),
  summaries: z.array(z.object({ id: summaryIdSchema, createdAt: z.number().int(), summary: summarySchema })),
  verdicts: z.array(z.object({ createdAt: z.number().int(), verdict: verdictSchema })),
  occurrences: z.array(occurrenceSchema),
})
export type StoredTexts = z.infer<typeof storedTextsSchema>

/** Texts kept as they were without corrections, sealed: those to keep and those to drop, by name of the unit. */
export const keptBasesSchema = z.object({ bases: z.array(sealedRowSchema), droppedBases: z.array(z.string()) })

/** What becomes of one note's rows. Only what differs. */
export const correctedNoteSchema = keptBasesSchema.extend({
  noteId: noteIdSchema,
  digest: z.string(),
  title: redactedTextSchema.nullable(),
  participants: z.array(z.object({ ordinal: z.number().int(), name: redactedTextSchema })),
  segments: z.array(storedTextsSchema.shape.segments.element.omit({ isCurrent: true, isTimed: true })),
  edits: z.array(z.object({ segmentId: segmentIdSchema, text: redactedTextSchema })),
  own: z.array(ownLineSchema.pick({ id: true, text: true })),
  summaries: z.array(z.object({ id: summaryIdSchema, summary: summarySchema })),
  verdicts: z.array(verdictSchema),
  occurrences: z.array(occurrenceSchema.pick({ unit: true, place: true }).extend({ rows: z.array(occurrenceSchema) })),
  index: z.array(indexEntrySchema),
  batch: batchSchema,
  sealedOccurrences: z.array(sealedRowSchema),
  droppedOccurrences: z.array(z.string()),
  sealedNames: z.array(sealedRowSchema),
  forgotten: z.array(z.object({ token: tokenSchema, mac: z.string() })),
  /** Lines, labels and titles that read differently now. */
  changed: z.number().int(),
})
export type CorrectedNoteRows = z.infer<typeof correctedNoteSchema>

const sealedRows = z.object({ batches: z.array(batchSchema), rows: z.array(sealedRowSchema) })

/** For the text thread, which alone opens what was said. */
export const correctProcedure = base
  .input(
    z.object({
      texts: storedTextsSchema,
      /** Null once the names have expired: then words can be hidden, and nothing is kept of them. */
      seed: bytesSchema.nullable(),
      publicKey: bytesSchema,
      indexKey: bytesSchema.nullable(),
      index: z.array(indexEntrySchema),
      occurrences: sealedRows,
      names: sealedRows,
      bases: sealedRows,
      before: z.array(correctionSchema),
      after: z.array(correctionSchema),
    }),
  )
  .output(correctedNoteSchema)

/** For the text thread: what today's recognisers, and a model that was added, find beyond what is hidden. */
export const findAgainProcedure = base
  .input(
    z.object({
      texts: storedTextsSchema,
      seed: bytesSchema,
      occurrences: sealedRows,
      names: sealedRows,
      bases: sealedRows,
      corrections: z.array(correctionSchema),
    }),
  )
  /** `found` is null while a model still looks, some seconds a call; `done` of `total` texts. */
  .output(z.object({ found: z.array(foundAgainSchema).nullable(), done: z.number().int(), total: z.number().int() }))

/** For the writing thread. */
export const correctionWrites = {
  /** A correction with all its effects on all notes, or nothing: `false` where a note was changed, or came, since texts were read. */
  correct: base
    .input(
      z.object({
        add: z.array(correctionRowSchema),
        remove: correctionIdSchema.nullable(),
        /** The corrections that were there: nothing is stored on top of others. */
        standing: z.array(correctionIdSchema),
        notes: z.array(correctedNoteSchema),
        /** Every note looked at with its digest, null where it had no texts yet; also those in which nothing differs. */
        seen: z.array(z.object({ noteId: noteIdSchema, digest: z.string().nullable() })),
      }),
    )
    .output(z.object({ committed: z.boolean() })),
}

/** For the reading thread. */
export const correctionReads = {
  /** Those of a note with those that hold for all notes; every one there is where no note is named. */
  listCorrections: base.input(z.object({ noteId: noteIdSchema.optional() })).output(z.array(correctionRowSchema)),
  getStoredTexts: base.input(z.object({ noteId: noteIdSchema })).output(storedTextsSchema.nullable()),
  getBases: base.input(z.object({ noteId: noteIdSchema })).output(sealedRows),
}

const noteRef = z.object({ id: noteIdSchema })
const where = z.object({
  /** A line as shown, counted from 0, or the title: only that mention. */
  here: z.object({ segment: z.number().int().nonnegative().nullable(), nth: z.number().int().positive().default(1) }).optional(),
  always: z.boolean().default(false),
})
const made = z.object({ correction: correctionIdSchema, notes: z.number().int(), changed: z.number().int() })

/** A correction as its maker sees it. `text` and the tokens are as asked for: this list is of words that were hidden. */
export const listedCorrectionSchema = z.object({
  id: correctionIdSchema,
  kind: correctionKindSchema,
  scope: correctionScopeSchema,
  noteId: noteIdSchema.nullable(),
  createdAt: z.number().int(),
  /** Null while names are not to be shown. */
  text: z.string().nullable(),
  by: finderSchema.optional(),
  type: piiTypeSchema.optional(),
  token: tokenSchema.optional(),
  into: tokenSchema.optional(),
})
export type ListedCorrection = z.infer<typeof listedCorrectionSchema>

/** For windows and the command line. */
export const corrections = {
  /** Hides words: in one place, in this meeting, or in every one there is and will be. */
  hide: base.input(noteRef.extend(where.shape).extend({ text: z.string().min(1).max(200), type: piiTypeSchema.default('OTHER') })).output(made),
  /** Shows words, or what a token such as `[PERSON_2]` stands for, whatever the recognisers think of them. */
  neverHide: base.input(noteRef.extend(where.shape).extend({ text: z.string().min(1).max(200) })).output(made),
  /** Two tokens of a meeting are one. */
  merge: base.input(noteRef.extend({ token: tokenSchema, into: tokenSchema })).output(made),
  /** Mentions of a token that mean somebody else, by how they are said or by their lines. */
  split: base
    .input(
      noteRef.extend({
        token: tokenSchema,
        text: z.string().min(1).max(200).optional(),
        segments: z.array(z.number().int().nonnegative()).max(10_000).default([]),
      }),
    )
    .output(made),
  /**
   * Asks a language model on this computer what is still readable of a note and hides it there, as corrections that can be taken back;
   * or only says what it would be. The model is given redacted text alone; what it names must stand in it.
   */
  findMore: base.input(noteRef.extend({ model: z.string().max(200).optional(), onlyLook: z.boolean().default(false) })).output(
    z.object({
      found: z.array(z.object({ text: z.string(), type: piiTypeSchema, segments: z.array(z.number().int()) })),
      /** Proposals that were not taken: words that do not stand there, ordinary words, tokens. */
      refused: z.number().int(),
      model: z.string(),
      notes: z.number().int(),
      changed: z.number().int(),
    }),
  ),
  /**
   * Looks at notes, all there are where none is named, with the recognisers of today, and hides what they find more: a job each, which
   * `jobs.watch` follows. What is hidden stays hidden. `expired` counts those that cannot be read any more.
   */
  redactAgain: base
    .input(z.object({ ids: z.array(noteIdSchema).optional() }))
    .output(z.object({ queued: z.array(noteIdSchema), expired: z.number().int() })),
  list: base.input(z.object({ noteId: noteIdSchema.optional(), reveal: z.boolean().default(false) })).output(z.array(listedCorrectionSchema)),
  /** Takes a correction back with everything it did. */
  undo: base.input(z.object({ correction: correctionIdSchema })).output(z.object({ notes: z.number().int(), changed: z.number().int() })),
}

