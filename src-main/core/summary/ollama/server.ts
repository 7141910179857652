import { Ollama } from 'ollama'
import { z } from 'zod'
import { Failure } from '../../../../src-shared/errors/failure.ts'
import type { Egress } from '../../egress/index.ts'
import { troubleOf, type CallFacts } from './trouble.ts'
import { wireFor } from './wire.ts'

export const DEFAULT_HOST = 'http://127.0.0.1:11434'

const errorBody = z.object({ error: z.string() })
const filled = z.string().nullish().transform((text) => text !== undefined && text !== null && text !== '')
/** Set where this server only passes requests on to its maker's. */
const remote = { remote_host: filled, remote_model: filled }

const listSchema = z.object({
  models: z.array(z.object({ name: z.string(), size: z.number().nonnegative().catch(0), digest: z.string().optional(), ...remote })),
})
export type ListedModel = z.infer<typeof listSchema>['models'][number]

const showSchema = z.object({
  model_info: z.record(z.string(), z.unknown()).nullish(),
  capabilities: z.array(z.string()).nullish(),
  ...remote,
})
export type ShownModel = z.infer<typeof showSchema>

const chatPartSchema = z.object({
  message: z.object({ content: z.string().nullish() }).nullish(),
  done: z.boolean().nullish(),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.number().int().nonnegative().nullish(),
  load_duration: z.number().nonnegative().nullish(),
  ...remote,
})

export interface ChatOptions {
  readonly num_ctx: number
  readonly num_predict: number
  readonly temperature: number
  readonly seed: number
}

export interface ChatRequest {
  readonly model: string
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[]
  readonly options: ChatOptions
  /** A JSON schema the sampler is bound to; left out for servers that cannot. */
  readonly format?: object
  /** Sent as false, or not at all where a server refuses the field. */
  readonly think: boolean
}

export interface ChatAnswer {
  readonly text: string
  readonly doneReason: string | null
  /** Tokens of the prompt the server says it read; null where it does not say. */
  readonly promptTokens: number | null
  readonly loadMs: number
}

export interface Patience {
  /** To the first word: loading the model and reading the prompt. */
  readonly firstWordMs: number
  /** Between words. */
  readonly idleMs: number
}

/** Long enough to stay loaded between the calls of a job and from one meeting to the next; in seconds, since hailo-ollama reads no "5m". */
const KEEP_ALIVE_SECONDS = 300

export type ModelServer = ReturnType<typeof connect>

/**
 * A model server on this machine, for one job: everything it does ends when `signal` is aborted.
 * All calls throw Failure (CANCELLED, ENGINE_UNAVAILABLE, MODEL_MISSING, MODEL_REFUSED, MODEL_OUTPUT_INVALID, EGRESS_DENIED);
 * `chat` also PromptTooLong and NotUnderstood, which the caller can do something about.
 */
export function connect({ egress, host, signal }: { egress: Egress; host: string; signal: AbortSignal }) {
  const fetch = egress.fetchFor('ollama')
  const clientUntil = (ended: AbortSignal): Ollama => new Ollama({ host, fetch: wireFor(fetch, ended).fetch })

  /** Runs a call and puts what it throws into the catalogue's words. */
  const call = async <T>(facts: CallFacts | (() => CallFacts), work: () => Promise<T>): Promise<T> => {
    try {
      if (signal.aborted) throw new Failure('CANCELLED', {})
      return await work()
    } catch (thrown) {
      if (signal.aborted) throw new Failure('CANCELLED', {})
      throw troubleOf(thrown, typeof facts === 'function' ? facts() : facts)
    }
  }

  return {
    list: (): Promise<ListedModel[]> => call(about(''), async () => listSchema.parse(await clientUntil(signal).list()).models),

    show: (model: string): Promise<ShownModel> =>
      call(about(model), async () => {
        const shown: unknown = await clientUntil(signal).show({ model })
        const error = errorBody.safeParse(shown) // hailo-ollama: 200 with an error in it
        if (error.success) throw new Error(error.data.error)
        return showSchema.parse(shown)
      }),

    /** `onWords` is told how many characters have come so far. */
    chat: (request: ChatRequest, { firstWordMs, idleMs }: Patience, onWords: (characters: number) => void): Promise<ChatAnswer> => {
      let answering = false
      const sent = { think: request.think, format: request.format !== undefined }
      return call(() => ({ model: request.model, sent, answering }), async () => {
        // Also ends the request when we stop reading because of what came.
        const silence = new AbortController()
        const giveUp = (): void => silence.abort(new DOMException('The model fell silent.', 'TimeoutError'))
        let patience = setTimeout(giveUp, firstWordMs)
        const wire = wireFor(fetch, AbortSignal.any([signal, silence.signal]))
        try {
          const body = {
            model: request.model,
            messages: request.messages.map((message) => ({ ...message })),
            options: { ...request.options },
            stream: true as const,
            keep_alive: KEEP_ALIVE_SECONDS,
            // A prompt that does not fit is to be refused, never cut. (Fields of the API that the client's types do not have.)
            truncate: false,
            shift: false,
            ...(request.format === undefined ? {} : { format: request.format }),
            ...(request.think ? { think: false } : {}),
          }
          const words: string[] = []
          let characters = 0
          for await (const part of await new Ollama({ host, fetch: wire.fetch }).chat(body)) {
            clearTimeout(patience)
            patience = setTimeout(giveUp, idleMs)
            const { message, done, ...facts } = chatPartSchema.parse(part)
            if (facts.remote_host || facts.remote_model) throw new Failure('MODEL_REFUSED', { engine: 'Ollama', reason: 'cloud' })
            if (message?.content) {
              answering = true
              words.push(message.content)
              characters += message.content.length
              onWords(characters)
            }
            if (done === true) {
              await wire.read()
              return {
                text: words.join(''),
                doneReason: facts.done_reason ?? null,
                promptTokens: facts.prompt_eval_count ?? null,
                loadMs: Math.round((facts.load_duration ?? 0) / 1e6),
              }
            }
          }
          throw new Failure('MODEL_OUTPUT_INVALID', { reason: 'server-error' })
        } finally {
          clearTimeout(patience)
          silence.abort()
          await wire.read()
        }
      })
    },
  }
}

const about = (model: string): CallFacts => ({ model, sent: { think: false, format: false }, answering: false })
