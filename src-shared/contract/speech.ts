import { z } from 'zod'
import { base, nothing } from './base.ts'

/**
 * Which build of the addon hears: ours with AVX2 (`npm run engine:build`), the package's own, or one of the packages for
 * graphics processors, which nobody gets without choosing and installing it.
 */
const engineBuildSchema = z.enum(['avx2', 'prebuilt', 'vulkan', 'cuda'])
export type EngineBuild = z.infer<typeof engineBuildSchema>

/** One span as the engine gives it; times in milliseconds from the window's start. */
const spanSchema = z.object({ text: z.string(), t0: z.number(), t1: z.number() })

/** What the engine makes of a window. `tokens`: the spans are single tokens, each with its own times. */
const heardSchema = z.object({ language: z.string(), tokens: z.boolean(), spans: z.array(spanSchema) })
export type Heard = z.infer<typeof heardSchema>

/**
 * What a speech process does, spoken over its IPC channel. The audio itself goes through the process's standard input,
 * never through a call: `hear` says how many samples (16-bit, mono, 16 kHz, the machine's byte order) to take from it.
 * The process keeps nothing between two calls but the model, so a window's result does not depend on what came before.
 */
export const speechContract = {
  /** Loads the addon and the model. */
  load: base.input(z.object({ addon: z.string(), gpu: z.boolean(), model: z.string() })).output(nothing),
  hear: base
    .input(
      z.object({
        samples: z.number().int().positive(),
        language: z.string(),
        prompt: z.string(),
        threads: z.number().int().positive(),
        /** Ask for each token with its times. */
        tokens: z.boolean(),
      }),
    )
    .output(heardSchema),
}
