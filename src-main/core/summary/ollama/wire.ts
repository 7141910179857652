import { Failure } from '../../../../src-shared/errors/failure.ts'
import type { Egress } from '../../egress/index.ts'

type Fetch = ReturnType<Egress['fetchFor']>

/** Endpoints whose answer is a stream of JSON objects, one a line. */
const STREAMS = /\/api\/(chat|generate|pull)$/

/**
 * Stands between the ollama client and the way out, for two reasons. The client offers no signal on most of its calls.
 * And it prints answers it cannot read to the console and goes on: what a model wrote must not land in a terminal or a log,
 * and a lost line of an answer must not go unnoticed.
 */
export function wireFor(fetch: Fetch, signal: AbortSignal): Fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, signal: AbortSignal.any([signal, ...(init?.signal ? [init.signal] : [])]) })
    if (!response.ok) return asJsonError(response)
    if (response.body === null || !STREAMS.test(String(input instanceof Request ? input.url : input instanceof URL ? input.href : input))) return response
    return new Response(response.body.pipeThrough(wholeLines()), { status: response.status, headers: response.headers })
  }
}

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
  return new TransformStream({
    transform: (bytes, controller) => take(decoder.decode(bytes, { stream: true }), controller),
    flush: (controller) => {
      take(decoder.decode(), controller)
      pass(pending.join(''), controller)
    },
  })
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
