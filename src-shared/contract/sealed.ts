import { z } from 'zod'
import { spanSchema } from '../domain/pii.ts'
import { tokenSchema } from '../domain/token.ts'
import { bytesSchema } from './base.ts'

/** A batch of sealed rows: one random content key, sealed to the note's public key, opens all rows that name the batch. */
export const batchSchema = z.object({ id: z.string(), sealedKey: bytesSchema })
export type Batch = z.infer<typeof batchSchema>

/** `unit` names what the row belongs to: a segment id, `title`, `participant:0`, `name:[PERSON_1]`, `staging:0`. */
export const sealedRowSchema = z.object({ unit: z.string(), batchId: z.string(), sealed: bytesSchema })
export type SealedRow = z.infer<typeof sealedRowSchema>

/** Where a token stands in a note; the search index and the explanations are made of these. */
export const occurrenceSchema = z.object({
  unit: z.string(),
  place: z.enum(['text', 'speaker', 'title', 'participant']),
  ordinal: z.number().int().nonnegative(),
  token: tokenSchema,
  span: spanSchema,
})
export type Occurrence = z.infer<typeof occurrenceSchema>

/** A normalised form of something hidden, as its MAC, and the token it goes by. */
export const indexEntrySchema = z.object({ mac: z.string(), token: tokenSchema })
