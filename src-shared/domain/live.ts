import { z } from 'zod'
import { markSchema } from './transcript.ts'
import { redactedTextSchema } from './text.ts'

/** Who speaks, where a recording has two sides: the microphone's or the far one. Null for one channel. */
export const liveSpeakerSchema = z.enum(['me', 'others']).nullable()

/**
 * What a live transcript says, all of it redacted. Times are milliseconds from the recording's start.
 */
export const liveEventSchema = z.discriminatedUnion('kind', [
  /** Final words. One that comes again with an `id` replaces what it was: a number was completed by later words. */
  z.object({
    kind: z.literal('segment'),
    id: z.number().int().nonnegative(),
    speaker: liveSpeakerSchema,
    startMs: z.number().int().nonnegative(),
    endMs: z.number().int().nonnegative(),
    text: redactedTextSchema,
    /** Why it may not have been said. */
    marks: z.array(markSchema).optional(),
  }),
  /** What a speaker is saying now, as far as it can be told; replaces the speaker's last one. Empty: nothing. */
  z.object({ kind: z.literal('provisional'), speaker: liveSpeakerSchema, startMs: z.number().int().nonnegative(), text: redactedTextSchema }),
  /** How far final words are behind what is said; 0 once they have caught up. */
  z.object({ kind: z.literal('behind'), ms: z.number().int().nonnegative() }),
  /** No more words will come live. `code`: what kept them from coming; the recording goes on, and is heard after Stop. */
  z.object({ kind: z.literal('end'), code: z.string().nullable() }),
])
export type LiveEvent = z.infer<typeof liveEventSchema>

/** Whether words of a recording under way come now. `battery`, `heat`: they wait, since the person wants this computer spared then. */
export const hearingNowSchema = z.enum(['live', 'after', 'battery', 'heat'])
export type Hearing = z.infer<typeof hearingNowSchema>
