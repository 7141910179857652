import { z } from 'zod'
import { Failure } from '../../../../src-shared/errors/failure.ts'

/** What the wire may hold in one answer, as constraints for the sampler. */
export interface AnswerFrame {
  readonly first: number
  readonly last: number
  readonly people: readonly string[]
  readonly bullets: number
  readonly topics: number
  readonly most: number
  /** How many sections the template names, and most items of each. */
  readonly sections: number
  readonly perSection: number
}

const MAX_LINES = 6

/** Sections go by number on the wire: a heading is a person's words, and a key is not the place for them. */
export const sectionKeys = (count: number): string[] => Array.from({ length: count }, (_, at) => `s${at + 1}`)

const wireLines = ({ first, last }: AnswerFrame) => z.array(z.int().min(first).max(last)).min(1).max(MAX_LINES)

const wireSections = (frame: AnswerFrame) => {
  const items = z.array(z.strictObject({ text: z.string(), lines: wireLines(frame) })).max(frame.perSection)
  return z.strictObject(Object.fromEntries(sectionKeys(frame.sections).map((key) => [key, items])))
}

/** JSON schemas for `format`. The sampler can then only write numbers of lines that exist and people who were there. */
export function notesFormat(frame: AnswerFrame): object {
  const lines = wireLines(frame)
  const bullet = z.strictObject({ text: z.string(), lines })
  const owner = frame.people.length === 0 ? z.null() : z.union([z.enum([...frame.people]), z.null()])
  return z.toJSONSchema(
    z.strictObject({
      title: z.string(),
      overview: z.array(bullet).min(1).max(frame.bullets),
      topics: z.array(z.strictObject({ title: z.string(), lines })).max(frame.topics),
      decisions: z.array(bullet).max(frame.most),
      actions: z.array(z.strictObject({ text: z.string(), owner, due: z.union([z.string(), z.null()]), lines })).max(frame.most),
      questions: z.array(bullet).max(frame.most),
      ...(frame.sections === 0 ? {} : { sections: wireSections(frame) }),
    }),
  )
}

export function mergeFormat(frame: AnswerFrame): object {
  const lines = wireLines(frame)
  return z.toJSONSchema(
    z.strictObject({
      title: z.string(),
      overview: z.array(z.strictObject({ text: z.string(), lines })).min(1).max(frame.bullets),
      topics: z.array(z.strictObject({ title: z.string(), lines })).max(frame.topics),
    }),
  )
}

/** Reading is more patient than asking, for servers that cannot bind the sampler: numbers may be written "[12]", null may be left out. */
const lineNumber = z.union([z.number(), z.string().transform((text) => Number(text.replace(/[^\d]/g, ''))).pipe(z.number())]).pipe(z.int())
const lines = z.union([z.array(lineNumber), lineNumber.transform((line) => [line])])
const text = z.string().trim().min(1)
const bullet = z.object({ text, lines })
const orNull = z.string().trim().nullish().transform((value) => (value === undefined || value === '' ? null : value))

export const mergeAnswerSchema = z.object({ title: text, overview: z.array(bullet).min(1), topics: z.array(z.object({ title: text, lines })) })
export type MergeAnswer = z.infer<typeof mergeAnswerSchema>

export const notesAnswerSchema = mergeAnswerSchema.extend({
  decisions: z.array(bullet),
  actions: z.array(bullet.extend({ owner: orNull, due: orNull })),
  questions: z.array(bullet),
  sections: z.record(z.string(), z.array(bullet)).optional(),
})
export type NotesAnswer = z.infer<typeof notesAnswerSchema>

const THOUGHT_END = '</think>'

/**
 * An answer out of what the model wrote.
 * @throws Failure MODEL_OUTPUT_INVALID (empty, json, schema)
 */
export function readAnswer<Answer>(written: string, schema: z.ZodType<Answer>): Answer {
  // A model that thinks although asked not to, and one that puts its JSON into a fence or a sentence.
  const thoughtTo = written.lastIndexOf(THOUGHT_END)
  const afterThinking = thoughtTo === -1 ? written : written.slice(thoughtTo + THOUGHT_END.length)
  const from = afterThinking.indexOf('{')
  const to = afterThinking.lastIndexOf('}')
  if (afterThinking.trim() === '') throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'empty' })
  let value: unknown
  try {
    value = JSON.parse(afterThinking.slice(from, to + 1))
  } catch (thrown) {
    // The parser's message quotes the text, which is content: it goes no further.
    if (thrown instanceof SyntaxError) throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'json' })
    throw thrown
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'schema' }, { cause: new Error(complaint(parsed.error)) })
  return parsed.data
}

/** Where an answer is wrong, in words for the model: paths and what was expected, nothing the model wrote. */
const complaint = (error: z.ZodError): string =>
  error.issues.slice(0, 3).map(({ path, code }) => `${path.filter((step) => typeof step === 'string').join('.') || 'the object'} (${code})`).join(', ')
