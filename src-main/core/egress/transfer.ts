import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { Agent as SecureAgent, request as httpsRequest } from 'node:https'
import type { Target } from './decide.pure.ts'

/**
 * One exchange of bytes with an address that was allowed.
 *
 * node:http with an agent of our own, not fetch: the proxy of the environment (NODE_USE_ENV_PROXY, --use-env-proxy) and a
 * global dispatcher that some package has set reach fetch and the global agent, but not this one. It follows no redirect,
 * keeps no connection open, sends no header we did not write and unpacks nothing.
 */
const agent = new Agent({ keepAlive: false })
/** Said, not left to the default, so that NODE_TLS_REJECT_UNAUTHORIZED cannot unsay it. */
const secureAgent = new SecureAgent({ keepAlive: false, rejectUnauthorized: true, minVersion: 'TLSv1.2' })

export interface Exchange {
  readonly target: Target
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  readonly signal: AbortSignal
  /** There is a connection, so from here on bytes leave. */
  readonly onConnected: () => void
}

/**
 * Sends and resolves with the head of the answer; its body is still to be read.
 * @throws what the signal was aborted with, or the socket's error
 */
export function exchange({ target, method, headers, body, signal, onConnected }: Exchange): Promise<{ request: ClientRequest; answer: IncomingMessage }> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const place = target.secure ? { agent: secureAgent } : { agent, lookup: neverLookUp }
    const request = (target.secure ? httpsRequest : httpRequest)({
      ...place,
      host: target.address,
      port: target.port,
      path: target.path,
      method,
      headers: { ...headers, ...(body === null ? {} : { 'content-length': String(body.byteLength) }) },
    })
    const cancel = (): void => void request.destroy(asError(signal.reason))
    signal.addEventListener('abort', cancel, { once: true })
    request.once('close', () => signal.removeEventListener('abort', cancel))
    request.once('error', (error) => reject(signal.aborted ? asError(signal.reason) : error))
    request.once('socket', (socket) => socket.once('connect', onConnected))
    request.once('response', (answer) => resolve({ request, answer }))
    request.end(body ?? undefined)
  })
}

/** A loopback address is a number; a resolver that is asked all the same has nothing to say. */
const neverLookUp = (): never => {
  throw new Error('the address is a number and is never looked up')
}

/** What an abort was given as its reason may be anything; sockets want an Error. */
const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new DOMException('The operation was aborted.', 'AbortError'))
