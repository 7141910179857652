import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { GOOD, type Behaviour, type FakeModel } from './behaviour.ts'
import { countTokens, readPrompt, writeAnswer } from './model.ts'

export type { Behaviour, FakeModel, FakePrompt } from './behaviour.ts'

export interface FakeOllamaOptions {
  /** By default one local model, `llama3.2:3b`, with a window of 131,072 tokens. */
  readonly models?: readonly FakeModel[]
  readonly behaviour?: Partial<Behaviour>
  /** `hailo`: hailo-ollama's way of speaking (no format object, integer keep_alive, errors inside a 200, CRLF, no counts, window of 2,048). */
  readonly dialect?: 'ollama' | 'hailo'
}

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: NodeJS.Dict<string | string[]>
  readonly text: string
  readonly body: unknown
  /** The client hung up before the answer was whole. */
  aborted: boolean
}

export interface FakeOllama {
  readonly url: string
  /** Every request so far, in order. */
  readonly requests: SeenRequest[]
  /** From the next request on; what is left out goes back to good behaviour. */
  setBehaviour(behaviour: Partial<Behaviour>): void
  /** Resolves when the n-th request (from 1) to a path has begun to be answered. */
  reached(path: string, count?: number): Promise<void>
  close(): Promise<void>
}

const HAILO_WINDOW = 2048
const DEFAULT_MODELS: readonly FakeModel[] = [{ name: 'llama3.2:3b' }]

const chatSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).default([]),
  prompt: z.string().optional(),
  stream: z.boolean().default(true),
  format: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  options: z.object({ num_ctx: z.number().int().default(4096), num_predict: z.number().int().default(-1) }).prefault({}),
  truncate: z.boolean().default(true),
  keep_alive: z.union([z.string(), z.number()]).optional(),
  think: z.union([z.boolean(), z.string()]).optional(),
})
type Chat = z.infer<typeof chatSchema>

/**
 * A model server that speaks as Ollama does (its documents and sources of August 2026; hailo_model_zoo_genai 5.1.1 for the
 * other dialect), with a "model" that makes notes from the lines it is given. It misbehaves on demand.
 */
export async function startFakeOllama({ models = DEFAULT_MODELS, behaviour = {}, dialect = 'ollama' }: FakeOllamaOptions = {}): Promise<FakeOllama> {
  let current: Behaviour = { ...GOOD, ...behaviour }
  const requests: SeenRequest[] = []
  const waiting: { path: string; count: number; resolve: () => void }[] = []
  const hailo = dialect === 'hailo'

  const server = createServer((request, response) => {
    void answer(request, response).catch((thrown: unknown) => response.destroy(thrown instanceof Error ? thrown : new Error('fake server failed')))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part as Uint8Array)) // a request without encoding gives bytes
    const text = Buffer.concat(parts).toString()
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const body: unknown = text === '' ? null : JSON.parse(text)
    const seen: SeenRequest = { method: request.method ?? '', path, headers: request.headers, text, body, aborted: false }
    requests.push(seen)
    response.on('close', () => {
      seen.aborted = !response.writableFinished
    })
    const count = requests.filter((each) => each.path === path).length
    for (const each of waiting) if (each.path === path && each.count <= count) each.resolve()
    route(seen, response)
  }

  const json = (response: ServerResponse, status: number, body: unknown): void =>
    void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
  const find = (name: unknown): FakeModel | undefined =>
    models.find((model) => typeof name === 'string' && (model.name === name || model.name === `${name}:latest`))
  const unknownModel = (response: ServerResponse, name: unknown): void => json(response, hailo ? 200 : 404, { error: `model '${String(name)}' not found` })

  function route(seen: SeenRequest, response: ServerResponse): void {
    const asked = z.object({ model: z.string().optional(), name: z.string().optional() }).catch({}).parse(seen.body)
    switch (`${seen.method} ${seen.path}`) {
      case 'GET /api/version':
        return json(response, 200, { version: hailo ? '0.5.1' : '0.21.0' })
      case 'GET /api/tags':
        return json(response, 200, { models: models.map(listed) })
      case 'GET /api/ps':
        return json(response, 200, { models: [] })
      case 'GET /hailo/v1/list':
        return hailo ? json(response, 200, { models: models.map(({ name }) => name) }) : json(response, 404, { error: 'not found' })
      case 'POST /api/show': {
        const model = find(asked.model ?? asked.name)
        return model === undefined ? unknownModel(response, asked.model) : json(response, 200, hailo ? { details: {}, modelfile: '' } : shown(model))
      }
      case 'POST /api/chat':
      case 'POST /api/generate': {
        const parsed = chatSchema.safeParse(seen.body)
        if (!parsed.success) return json(response, 400, { error: 'invalid request' })
        const model = find(parsed.data.model)
        return model === undefined ? unknownModel(response, parsed.data.model) : void chat(model, parsed.data, seen.path, response)
      }
      default:
        return void response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found')
    }
  }

  async function chat(model: FakeModel, request: Chat, path: string, response: ServerResponse): Promise<void> {
    const now = current
    if (now.times <= 1) current = GOOD
    else current = { ...now, times: now.times - 1 }

    if (now.stalls === 'before') return
    if (now.hangsUp === 'before') return void response.destroy()
    if (now.status !== null) return json(response, now.status, { error: now.says })
    // oat++ fails to read a field of another type than it knows, before anything else.
    if (hailo && (typeof request.format === 'object' || typeof request.keep_alive === 'string')) {
      return json(response, 500, { error: 'Failed to deserialize request body' })
    }
    if (now.refuses.includes('think') && request.think !== undefined) return json(response, 400, { error: `"${model.name}" does not support thinking` })
    if (now.refuses.includes('format') && typeof request.format === 'object') return json(response, 400, { error: 'invalid format: expected "json"' })

    const messages = request.messages.length > 0 ? request.messages : [{ role: 'user', content: request.prompt ?? '' }]
    const window = now.window ?? (hailo ? HAILO_WINDOW : Math.min(request.options.num_ctx, model.contextLength ?? 131_072))
    const promptTokens = Math.ceil(messages.reduce((sum, { content }) => sum + countTokens(content) + 4, 0) * now.tokenFactor)
    const over = promptTokens >= window
    if (over && !(now.overflow === 'silent' || (request.truncate && !hailo))) {
      const error = 'the prompt is longer than the context length currently available to the model; shorten the prompt'
      return json(response, hailo ? 200 : 400, { error })
    }
    // What is left of a prompt that was cut: its end, about half a window long.
    const kept = (lines: string[]): string[] => (over ? lines.slice(-Math.max(1, Math.floor((lines.length * window) / 2 / promptTokens))) : lines)
    const readTokens = over ? Math.floor(window / 2) + 2 : promptTokens

    const written = withinFormat(writeAnswer(now.answer, { ...readPrompt(messages, kept), ...(now.skipsCheck ? { check: null } : {}) }), request.format)
    const isBare = (typeof request.format === 'object' && !now.fenced) || written === ''
    const thought = now.thinks === 'aloud' ? '<think>They speak of {many} things.</think>\n' : ''
    const fenced = `${thought}${isBare ? written : `Here are the notes:\n\`\`\`json\n${written}\n\`\`\``}`
    await stream({ model, request, path, response, behaviour: now, written: fenced, readTokens })
  }

  interface Stream {
    readonly model: FakeModel
    readonly request: Chat
    readonly path: string
    readonly response: ServerResponse
    readonly behaviour: Behaviour
    readonly written: string
    readonly readTokens: number
  }

  async function stream({ model, request, path, response, behaviour: now, written, readTokens }: Stream): Promise<void> {
    const pieces = written.match(/[^]{1,12}/g) ?? []
    const limit = request.options.num_predict
    // Twelve characters are about three tokens.
    const allowed = now.cut ? Math.floor(pieces.length / 2) : limit < 0 ? pieces.length : Math.min(pieces.length, Math.floor(limit / 3))
    const word = (text: string): object => (path === '/api/chat' ? { message: { role: 'assistant', content: text } } : { response: text })
    const elsewhere = now.answersFromCloud ? { remote_host: 'https://ollama.com', remote_model: 'big' } : {}
    const head = { model: model.name, created_at: '2026-11-03T10:00:00Z', ...elsewhere }
    const last = {
      ...head,
      ...word(''),
      done: true,
      done_reason: allowed < pieces.length ? 'length' : 'stop',
      total_duration: 1_000_000,
      load_duration: now.loadMs * 1e6,
      eval_count: allowed * 3,
      ...(hailo ? {} : { prompt_eval_count: readTokens }),
    }
    if (!request.stream) return json(response, 200, { ...last, ...word(pieces.slice(0, allowed).join('')) })

    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    const send = (value: object): boolean => response.write(`${JSON.stringify(value)}${hailo ? '\r\n' : '\n'}`)
    const middle = Math.floor(allowed / 2)
    if (now.thinks === 'apart') send({ ...head, message: { role: 'assistant', content: '', thinking: 'They speak of {many} things.' }, done: false })
    for (const [at, piece] of pieces.slice(0, allowed).entries()) {
      if (response.destroyed) return
      if (now.wordDelayMs > 0) await new Promise((done) => setTimeout(done, now.wordDelayMs))
      send({ ...head, ...word(piece), done: false })
      if (at !== middle) continue
      if (now.garbage) response.write('{"message": oops\n')
      if (now.stalls === 'midway') return
      if (now.hangsUp === 'midway') return void setImmediate(() => response.destroy())
      if (now.failsMidway !== null) return void response.end(`${JSON.stringify({ error: now.failsMidway })}\n`)
    }
    send(last)
    response.end()
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    setBehaviour: (behaviour) => {
      current = { ...GOOD, ...behaviour }
    },
    reached: (path, count = 1) => {
      if (requests.filter((each) => each.path === path).length >= count) return Promise.resolve()
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.push({ path, count, resolve })
      return promise
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const limitsSchema = z.object({ properties: z.record(z.string(), z.object({ maxItems: z.number().int().optional() })) })

/** A sampler that is bound to a schema cannot write longer lists than it allows. (What else it allows, the fake model keeps to by itself.) */
function withinFormat(written: string, format: Chat['format']): string {
  const limits = limitsSchema.safeParse(format)
  if (!limits.success || !written.startsWith('{')) return written
  return JSON.stringify(JSON.parse(written), function (this: unknown, key, value: unknown) {
    return Array.isArray(value) ? value.slice(0, limits.data.properties[key]?.maxItems ?? Infinity) : value
  })
}

const listed = ({ name, sizeBytes = 2_000_000_000, digest = 'a80c4f17acd5', remoteHost }: FakeModel): object => ({
  name,
  model: name,
  modified_at: '2026-10-01T10:00:00Z',
  size: remoteHost === undefined ? sizeBytes : 384,
  digest,
  details: { format: 'gguf', family: 'llama', parameter_size: '3.2B', quantization_level: 'Q4_K_M' },
  ...(remoteHost === undefined ? {} : { remote_host: remoteHost, remote_model: name }),
})

const shown = ({ name, contextLength = 131_072, capabilities = ['completion', 'tools'], remoteHost }: FakeModel): object => ({
  modelfile: '',
  template: '',
  details: { format: 'gguf', family: 'llama' },
  model_info: { 'general.architecture': 'llama', 'llama.context_length': contextLength },
  capabilities,
  ...(remoteHost === undefined ? {} : { remote_host: remoteHost, remote_model: name }),
})
