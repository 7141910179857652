import { z } from 'zod'
import { verdictIdSchema } from './ids.ts'
import { actionSchema } from './summary.ts'
import { redactedTextSchema } from './text.ts'

/** Lists of a summary whose lines a person can judge. */
export const judgedSectionSchema = z.enum(['overview', 'decisions', 'actions', 'questions'])
export type JudgedSection = z.infer<typeof judgedSectionSchema>

/** What a person said of one line. It holds for that line in later summaries too, wherever they have it. */
export const verdictSchema = z.object({
  id: verdictIdSchema,
  section: judgedSectionSchema,
  verdict: z.enum(['accepted', 'rejected', 'edited']),
  /** The line as the engine wrote it; of lines that are no action, owner and due are absent. */
  line: actionSchema,
  /** What the person wrote instead, redacted; for `edited` alone. */
  newText: redactedTextSchema.nullable(),
})
export type Verdict = z.infer<typeof verdictSchema>
