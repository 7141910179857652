import { z } from 'zod'
import { Failure, isFailure } from '../../../../src-shared/errors/failure.ts'

export const ENGINE = 'Ollama'

/** The server found the prompt longer than its window: our count was too low, and smaller parts may do. */
export class PromptTooLong extends Error {
  override readonly name = 'PromptTooLong'
}

/** The server does not know something we asked for; asking without it may do. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood'
  readonly what: 'think' | 'format'

  constructor(what: 'think' | 'format') {
    super(`the server does not take "${what}"`)
    this.what = what
  }
}

const errorSchema = z.object({ name: z.literal('ResponseError'), error: z.string(), status_code: z.number().int() })
const causeSchema = z.object({ code: z.string() })

export interface CallFacts {
  readonly model: string
  /** What was sent that a server may refuse; it is told apart by its error's words. */
  readonly sent: { readonly think: boolean; readonly format: boolean }
  /** Whether words of an answer had already come. */
  readonly answering: boolean
}

/**
 * What went wrong, in the catalogue's words. Servers differ in status and wording (hailo-ollama answers 200 with an error in
 * the body, Ollama does so in the middle of a stream), so the words decide first. The server's own text goes no further:
 * it may quote the prompt.
 */
export function troubleOf(thrown: unknown, { model, sent, answering }: CallFacts): Error {
  if (isFailure(thrown) || thrown instanceof PromptTooLong || thrown instanceof NotUnderstood) return thrown
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') return unavailable('timeout', thrown)
  if (thrown instanceof TypeError && thrown.message === 'fetch failed') return unavailable(reasonOf(thrown.cause), thrown)
  if (thrown instanceof TypeError && thrown.message === 'terminated') return new Failure('MODEL_OUTPUT_INVALID', { reason: 'server-error' }, { cause: thrown })
  // Their messages quote what they could not read, so they are no cause to keep.
  if (thrown instanceof SyntaxError || thrown instanceof z.ZodError) return unavailable('protocol')
  const response = errorSchema.safeParse(thrown)
  if (response.success) return saidByServer(response.data.error, response.data.status_code, model, sent)
  // An error inside a stream reaches us as a bare Error with the server's words.
  // In the middle of an answer it has nothing to do with what we asked for.
  if (thrown instanceof Error && thrown.name === 'Error') return saidByServer(thrown.message, 200, model, answering ? { think: false, format: false } : sent)
  return thrown instanceof Error ? thrown : new Error('something that is no error was thrown', { cause: thrown })
}

function saidByServer(words: string, status: number, model: string, sent: CallFacts['sent']): Error {
  if (/context (length|size|window)|longer than the context|exceeds? the (available )?context/i.test(words)) return new PromptTooLong()
  if (status === 404 || /model .{0,300}not found|no such model|try pulling/i.test(words)) return new Failure('MODEL_MISSING', { engine: ENGINE, model })
  if (/(?:not enough|requires more|insufficient|out of|more system) .{0,40}memory|out of memory|cudaMalloc failed|unable to allocate/i.test(words)) return unavailable('memory')
  if (status === 503 || status === 429 || status === 401 || status === 403) return new Failure('ENGINE_UNAVAILABLE', { engine: ENGINE, reason: 'refused' })
  if (/terminated|resource|VDevice/i.test(words)) return new Failure('MODEL_OUTPUT_INVALID', { reason: 'server-error' })
  if (sent.think && /think/i.test(words)) return new NotUnderstood('think')
  // A server without structured output fails to read the request at all, in words of its own.
  if (sent.format) return new NotUnderstood('format')
  return new Failure('MODEL_OUTPUT_INVALID', { reason: 'server-error' })
}

const unavailable = (reason: 'not-running' | 'timeout' | 'protocol' | 'memory', cause?: unknown): Failure =>
  new Failure('ENGINE_UNAVAILABLE', { engine: ENGINE, reason }, { cause })

function reasonOf(cause: unknown): 'not-running' | 'timeout' {
  const code = causeSchema.safeParse(cause)
  return code.success && code.data.code === 'ETIMEDOUT' ? 'timeout' : 'not-running'
}
