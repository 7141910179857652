import { z } from 'zod'

/** What the log knows to have happened. An entry says that it did, when, and to which id; never what it was about. */
export const AUDIT_KINDS = [
  'store.created',
  'store.unlocked',
  'store.locked',
  'store.recovered',
  'passphrase.changed',
  'recovery.acknowledged', 'recovery.renewed',
  'migration',
  'note.imported',
  'recording.adopted',
  'sound.expired',
  'sound.kept',
  'sound.released',
  'sound.deleted',
  'note.heard',
  'note.heard-again',
  'note.fuller-kept',
  'note.redacted',
  'note.summarised',
  'summary.judged',
  'weights.refitted',
  'weights.reset',
  'note.edited',
  'correction.made',
  'correction.undone',
  'note.deletion-scheduled',
  'note.deletion-undone',
  'note.deleted',
  'note.exported',
  'vault.opened',
  'names.limited',
  'names.kept',
  'names.expired',
  'question.asked',
  'job.failed',
  'job.cancelled',
  'egress.refused',
  'audit.exported',
] as const
export const auditKindSchema = z.enum(AUDIT_KINDS)

/** Ids, counts and fixed words: no free text fits, so no content can get in. */
const factSchema = z.union([z.number().int(), z.boolean(), z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)])

export const auditEventSchema = z.object({ kind: auditKindSchema, data: z.record(z.string().regex(/^[a-z][A-Za-z]{0,31}$/), factSchema) })
export type AuditEvent = z.infer<typeof auditEventSchema>

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** One entry; `hash` is SHA-256 over the canonical JSON (RFC 8785) of all the rest, `prev` the hash of the entry before. */
export const auditEntrySchema = z.strictObject({
  seq: z.number().int().nonnegative(),
  at: z.iso.datetime(),
  kind: auditKindSchema,
  data: auditEventSchema.shape.data,
  prev: hashSchema,
  hash: hashSchema,
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** The device's signature under the log's head at a moment: ES256 over canonical JSON, base64url. */
export const checkpointSchema = z.strictObject({
  seq: z.number().int().nonnegative(),
  hash: hashSchema,
  at: z.iso.datetime(),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
})
export type Checkpoint = z.infer<typeof checkpointSchema>
