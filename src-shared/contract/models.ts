import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
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

const named = z.object({ name: z.string().max(64) })

export const models = {
  list: base.output(z.array(modelStateSchema)),
  /** Needs an unlocked store: the ledger of requests is in it. Stops when the caller stops listening. */
  pull: base.input(named).output(eventIterator(modelProgressSchema)),
  /** One model, or every installed one. */
  verify: base.input(z.object({ name: z.string().max(64).optional() })).output(z.array(modelCheckSchema)),
  remove: base.input(named).output(z.object({ removed: z.boolean() })),
}
