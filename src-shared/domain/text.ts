import { z } from 'zod'

/**
 * Text whose personal data has been replaced by tokens such as `[PERSON_1]`. The record: notes, index, prompts
 * and everything shared hold this. Made in redaction; read back from the store through this schema.
 */
export const redactedTextSchema = z.string().brand<'RedactedText'>()
export type RedactedText = z.infer<typeof redactedTextSchema>

/** Redacted text with the vault's originals put back, for the person's own eyes. Made only in the vault. */
export const hydratedTextSchema = z.string().brand<'HydratedText'>()
export type HydratedText = z.infer<typeof hydratedTextSchema>
