import { z } from 'zod'

/** What a redacted span is. ORG and LOCATION are optional types; OTHER hides something sensitive of unclear kind. */
export const PII_TYPES = [
  'PERSON',
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'DATE_OF_BIRTH',
  'CREDIT_CARD',
  'IBAN',
  'BANK_ACCOUNT',
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENSE',
  'MEDICAL_ID',
  'LICENSE_PLATE',
  'IP_ADDRESS',
  'MAC',
  'URL',
  'USERNAME',
  'SECRET',
  'CRYPTO',
  'ORG',
  'LOCATION',
  'OTHER',
] as const

export const piiTypeSchema = z.enum(PII_TYPES)
export type PiiType = z.infer<typeof piiTypeSchema>

/** Kinds that are hidden only where a person asks for it; their recognisers do not even run otherwise. */
export const OPTIONAL_TYPES = ['ORG', 'LOCATION'] as const satisfies readonly PiiType[]
export const optionalTypeSchema = z.enum(OPTIONAL_TYPES)
export type OptionalType = z.infer<typeof optionalTypeSchema>

/**
 * A place in a text that is hidden, and why. Offsets are UTF-16 code units into the NFC text, `end` exclusive.
 * `score` is 0–1; `recognizer` names the rule that found it; `cue` is the rule's own fixed word for the evidence
 * ("checksum", "participant", "trigger word"), never the text itself.
 */
export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  type: piiTypeSchema,
  score: z.number().min(0).max(1),
  recognizer: z.string(),
  cue: z.string().optional(),
})
export type Span = z.infer<typeof spanSchema>
