import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { noteIdSchema, segmentIdSchema } from '../domain/ids.ts'
import { segmentSchema } from '../domain/transcript.ts'
import { tokenSchema } from '../domain/token.ts'
import { base } from './base.ts'

/** Questions to one note or to all, on every wire. Neither a question nor its answer is stored. */

export const MAX_QUESTION = 500

/** A question as the built-in engine reads it. */
const askedSchema = z.object({
  stems: z.array(z.string()),
  wanted: z.enum(['person', 'time', 'number', 'reason']).nullable(),
  part: z.enum(['decisions', 'actions', 'questions']).nullable(),
})

/** For the text thread: sentences of some notes that answer a question, best first. See `answer`. */
export const answerProcedure = base
  .input(
    z.object({
      asked: askedSchema,
      sources: z.array(
        z.object({
          noteId: noteIdSchema,
          segments: z.array(segmentSchema).readonly(),
          participants: z.array(z.string()).readonly(),
          favoured: z.array(segmentIdSchema).readonly(),
          called: z.record(z.string(), z.array(z.string())),
        }),
      ),
      /** Less than usual where a model reads what is found. */
      from: z.number().optional(),
      most: z.number().int().optional(),
    }),
  )
  .output(
    z.array(z.object({ noteId: noteIdSchema, text: z.string(), evidence: z.array(segmentIdSchema).readonly(), score: z.number(), covered: z.number() })),
  )

/** For the reading thread: notes that have words of a question, likeliest first. */
export const findNotes = base
  .input(
    z.object({
      words: z.array(z.object({ match: z.string(), tokens: z.array(z.object({ noteId: noteIdSchema, token: tokenSchema })) })),
      limit: z.number().int().positive().max(100),
    }),
  )
  .output(z.array(z.object({ noteId: noteIdSchema, score: z.number() })))

const citationSchema = z.object({
  noteId: noteIdSchema,
  title: z.string().nullable(),
  date: z.string(),
  /** Zero-based, into the note as shown. */
  segment: z.number().int(),
  startMs: z.number().nullable(),
  speaker: z.string().nullable(),
})

export const answerSchema = z.object({
  /** `not-in-notes`: nothing that was found bears an answer out. */
  outcome: z.enum(['answered', 'not-in-notes']),
  sentences: z.array(z.object({ text: z.string(), citations: z.array(citationSchema).min(1) })),
  /** How many notes were read for it. */
  notesRead: z.number().int(),
  engine: z.enum(['embedded', 'ollama']),
  model: z.string().optional(),
  /** The wanted engine could not; a code of the error catalogue. */
  fallback: z.string().optional(),
  /** Names were hidden, so nobody was looked for by name. */
  withoutNames: z.boolean(),
})
export type Answer = z.infer<typeof answerSchema>

export const askEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), stage: z.enum(['finding', 'reading', 'writing']), done: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('answer'), answer: answerSchema }),
])
export type AskEvent = z.infer<typeof askEventSchema>

/** For windows and the command line. */
export const asking = {
  /** Ends with `answer`; leaving before ends the work. Only that a question was asked is entered in the log. */
  question: base
    .input(
      z.object({
        question: z.string().trim().min(1).max(MAX_QUESTION),
        /** All notes where none is named. */
        noteId: noteIdSchema.optional(),
        reveal: z.boolean().default(false),
        engine: z.enum(['embedded', 'ollama']).default('embedded'),
        model: z.string().max(200).optional(),
      }),
    )
    .output(eventIterator(askEventSchema)),
}
