import { z } from 'zod'
import { noteIdSchema, recordingIdSchema } from './ids.ts'

/** What a finished part of a recording must be; a file that is shorter later was tampered with. */
export const partEndSchema = z.object({
  chunks: z.number().int().nonnegative(),
  /** 16 kHz, per channel. */
  samples: z.number().int().nonnegative(),
  /** The last chunk's authentication tag, hexadecimal. */
  lastTag: z.string().regex(/^(?:[0-9a-f]{32})?$/),
  /** Plain samples where nothing is said. */
  codec: z.literal('opus').optional(),
})

/** A note's sound: encrypted files in the data directory, under a key of its own. */
export const recordingSchema = z.object({
  id: recordingIdSchema,
  noteId: noteIdSchema,
  /** 2 for two sides that differ. */
  channels: z.union([z.literal(1), z.literal(2)]),
  /** 16 kHz, per channel. */
  samples: z.number().int().nonnegative(),
  /** The recording's key, wrapped by the store's audio key. */
  wrappedKey: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes'),
  parts: z.array(partEndSchema),
  /** Milliseconds since the epoch; null while nobody has heard what is in it, or it is kept. */
  expiresAt: z.number().int().nullable(),
})
export type Recording = z.infer<typeof recordingSchema>

/** How far a recording has been heard; what was heard is staged. Gone when redaction has committed. */
export const hearingSchema = z.object({
  channel: z.number().int().nonnegative(),
  doneMs: z.number().int().nonnegative(),
  /** Whisper's code; `auto` while nobody has spoken. */
  language: z.string(),
  isDone: z.boolean(),
})
export type Hearing = z.infer<typeof hearingSchema>

/** What heard a transcript. */
export const heardBySchema = z.object({
  /** A name of the manifest, or "file". */
  model: z.string(),
  engine: z.string(),
  language: z.string().nullable(),
})
export type HeardBy = z.infer<typeof heardBySchema>
