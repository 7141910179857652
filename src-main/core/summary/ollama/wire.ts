import { Failure } from '../../../../src-shared/errors/failure.ts'
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
    const response = await fetch(input, { ...init, signal: AbortSignal.any([signal, ...(init?.signal ? [init.signal] : [])]) })
    if (!response.ok) return asJsonError(response)
    const address = input instanceof Request ? input.url : input instanceof URL ? input.href : input
    if (response.body === null || !STREAMS.test(address)) return response
    const { readable, writable } = wholeLines()
    // The reader of `readable` is told of what goes wrong; here only the end counts.
    read = response.body.pipeTo(writable).catch(() => undefined)
    return new Response(readable, { status: response.status, headers: response.headers })
  }
  return { fetch: wired, read: () => read }
}

const LINES_AHEAD = 64

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
