import { z } from 'zod'
import { correctionIdSchema, noteIdSchema, segmentIdSchema } from './ids.ts'
import { piiTypeSchema } from './pii.ts'
import { tokenSchema } from './token.ts'

/**
 * What a person corrected in what is hidden. `here` is one place in one meeting, `meeting` that meeting, `always` every meeting
 * there is and every one to come.
 */
export const correctionScopeSchema = z.enum(['here', 'meeting', 'always'])
export type CorrectionScope = z.infer<typeof correctionScopeSchema>

export const correctionKindSchema = z.enum(['hide', 'never-hide', 'merge', 'split'])
export type CorrectionKind = z.infer<typeof correctionKindSchema>

/** Words, whatever their case and the blanks between them; at least one letter or digit. */
export const phraseSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((words) => /[\p{L}\p{N}]/u.test(words), 'words to look for')

/** One mention: `segmentId` null is the title; `nth` counts the mentions there from 1. */
export const placeSchema = z.object({ segmentId: segmentIdSchema.nullable(), nth: z.number().int().positive().max(10_000) })
export type CorrectedPlace = z.infer<typeof placeSchema>

/** What is corrected. `never-hide` of a token, without words, shows whatever that token stands for in this meeting. */
export const correctedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hide'),
    phrase: phraseSchema,
    type: piiTypeSchema,
    place: placeSchema.nullable(),
    /** Who found it; a model is only asked when a person says so. */
    by: z.enum(['person', 'model']).default('person'),
  }),
  z.object({ kind: z.literal('never-hide'), phrase: phraseSchema, token: tokenSchema.nullable(), place: placeSchema.nullable() }),
  z.object({ kind: z.literal('merge'), token: tokenSchema, into: tokenSchema }),
  /** Mentions of one token that mean somebody else: by how they are said, or by where. */
  z.object({ kind: z.literal('split'), token: tokenSchema, phrase: phraseSchema.nullable(), segments: z.array(segmentIdSchema) }),
])
export type Corrected = z.infer<typeof correctedSchema>

/** A correction as the store keeps it: what it says is sealed, to the meeting's key or, where it holds for all, to the vault's. */
export const correctionRowSchema = z.object({
  id: correctionIdSchema,
  noteId: noteIdSchema.nullable(),
  kind: correctionKindSchema,
  scope: correctionScopeSchema,
  sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes'),
  createdAt: z.number().int(),
})
export type CorrectionRow = z.infer<typeof correctionRowSchema>

/** A correction with its words. */
export const correctionSchema = correctionRowSchema.omit({ sealed: true, kind: true }).extend({ what: correctedSchema })
export type Correction = z.infer<typeof correctionSchema>
