import { z } from 'zod'

/** Why something may leave this process at all. Each purpose has its own rules in core/egress. */
export const egressPurposeSchema = z.enum(['ollama', 'model-download'])
export type EgressPurpose = z.infer<typeof egressPurposeSchema>

/** What the rules can object to; the same words as the parameter of EGRESS_DENIED. */
export const egressReasonSchema = z.enum(['host', 'method', 'scheme', 'size', 'redirects', 'path'])
export type EgressReason = z.infer<typeof egressReasonSchema>

/**
 * Written before the first byte leaves. Says when, why and where, never what: `path` is one of the endpoints the rules
 * name (a refused address may carry words in its path, so there it is null), and a query is never kept.
 */
export const egressIntentSchema = z.object({
  /** Milliseconds since the epoch. */
  at: z.number().int(),
  purpose: egressPurposeSchema,
  /** As the URL standard writes it (lower case, punycode, brackets around IPv6); empty where the address could not be read. */
  host: z.string().max(255),
  port: z.number().int().min(0).max(65_535),
  method: z.string().max(16),
  path: z.string().max(64).nullable(),
})
export type EgressIntent = z.infer<typeof egressIntentSchema>

/** `aborted`: given up on our side, by cancelling, a time limit or (with a reason) the size limit; the bytes until then are counted. */
export const egressOutcomeSchema = z.object({
  at: z.number().int(),
  result: z.enum(['ok', 'failed', 'refused', 'aborted']),
  reason: egressReasonSchema.nullable(),
  /** HTTP status; null when no answer came. */
  status: z.number().int().nullable(),
  /** Bytes of the bodies, without headers. */
  requestBytes: z.number().int().nonnegative(),
  responseBytes: z.number().int().nonnegative(),
})
export type EgressOutcome = z.infer<typeof egressOutcomeSchema>

/** A line of the egress ledger. Without an outcome the request was under way when the app ended. */
export const egressRecordSchema = z.object({ id: z.string(), intent: egressIntentSchema, outcome: egressOutcomeSchema.nullable() })
export type EgressRecord = z.infer<typeof egressRecordSchema>
