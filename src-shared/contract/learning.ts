import { z } from 'zod'
import { base, nothing } from './base.ts'

/** Weights of the built-in engine's action items, fitted on this machine to what the person said of lines. Nothing is sent. */
const countsSchema = z.object({
  /** Lines the person kept or reworded, and lines they rejected, that the engine considers too. */
  kept: z.number().int().nonnegative(),
  dropped: z.number().int().nonnegative(),
  /** Words on lines the engine does not consider: nothing can be learnt from them. */
  unmatched: z.number().int().nonnegative(),
})

export const refitSchema = countsSchema.extend({
  outcome: z.enum(['refitted', 'too-few', 'no-better']),
  /** Labels judged as the person judged them, each by weights that were fitted without it. */
  agreement: z.object({ before: z.number().int(), after: z.number().int(), of: z.number().int() }),
  changes: z.array(z.object({ feature: z.string(), from: z.number(), to: z.number() })),
})
export type RefitReport = z.infer<typeof refitSchema>

const weightsSchema = z.object({
  /** Start of the SHA-256 of the set in force; versions of runs end in it. */
  hash: z.string(),
  /** The one that came with the app. */
  shipped: z.string(),
  origin: z.enum(['shipped', 'this-machine']),
})
export type WeightsInForce = z.infer<typeof weightsSchema>

export const learning = {
  weights: base.input(nothing).output(weightsSchema),
  /** Fits them anew, always from the shipped ones. They hold for notes made from then on. */
  refit: base.input(nothing).output(z.object({ report: refitSchema, weights: weightsSchema })),
  /** Back to the shipped ones, byte for byte. The person's words on lines stay. */
  reset: base.input(nothing).output(weightsSchema),
}

/** One meeting with what was said of its lines, for the thread that fits. */
export const labelSchema = z.object({ text: z.string(), evidence: z.array(z.string()), kept: z.boolean() })
