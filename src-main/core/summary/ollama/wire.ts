import { Failure, toFailure } from '../../../../src-shared/errors/failure.ts'
import type { Egress } from '../../egress/index.ts'

type Fetch = ReturnType<Egress['fetchFor']>

export interface Wire {
  readonly fetch: Fetch
  /** The last stream has been read to its end, also what came after the word "done", so that its connection and its ledger entry are closed. */
  read(): Promise<void>
}

/** Endpoints whose answer is a stream of JSON objects, one a line. */
const STREAMS = /\/api\/(chat|generate|pull)$/

/**
 * Stands between the ollama client and the way out, for two reasons. The client offers no signal on most of its calls.
 * And it prints answers it cannot read to the console and goes on: what a model wrote must not land in a terminal or a log,
 * and a lost line of an answer must not go unnoticed.
 */
export function wireFor(fetch: Fetch, signal: AbortSignal): Wire {
  let read = Promise.resolve()
  const wired: Fetch = async (input, init) => {
    const ended = AbortSignal.any([signal, ...(init?.signal ? [init.signal] : [])])
    const response = await fetch(input, { ...init, signal: ended }).catch((thrown: unknown) => {
      throw notTheServers(thrown)
    })
    if (!response.ok) return asJsonError(response)
    const address = input instanceof Request ? input.url : input instanceof URL ? input.href : input
    if (response.body === null || !STREAMS.test(address)) return response
    const { readable, writable } = wholeLines()
    const source = response.body.getReader()
    const target = writable.getWriter()
    read = pump(source, target, ended)
    return new Response(readable, { status: response.status, headers: response.headers })
  }
  return { fetch: wired, read: () => read }
}

const LINES_AHEAD = 64

/** Like `pipeTo`, but what breaks the source reaches the reader as what it is. Never rejects: the reader is told. */
async function pump(
  source: ReadableStreamDefaultReader<Uint8Array>,
  target: WritableStreamDefaultWriter<Uint8Array>,
  ended: AbortSignal,
): Promise<void> {
  target.closed.catch(() => undefined)
  // Where nobody reads any more, waiting for room would last for ever.
  ended.addEventListener('abort', () => void target.abort(ended.reason).catch(() => undefined), { once: true })
  for (;;) {
    const part = await source.read().catch((thrown: unknown) => ({ broken: notTheServers(thrown) }))
    if ('broken' in part) return target.abort(part.broken).catch(() => undefined)
    try {
      if (part.done) return await target.close()
      await target.ready
      await target.write(part.value)
    } catch (thrown) {
      return source.cancel(thrown).catch(() => undefined)
    }
  }
}

/**
 * The client passes on what a server says as a bare Error. A ledger that cannot be written throws those too, and must not be
 * taken for words of the server.
 */
const notTheServers = (thrown: unknown): unknown =>
  thrown instanceof TypeError || thrown instanceof DOMException ? thrown : toFailure(thrown)

/** An error in the one form the client reads silently. */
async function asJsonError(response: Response): Promise<Response> {
  const text = await response.text()
  return Response.json({ error: errorIn(text) ?? text }, { status: response.status })
}

function errorIn(text: string): string | null {
  const value = parsed(text)
  return typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string' ? value.error : null
}

/** Passes lines on that are whole JSON values, and ends the stream at the first that is not. */
function wholeLines(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  let pending: string[] = []
  const pass = (line: string, controller: TransformStreamDefaultController<Uint8Array>): void => {
    const text = line.trim()
    if (text === '') return
    if (parsed(text) === undefined) throw new Failure('ENGINE_UNAVAILABLE', { engine: 'Ollama', reason: 'protocol' })
    controller.enqueue(encoder.encode(`${text}\n`))
  }
  const take = (text: string, controller: TransformStreamDefaultController<Uint8Array>): void => {
    const [rest = '', ...more] = text.split('\n')
    pending.push(rest)
    for (const next of more) {
      pass(pending.join(''), controller)
      pending = [next]
    }
  }
  return new TransformStream(
    {
      transform: (bytes, controller) => take(decoder.decode(bytes, { stream: true }), controller),
      flush: (controller) => {
        take(decoder.decode(), controller)
        pass(pending.join(''), controller)
      },
    },
    undefined,
    // The client stops reading at "done"; what little comes after it must fit here for the other side to be closed.
    { highWaterMark: LINES_AHEAD },
  )
}

/** `undefined` for what is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}
