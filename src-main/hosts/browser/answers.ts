import type { IncomingMessage, OutgoingHttpHeaders, RequestListener } from 'node:http'
import type { PageFile } from '../../core/page-files.ts'
import { AFRESH } from './afresh.ts'
import { refusalOf } from './admission.ts'
import { securityHeaders } from './headers.ts'
import type { Tokens } from './tokens.ts'

const MAX_TOKEN_BYTES = 256
const TEXT = 'text/plain; charset=utf-8'

/**
 * Plain requests: the files of the page, and the two exchanges of tokens.
 *
 * - `POST /session`, body a launch token: a session, once.
 * - `POST /launch`, body a session: a new launch token, for a page that is about to load itself afresh.
 */
export function createAnswers(page: ReadonlyMap<string, PageFile>, tokens: Tokens, authority: string): RequestListener {
  const exchanges = new Map<string, (secret: string) => string | null>([
    ['/session', (token) => tokens.exchange(token)],
    ['/launch', (session) => (tokens.isSession(session) ? tokens.launch() : null)],
  ])

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const refusal = refusalOf(request, authority, !isRead)
    if (refusal !== null) return { status: refusal }
    const path = request.url ?? ''
    const exchange = exchanges.get(path)
    if (exchange !== undefined) {
      if (request.method !== 'POST') return { status: 405 }
      const secret = await readShort(request)
      if (secret === null) return { status: 413 }
      const given = exchange(secret)
      return given === null ? { status: 401 } : { status: 200, type: TEXT, body: given }
    }
    if (!isRead) return { status: 405 }
    const file = AFRESH.get(path) ?? page.get(path)
    return file === undefined ? { status: 404 } : { status: 200, ...file }
  }

  return (request, response) => {
    answer(request).then(
      ({ status, type = TEXT, body = '', headers = {} }) => {
        // What is left of a body that was not read belongs to no other request.
        if (!request.complete) response.setHeader('connection', 'close')
        response.writeHead(status, { ...securityHeaders(authority), 'content-type': type, 'content-length': Buffer.byteLength(body), ...headers })
        response.end(request.method === 'HEAD' ? undefined : body)
      },
      () => response.destroy(),
    )
  }
}

interface Answer {
  readonly status: number
  readonly type?: string
  readonly body?: string | Buffer
  readonly headers?: OutgoingHttpHeaders
}

/** A body of a token's size. @returns null when it is longer */
async function readShort(request: IncomingMessage): Promise<string | null> {
  let text = ''
  for await (const piece of request.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    text += String(piece)
    if (text.length > MAX_TOKEN_BYTES) return null
  }
  return text
}
