import { z } from 'zod'
import { jobIdSchema, noteIdSchema } from './ids.ts'
import { recordingModeSchema } from './settings.ts'
import { remadeSchema } from './summary.ts'
import { templateChoiceSchema } from './template.ts'
import { isErrorCode } from '../errors/catalogue.ts'

/** The stages that run as jobs, in the order of the spine; then what may be asked for once a note is whole. */
export const JOB_KINDS = ['transcribe', 'redact', 'summarize', 'redact-again'] as const
export const jobKindSchema = z.enum(JOB_KINDS)
export type JobKind = z.infer<typeof jobKindSchema>

/** `waiting` has failed and will be tried again at `notBefore`; `failed` waits for the person. */
export const jobStateSchema = z.enum(['queued', 'running', 'waiting', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof jobStateSchema>

/** What a job failed with: a code and its parameters; words come from the catalogue. */
export const jobErrorSchema = z.object({
  code: z.string().refine(isErrorCode, 'a code of the error catalogue'),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).optional()),
})
export type JobError = z.infer<typeof jobErrorSchema>

/** How the person wants a note heard and summarised. */
export const jobParamsSchema = z.object({
  engine: z.enum(['embedded', 'ollama']).default('embedded'),
  model: z.string().max(200).optional(),
  template: templateChoiceSchema.optional(),
  /** Makes this section anew and keeps the rest of the summary there is. */
  only: remadeSchema.optional(),
  /** What is to become of sound and words of what was recorded here. */
  mode: recordingModeSchema.optional(),
  speech: z
    .object({
      /** A name of the model manifest, or a file; the most thorough model installed where nothing is said. */
      model: z.string().max(4096).optional(),
      /** A language tag, or `auto`. */
      language: z.string().max(40).default('auto'),
      /** Channel 0 is a microphone that may hear what comes out of the loudspeakers, which is channel 1. */
      openMicrophone: z.boolean().optional(),
    })
    .optional(),
})
export type JobParams = z.infer<typeof jobParamsSchema>

export const jobSchema = z.object({
  id: jobIdSchema,
  noteId: noteIdSchema,
  kind: jobKindSchema,
  state: jobStateSchema,
  attempt: z.number().int().nonnegative(),
  /** 0–1. */
  progress: z.number().min(0).max(1),
  /** What it waits for while it runs: a model that is being loaded. Told to those who watch, not stored. */
  phase: z.enum(['loading-model']).optional(),
  /** Milliseconds since the epoch; a waiting job does not start before. */
  notBefore: z.number().int(),
  params: jobParamsSchema,
  error: jobErrorSchema.nullable(),
})
export type Job = z.infer<typeof jobSchema>
