import { z } from 'zod'
import { segmentIdSchema } from './ids.ts'
import { ownLineIdSchema, ownLineSchema } from './own-line.ts'
import { mannerSchema } from './template.ts'
import { redactedTextSchema } from './text.ts'

/** Ids of the segments that support a line, in meeting order; never empty. */
const evidence = z.array(segmentIdSchema).min(1)

/**
 * Why the engine chose a line: its strongest features with what each added to the score (embedded engine),
 * or nothing where the engine cannot say.
 */
const reasons = z.array(z.object({ feature: z.string(), weight: z.number() })).optional()

/** Set where a person has said so: `edited` means the words are theirs. */
const verdict = z.enum(['accepted', 'edited']).optional()

/**
 * A line of a summary. `possible` marks a decision that nobody called one (shown as such). `unsupported` marks one that
 * failed the evidence check and is shown as "not found in the recording".
 */
export const bulletSchema = z.object({
  text: redactedTextSchema,
  evidence,
  reasons,
  unsupported: z.boolean().optional(),
  possible: z.boolean().optional(),
  verdict,
})
export type Bullet = z.infer<typeof bulletSchema>

/**
 * An action item. Owner and due date only when said; `duePhrase` keeps the words, `due` the date they mean
 * (ISO, yyyy-mm-dd). `possible` is the second tier: shown collapsed, never shared.
 */
export const actionSchema = bulletSchema.extend({
  owner: redactedTextSchema.optional(),
  duePhrase: redactedTextSchema.optional(),
  due: z.iso.date().optional(),
})
export type Action = z.infer<typeof actionSchema>

/** A stretch of the meeting about one thing; first and last segment bound it. */
export const topicSchema = z.object({ title: redactedTextSchema, evidence })
export type Topic = z.infer<typeof topicSchema>

/** A section a template names; without lines, nobody said anything for it. */
export const summarySectionSchema = z.object({ heading: z.string().min(1), lines: z.array(bulletSchema) })
export type SummarySection = z.infer<typeof summarySectionSchema>

export const engineNameSchema = z.enum(['embedded', 'ollama'])
export type EngineName = z.infer<typeof engineNameSchema>

/** Parts of a summary that can be made anew by themselves; `sections` are those of the template. */
export const remadeSchema = z.enum(['overview', 'decisions', 'actions', 'questions', 'topics', 'sections'])
export type Remade = z.infer<typeof remadeSchema>

/** Everything needed to explain a summary or make it again. */
export const engineRunSchema = z.object({
  engine: engineNameSchema,
  /** Version of the code and weights (embedded) or of the prompt (ollama). */
  version: z.string(),
  model: z.string().optional(),
  modelDigest: z.string().optional(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  template: z.string(),
  /** What the person typed, where the template is theirs. */
  customTemplate: z.string().optional(),
  manner: mannerSchema.optional(),
  wallMs: z.number().nonnegative(),
  /** SHA-256 of what the engine was given, in hex: the same input, by the same version, gives the same notes. */
  inputDigest: z.string().optional(),
  /** Entries that speak to the machine that reads them, wholly or to their end: no engine was given those words. */
  withheld: z.array(segmentIdSchema).optional(),
  /** Set where this run made one section anew and the others are of the summary before. */
  only: remadeSchema.optional(),
  /** Set when the wanted engine could not do it and the embedded one stood in; a code of the error catalogue. */
  fallbackFrom: z
    .object({
      engine: engineNameSchema,
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).optional()).optional(),
      /** The model that was asked for, if one was. */
      model: z.string().optional(),
    })
    .optional(),
})
export type EngineRun = z.infer<typeof engineRunSchema>

/** A line the person wrote down, in their words, with what the meeting says of it; without lines, nothing was found. */
export const ownPartSchema = z.object({ line: ownLineIdSchema, atMs: ownLineSchema.shape.atMs, text: redactedTextSchema, lines: z.array(bulletSchema) })
export type OwnPart = z.infer<typeof ownPartSchema>

export const summarySchema = z.object({
  title: redactedTextSchema,
  overview: z.array(bulletSchema),
  topics: z.array(topicSchema),
  decisions: z.array(bulletSchema),
  actions: z.array(actionSchema),
  questions: z.array(bulletSchema),
  /** In the template's order; left out for the general one. */
  sections: z.array(summarySectionSchema).optional(),
  /** One for each line the person had written when it was made; left out where they had written none. */
  own: z.array(ownPartSchema).optional(),
  run: engineRunSchema,
})
export type Summary = z.infer<typeof summarySchema>
