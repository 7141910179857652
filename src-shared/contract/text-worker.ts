import { z } from 'zod'
import { correctionSchema } from '../domain/correction.ts'
import { transcriptIdSchema } from '../domain/ids.ts'
import { ownLineSchema, typedLineSchema } from '../domain/own-line.ts'
import { optionalTypeSchema } from '../domain/pii.ts'
import { templateChoiceSchema } from '../domain/template.ts'
import { engineRunSchema, summarySchema } from '../domain/summary.ts'
import { redactedTextSchema } from '../domain/text.ts'
import { segmentSchema, transcriptFormatSchema } from '../domain/transcript.ts'
import { answerProcedure } from './ask.ts'
import { base, bytesSchema } from './base.ts'
import { correctProcedure, findAgainProcedure } from './corrections.ts'
import { chosenPiiModelSchema } from './models.ts'
import { labelSchema, refitSchema } from './learning.ts'
import { batchSchema, sealedRowSchema } from './sealed.ts'
import { redactionResultSchema } from './store.ts'

/**
 * What the text worker does, spoken over its MessagePort: everything that handles raw words or chews on text.
 * Raw words enter as the file's bytes and leave only sealed or redacted.
 */
export const stagedTranscriptSchema = z.object({
  batch: batchSchema,
  rows: z.array(sealedRowSchema),
  format: transcriptFormatSchema,
  segmentCount: z.number().int(),
  speakerCount: z.number().int(),
  durationMs: z.number().int().nullable(),
  date: z.string().nullable(),
  language: z.string().nullable(),
  emptyCues: z.number().int(),
})
export type StagedTranscript = z.infer<typeof stagedTranscriptSchema>

export const textWorkerContract = {
  /** Recognises and parses a transcript and seals it to the note's public key. */
  stage: base
    .input(
      z.object({
        bytes: bytesSchema,
        fileName: z.string().optional(),
        title: z.string().optional(),
        participants: z.array(z.string()),
        own: z.array(typedLineSchema).readonly(),
        publicKey: bytesSchema,
        noteId: z.string(),
      }),
    )
    .output(stagedTranscriptSchema),
  /** Opens a staged transcript and returns it redacted, with what was hidden sealed. */
  redact: base
    .input(
      z.object({
        noteId: z.string(),
        staging: z.object({ batches: z.array(batchSchema), rows: z.array(sealedRowSchema) }),
        seed: bytesSchema,
        publicKey: bytesSchema,
        indexKey: bytesSchema,
        index: redactionResultSchema.shape.index,
        language: z.string().nullable(),
        /** The note's segments so far: what is heard again at the same time keeps its id, and with it the person's edits. */
        previous: z.array(segmentSchema),
        transcriptId: transcriptIdSchema,
        corrections: z.array(correctionSchema),
      }),
    )
    .output(redactionResultSchema.omit({ noteId: true, jobId: true, transcriptId: true, soundExpiresAt: true, corrections: true, ownBatch: true })),
  /** What everything from now on is looked at with, beside the recognisers, and which kinds are hidden beside what always is. */
  lookWith: base.input(z.object({ model: chosenPiiModelSchema, alsoTypes: z.array(optionalTypeSchema) })).output(z.object({})),
  /** Looks at a part of a staged transcript with that model, some seconds' worth; `redact` takes what was found. */
  look: base
    .input(z.object({ noteId: z.string(), staging: z.object({ batches: z.array(batchSchema), rows: z.array(sealedRowSchema) }), seed: bytesSchema }))
    .output(z.object({ done: z.number().int(), total: z.number().int() })),
  /** Redacts one typed text with the note's own tokens, sealing with the public key alone. */
  redactEdit: base
    .input(
      z.object({
        noteId: z.string(),
        unit: z.string(),
        place: z.enum(['text', 'title']),
        text: z.string(),
        /** Names the note already knows, while the vault is open; what is typed is matched against them. */
        participants: z.array(z.string()),
        publicKey: bytesSchema,
        indexKey: bytesSchema,
        index: redactionResultSchema.shape.index,
        language: z.string().nullable(),
        corrections: z.array(correctionSchema),
      }),
    )
    .output(
      redactionResultSchema
        .pick({ bases: true, occurrences: true, index: true, batch: true, sealedOccurrences: true, sealedNames: true })
        .extend({ text: redactedTextSchema }),
    ),
  /** Redacts the end of what one side has said so far; nothing of it is stored. */
  redactTail: base
    .input(
      z.object({
        tail: z.array(z.string()),
        provisional: z.string().nullable(),
        participants: z.array(z.string()),
        language: z.string().nullable(),
        indexKey: bytesSchema,
        index: redactionResultSchema.shape.index,
        corrections: z.array(correctionSchema).default([]),
      }),
    )
    .output(
      redactionResultSchema.pick({ index: true }).extend({ tail: z.array(redactedTextSchema), provisional: redactedTextSchema.nullable() }),
    ),
  /**
   * Texts that are redacted already, looked at once more before they are stored as a model's words or leave. With `note`, what is hidden
   * goes by the note's own tokens, and `found` is what the vault is to keep of it.
   */
  scanMade: base
    .input(
      z.object({
        texts: z.array(redactedTextSchema),
        note: z
          .object({ noteId: z.string(), publicKey: bytesSchema, indexKey: bytesSchema, index: redactionResultSchema.shape.index })
          .nullable(),
        language: z.string().nullable(),
        /** Words that a person wants to see. */
        never: z.array(z.string()),
        isCautious: z.boolean(),
      }),
    )
    .output(
      z.object({ texts: z.array(redactedTextSchema), found: redactionResultSchema.pick({ index: true, batch: true, sealedNames: true }).nullable() }),
    ),
  /** A note's texts under other corrections than before. */
  correct: correctProcedure,
  findAgain: findAgainProcedure,
  answer: answerProcedure,
  /** The embedded engine. */
  summarize: base
    .input(
      z.object({
        segments: z.array(segmentSchema),
        participants: z.array(redactedTextSchema),
        date: z.string(),
        template: templateChoiceSchema.optional(),
        own: z.array(ownLineSchema).readonly().optional(),
        /** A set of weights, as text; the shipped one where nothing is said. */
        weights: z.string().optional(),
      }),
    )
    .output(summarySchema.extend({ run: engineRunSchema })),
  /** Fits the shipped weights of action items to what was said of lines; `fitted` is the new set, or null where it is not taken. */
  refit: base
    .input(
      z.object({
        meetings: z.array(
          z.object({ segments: z.array(segmentSchema), participants: z.array(redactedTextSchema), date: z.string(), labels: z.array(labelSchema) }),
        ),
      }),
    )
    .output(refitSchema.extend({ fitted: z.string().nullable() })),
}
