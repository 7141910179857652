import { z } from 'zod'
import { correctionIdSchema, noteIdSchema } from '../domain/ids.ts'
import { ownLineIdSchema, ownLineSchema, ownLinesChangeSchema, typedLineSchema } from '../domain/own-line.ts'
import { base } from './base.ts'
import { batchSchema, indexEntrySchema, occurrenceSchema, sealedRowSchema } from './sealed.ts'

/** A person's own notes on every wire: as typed from a window, sealed or redacted to the store. */

/** One line after redaction with what it hides. */
const redactedLineSchema = z.object({
  line: ownLineSchema,
  occurrences: z.array(occurrenceSchema),
  index: z.array(indexEntrySchema),
  batch: batchSchema,
  sealedOccurrences: z.array(sealedRowSchema),
  sealedNames: z.array(sealedRowSchema),
  bases: z.array(sealedRowSchema),
})

/** For the writing thread. */
export const ownNoteWrites = {
  /**
   * All lines of a note nobody has redacted yet, sealed as one, in place of those that were there; null where none is left.
   * `isStale`: it has its transcript by now, or the lines were not those `over` says.
   */
  stageOwnLines: base
    .input(
      z.object({
        noteId: noteIdSchema,
        batch: batchSchema.nullable(),
        row: sealedRowSchema.nullable(),
        /** The batch of the lines this was made of. */
        over: z.string().nullable(),
      }),
    )
    .output(z.object({ committed: z.boolean(), isStale: z.boolean().optional() })),
  /** `isStale`: other corrections hold by now than those it was redacted under. */
  saveOwnLines: base
    .input(
      z.object({
        noteId: noteIdSchema,
        put: z.array(redactedLineSchema),
        removed: z.array(ownLineIdSchema),
        order: z.array(ownLineIdSchema).optional(),
        corrections: z.array(correctionIdSchema),
      }),
    )
    .output(z.object({ committed: z.boolean(), isStale: z.boolean().optional() })),
}

/** For the reading thread. */
export const ownNoteReads = {
  listOwnLines: base.input(z.object({ noteId: noteIdSchema })).output(z.array(ownLineSchema)),
  /** Those that wait for redaction; one row, or none. */
  getStagedOwnLines: base
    .input(z.object({ noteId: noteIdSchema }))
    .output(z.object({ batches: z.array(batchSchema), rows: z.array(sealedRowSchema) })),
}

/** For windows and the command line. */
export const ownNotes = {
  /** Lines in the person's order. With names only where `reveal` says so; those not redacted yet are as they were typed then. */
  read: base
    .input(z.object({ id: noteIdSchema, reveal: z.boolean().default(false) }))
    .output(z.object({ lines: z.array(typedLineSchema), summaryIsStale: z.boolean() })),
  /** Resolves once it is on the disk. */
  save: base.input(ownLinesChangeSchema.extend({ id: noteIdSchema })).output(z.object({ summaryIsStale: z.boolean() })),
}
