import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { offerSchema, offerSourcesSchema } from '../domain/offer.ts'
import { base, nothing } from './base.ts'

/** Offers to record. Nothing is ever recorded because of one. */
export const offers = {
  /** Those there are now, then again with every change. */
  watch: base.input(nothing).output(eventIterator(z.array(offerSchema))),
  /** It does not come back for what it was made for. */
  dismiss: base.input(z.object({ id: z.string().max(100) })).output(nothing),
  sources: base.input(nothing).output(offerSourcesSchema),
}
