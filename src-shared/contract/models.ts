import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { piiTypeSchema } from '../domain/pii.ts'
import { base } from './base.ts'

/** A Whisper model of the manifest and what of it is on this computer. */
export const modelStateSchema = z.object({
  name: z.string(),
  bytes: z.number().int().positive(),
  license: z.string(),
  /** `en`: English only; `many`: about a hundred languages. */
  languages: z.enum(['en', 'many']),
  installed: z.boolean(),
  /** Its bytes were compared with the published hashes, and the file has not been touched since. */
  verified: z.boolean(),
  /** Bytes of an unfinished download that the next pull goes on from. */
  partialBytes: z.number().int().nonnegative(),
})
export type ModelState = z.infer<typeof modelStateSchema>

/** `checking`: an installed file, or the part of an earlier pull, is read and hashed. */
export const modelProgressSchema = z.object({
  name: z.string(),
  step: z.enum(['checking', 'downloading', 'done']),
  bytes: z.number().int().nonnegative(),
  totalBytes: z.number().int().positive(),
})
export type ModelProgress = z.infer<typeof modelProgressSchema>

export const modelCheckSchema = z.object({ name: z.string(), ok: z.boolean(), problem: z.enum(['size', 'format', 'hash']).nullable() })
export type ModelCheck = z.infer<typeof modelCheckSchema>

/** A model that finds personal data in text, as its maker signed it; on this computer all of its files are in `dir`. */
export const piiModelSchema = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/),
  version: z.string().max(40),
  license: z.string().max(40),
  languages: z.array(z.string().max(12)).max(200),
  files: z.array(
    z.object({
      name: z.enum(['model.onnx', 'tokenizer.json', 'config.json']),
      bytes: z.number().int().positive(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** What it calls things, where that is not one of the usual names; null for what is not to be hidden. */
  labels: z.record(z.string().max(40), piiTypeSchema.nullable()).default({}),
  /** How sure it has to be, 0 to 1. */
  threshold: z.number().min(0.05).max(0.99).default(0.6),
  dir: z.string(),
})
export type PiiModel = z.infer<typeof piiModelSchema>

/** What to look with: none, the one that was added, or why the one that was added must not be used. */
export const chosenPiiModelSchema = z
  .union([piiModelSchema, z.object({ bad: z.enum(['unreadable', 'unsigned', 'unknown-key', 'damaged', 'unsupported']) })])
  .nullable()
export type ChosenPiiModel = z.infer<typeof chosenPiiModelSchema>

/** One that was added. `key` is the RFC 7638 thumbprint of the key it is signed with. */
export const addedPiiModelSchema = piiModelSchema.pick({ name: true, version: true, license: true, languages: true }).extend({
  bytes: z.number().int(),
  key: z.string(),
  verified: z.boolean(),
})
export type AddedPiiModel = z.infer<typeof addedPiiModelSchema>

const named = z.object({ name: z.string().max(64) })

export const models = {
  list: base.output(z.array(modelStateSchema)),
  /** Needs an unlocked store: the ledger of requests is in it. Stops when the caller stops listening. */
  pull: base.input(named).output(eventIterator(modelProgressSchema)),
  /** One model, or every installed one. */
  verify: base.input(z.object({ name: z.string().max(64).optional() })).output(z.array(modelCheckSchema)),
  listPii: base.output(z.array(addedPiiModelSchema)),
  /** Copies a signed folder into this computer's models; `key` is the thumbprint of the maker's key, where it is a new one. */
  addPii: base.input(z.object({ folder: z.string().max(4096), key: z.string().max(64).optional() })).output(addedPiiModelSchema),
  remove: base.input(named).output(z.object({ removed: z.boolean() })),
}
