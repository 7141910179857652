import type { z } from 'zod'
import { Failure, failedWith } from '../../../../src-shared/errors/failure.ts'
import { readAnswer } from './answer.ts'
import { ASK_FOR_CHECK, checkWordsFor, markedWith, readingOf, type CheckWords } from './check-words.pure.ts'
import type { ChatOptions, ModelServer, Patience } from './server.ts'
import { fewestTokens, likelyTokens } from './tokens.pure.ts'
import { NotUnderstood, PromptTooLong } from './trouble.ts'

/** What a job has learnt about its server; the same for all its calls. */
export interface Talk {
  readonly server: ModelServer
  readonly model: string
  readonly options: ChatOptions
  readonly patience: Patience
  /** The server is not known to say how much it reads, so that is found out otherwise. */
  readonly isChecked?: boolean
  /** Fields the server has been found not to take are switched off for the rest of the job. */
  readonly takes: { think: boolean; format: boolean }
  readonly tally: {
    calls: number
    retries: number
    loadMs: number
    /** Answers for which nothing but our own count says that all was read: the server does not say, and the model showed nothing. */
    uncounted?: number
  }
}

export interface Question<Answer> {
  readonly instructions: string
  readonly lines: readonly string[]
  /** What stands behind the transcript in a frame of its own: data, like it. */
  readonly after?: string
  readonly format: object
  readonly schema: z.ZodType<Answer>
  /** What is wrong with an answer although it has the right form, in words for the model; null when nothing is. */
  readonly objection: (answer: Answer) => string | null
  /** 0–1 within this question. */
  readonly onProgress: (done: number) => void
}

/** Room kept in every prompt for what a second try says about the first. */
export const COMPLAINT_TOKENS = 60
/** A cut prompt has about half its tokens left; the floor is at most 1.0 of a whole one in any tokenizer it was measured with. */
const FLOOR = 0.8
const CHARACTERS_PER_TOKEN = 4

/**
 * Asks once, and once more with what was wrong if the answer cannot be used.
 * @throws Failure MODEL_OUTPUT_INVALID when the second answer is no better, or at once when the server read only a part of
 * the prompt; PromptTooLong when the server refuses the length
 */
export async function ask<Answer>(talk: Talk, question: Question<Answer>): Promise<Answer> {
  let complaint = ''
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = readAnswer(await written(talk, question, complaint), question.schema)
      const objection = question.objection(answer)
      if (objection === null || attempt > 0) return answer
      complaint = objection
    } catch (thrown) {
      if (attempt > 0 || !failedWith(thrown, 'MODEL_OUTPUT_INVALID')) throw thrown
      const said = complaintAbout(thrown)
      if (said === null) throw thrown
      complaint = said
    }
    talk.tally.retries += 1
  }
}

/** One answer, whole: not cut at its end, and to the whole prompt. */
async function written<Answer>(talk: Talk, question: Question<Answer>, complaint: string): Promise<string> {
  const check = talk.isChecked === true ? checkWordsFor(question.lines) : null
  const system = check === null ? question.instructions : `${question.instructions}${ASK_FOR_CHECK}`
  const lines = check === null ? question.lines : markedWith(check, question.lines)
  const again = complaint === '' ? [] : [`Your last answer could not be used: ${complaint} Answer again.`]
  const behind = question.after === undefined ? [] : [question.after]
  const user = ['<transcript>', ...lines, '</transcript>', ...behind, ...again].join('\n')
  const expected = likelyTokens(system) + likelyTokens(user)
  if (expected + talk.options.num_predict > talk.options.num_ctx) throw new PromptTooLong()
  for (;;) {
    talk.tally.calls += 1
    try {
      const answer = await talk.server.chat(
        {
          model: talk.model,
          messages: [{ role: 'system', content: system }, { role: 'user', content: user }],
          options: talk.options,
          think: talk.takes.think,
          ...(talk.takes.format ? { format: question.format } : {}),
        },
        talk.patience,
        (characters) => question.onProgress(Math.min(0.95, characters / CHARACTERS_PER_TOKEN / talk.options.num_predict)),
      )
      talk.tally.loadMs += answer.loadMs
      const fewest = Math.floor((fewestTokens(system) + fewestTokens(user)) * FLOOR)
      if (answer.promptTokens === null) lookAtEnds(talk, answer.text, check, complaint !== '')
      else if (answer.promptTokens < fewest) throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'prompt-cut' })
      if (answer.doneReason === 'length') throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'cut' })
      return answer.text
    } catch (thrown) {
      if (!(thrown instanceof NotUnderstood)) throw thrown
      talk.takes[thrown.what] = false // it was sent, or the server could not have refused it; so this ends
    }
  }
}

/** Whether a model has read both ends of what it was given, where its server does not say. */
function lookAtEnds(talk: Talk, answer: string, check: CheckWords | null, isSecond: boolean): void {
  const reading = check === null ? 'unknown' : readingOf(answer, check)
  if (reading === 'unknown') talk.tally.uncounted = (talk.tally.uncounted ?? 0) + 1
  // Perhaps it only wrote one of them; twice is no accident.
  if (reading === 'cut' && isSecond) throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'prompt-cut' })
  if (reading === 'cut') throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'schema' }, { cause: new Error('check') })
}

/** What the model should do better; null where asking again cannot help. */
function complaintAbout(failure: Failure<'MODEL_OUTPUT_INVALID'>): string | null {
  switch (failure.params.reason) {
    case 'json':
    case 'empty':
      return 'it was not one JSON object.'
    case 'schema':
      return `these fields were wrong or missing: ${failure.cause instanceof Error ? failure.cause.message : 'all'}.`
    case 'cut':
      return 'it was too long. Write fewer and shorter items.'
    case 'server-error':
    case 'prompt-cut':
      return null
  }
}
