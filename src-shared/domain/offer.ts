import { z } from 'zod'

/**
 * An offer to record, never more than that. `event`: one of the calendar begins. `microphone`: another program listens. It goes when its
 * reason does, when it is waved away, or when something is recorded.
 */
export const offerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    id: z.string(),
    /** Milliseconds since the epoch. */
    startsAt: z.number().int(),
    title: z.string(),
    participants: z.array(z.string()),
  }),
  z.object({ kind: z.literal('microphone'), id: z.string() }),
])
export type Offer = z.infer<typeof offerSchema>
export type OfferKind = Offer['kind']

/** What can be watched here, and what became of it. */
export const offerSourcesSchema = z.object({
  /** Whether this system says that another program listens. */
  microphone: z.boolean(),
  /** `unreadable`: there is nothing at its path, or nothing in it that is a calendar. */
  calendar: z.enum(['none', 'read', 'unreadable']),
})
export type OfferSources = z.infer<typeof offerSourcesSchema>
