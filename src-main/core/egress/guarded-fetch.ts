import type { ClientRequest } from 'node:http'
import type { EgressPurpose, EgressReason } from '../../../src-shared/domain/egress.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { answerBody, LED_ELSEWHERE } from './answer-body.ts'
import { decide, intentOf } from './decide.pure.ts'
import { openEntry, type Entry, type EgressLedger } from './ledger-entry.ts'
import { requestBody } from './request-body.ts'
import { MAX_REDIRECTS, type EgressRules } from './rules.ts'
import { exchange } from './transfer.ts'

export interface Guard {
  readonly purpose: EgressPurpose
  readonly rules: EgressRules
  readonly ledger: EgressLedger
  readonly now: () => number
}

interface Hop {
  readonly address: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  readonly signal: AbortSignal | null
}

/** Nothing that names the person, the machine or another program leaves in a header; no credentials either. Ranges are for resuming. */
const HEADERS_THAT_LEAVE = ['accept', 'content-type', 'range', 'if-range']
const REDIRECTS = [301, 302, 303, 307, 308]
/** Statuses that a Response may not have a body for. */
const WITHOUT_BODY = [204, 205, 304]

export function guardedFetch(guard: Guard): typeof fetch {
  return async (input, init) => {
    const asked = input instanceof Request ? input : null
    const address = input instanceof Request ? input.url : input instanceof URL ? input.href : input
    const follow = init?.redirect ?? asked?.redirect ?? 'follow'
    const first: Omit<Hop, 'body'> = {
      address,
      method: (init?.method ?? asked?.method ?? 'GET').toUpperCase(),
      headers: headersThatLeave(new Headers(init?.headers ?? asked?.headers)),
      signal: init?.signal ?? asked?.signal ?? null,
    }
    const body = await requestBody(init?.body ?? asked?.body ?? null, guard.rules.maxRequestBytes)
    if (body === 'too large') return refuse(guard, first, 'size')
    for (let hop: Hop = { ...first, body }, redirects = 0; ; redirects += 1) {
      const response = await once(guard, hop)
      const location = REDIRECTS.includes(response.status) ? response.headers.get('location') : null
      if (location === null || follow === 'manual') return response
      await response.body?.cancel(LED_ELSEWHERE)
      const next = redirected(guard.rules.scheme, hop, response.status, location)
      if (follow === 'error' || redirects === MAX_REDIRECTS) return refuse(guard, next, 'redirects')
      hop = next
    }
  }
}

/** One request and its answer, decided and entered by itself. */
async function once(guard: Guard, hop: Hop): Promise<Response> {
  const decision = decide(guard.rules, hop)
  if ('refused' in decision) return refuse(guard, hop, decision.refused)
  const { allowed: target } = decision
  hop.signal?.throwIfAborted()
  const entry = await enter(guard, hop)
  const silence = new AbortController()
  const patience = setTimeout(() => silence.abort(new DOMException('No answer in time.', 'TimeoutError')), target.firstByteMs)
  const signal = AbortSignal.any([silence.signal, ...(hop.signal === null ? [] : [hop.signal])])
  let request: ClientRequest | null = null
  try {
    const { method, headers: asked, body } = hop
    const exchanged = await exchange({ target, method, headers: asked, body, signal, onConnected: () => entry.sent(body?.byteLength ?? 0) })
    request = exchanged.request
    const { answer } = exchanged
    const status = answer.statusCode ?? 0
    if (status < 200 || status > 599) throw new Error('a status that HTTP does not have')
    const headers = new Headers()
    for (const [name, values] of Object.entries(answer.headersDistinct)) for (const value of values ?? []) headers.append(name, value)
    const stream = answerBody({ answer, request, entry, status, signal: hop.signal, rules: guard.rules, purpose: guard.purpose })
    if (!WITHOUT_BODY.includes(status)) return new Response(stream, { status, headers })
    for await (const _ of stream) continue // such an answer has no bytes; reading it closes the entry
    return new Response(null, { status, headers })
  } catch (thrown) {
    request?.destroy()
    await entry.close(signal.aborted ? 'aborted' : 'failed', { status: null, responseBytes: 0 })
    if (signal.aborted) throw signal.reason
    // What fetch throws when there is no connection; the cause's `code` says why (ECONNREFUSED …).
    throw new TypeError('fetch failed', { cause: thrown })
  } finally {
    clearTimeout(patience)
  }
}

/** Entered as refused, then thrown. */
async function refuse(guard: Guard, hop: Pick<Hop, 'address' | 'method'>, reason: EgressReason): Promise<never> {
  const entry = await enter(guard, hop)
  await entry.close('refused', { status: null, responseBytes: 0, reason })
  throw new Failure('EGRESS_DENIED', { purpose: guard.purpose, reason })
}

const enter = ({ ledger, now, rules, purpose }: Guard, { address, method }: Pick<Hop, 'address' | 'method'>): Promise<Entry> =>
  openEntry(ledger, now, intentOf(rules, purpose, { address, method, at: now() }))

/** The next request after a redirect, by the fetch standard: 303 asks with GET, and so do 301 and 302 after a POST. */
function redirected(scheme: EgressRules['scheme'], hop: Hop, status: number, location: string): Hop {
  // Kept as written where it names a host, so that the next decision sees how it was written.
  const namesHost = URL.canParse(location) || location.startsWith('//')
  const address = namesHost ? location.replace(/^\/\//, `${scheme}//`) : new URL(location, hop.address).href
  const becomesGet = status === 303 || (hop.method === 'POST' && (status === 301 || status === 302))
  return { ...hop, address, ...(becomesGet ? { method: 'GET', body: null } : {}) }
}

function headersThatLeave(headers: Headers): Record<string, string> {
  const leaving: Record<string, string> = { 'user-agent': 'sotto' }
  for (const name of HEADERS_THAT_LEAVE) {
    const value = headers.get(name)
    if (value !== null) leaving[name] = value
  }
  return leaving
}
