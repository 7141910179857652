import { z } from 'zod'
import { correctionIdSchema, noteIdSchema, segmentIdSchema } from './ids.ts'
import { ownLineIdSchema } from './own-line.ts'
import { piiTypeSchema, spanSchema } from './pii.ts'
import { tokenSchema } from './token.ts'

/**
 * What a person corrected in what is hidden. `here` is one place in one meeting, `meeting` that meeting, `always` every meeting
 * there is and every one to come.
 */
export const correctionScopeSchema = z.enum(['here', 'meeting', 'always'])
export type CorrectionScope = z.infer<typeof correctionScopeSchema>

export const correctionKindSchema = z.enum(['hide', 'never-hide', 'merge', 'split'])
export type CorrectionKind = z.infer<typeof correctionKindSchema>

/** Words, whatever their case and the blanks between them; at least one letter or digit. Longer than anybody types: a recogniser may have found a key. */
export const phraseSchema = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  .refine((words) => /[\p{L}\p{N}]/u.test(words), 'words to look for')

/** One mention: `segmentId` is a segment or a line of the person's own, null the title; `nth` counts the mentions there from 1. */
export const placeSchema = z.object({ segmentId: z.union([segmentIdSchema, ownLineIdSchema]).nullable(), nth: z.number().int().positive().max(10_000) })
export type CorrectedPlace = z.infer<typeof placeSchema>

export const finderSchema = z.enum(['person', 'model', 'recognisers'])
export type Finder = z.infer<typeof finderSchema>

const hideSchema = z.object({
  kind: z.literal('hide'),
  phrase: phraseSchema,
  type: piiTypeSchema,
  place: placeSchema.nullable(),
  /** Who found it: a model, and recognisers that know more than when the note was made, only when a person says so. */
  by: finderSchema.default('person'),
  /** What a recogniser says of it. */
  why: spanSchema.pick({ score: true, recognizer: true, cue: true }).optional(),
})

/** What is corrected. `never-hide` of a token, without words, shows whatever that token stands for in this meeting. */
export const correctedSchema = z.discriminatedUnion('kind', [
  hideSchema,
  z.object({ kind: z.literal('never-hide'), phrase: phraseSchema, token: tokenSchema.nullable(), place: placeSchema.nullable() }),
  z.object({ kind: z.literal('merge'), token: tokenSchema, into: tokenSchema }),
  /** Mentions of one token that mean somebody else: by how they are said, or by where. */
  z.object({ kind: z.literal('split'), token: tokenSchema, phrase: phraseSchema.nullable(), segments: z.array(segmentIdSchema) }),
])
export type Corrected = z.infer<typeof correctedSchema>

/** What today's recognisers find in a note beyond what is hidden there: words that can be read, everywhere in it or at one mention. */
export const foundAgainSchema = z.object({ phrase: phraseSchema, type: piiTypeSchema, place: placeSchema.nullable(), why: hideSchema.shape.why.unwrap() })
export type FoundAgain = z.infer<typeof foundAgainSchema>

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
