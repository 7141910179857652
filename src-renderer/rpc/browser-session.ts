import { Failure } from '../../src-shared/errors/failure.ts'

/** 256 bits in base64url; anything else behind the `#` is a place within the page. */
const TOKEN = /^#([\w-]{43})$/

/**
 * Exchanges the token behind the address's `#` for a session, which stays in this page's memory: a reload has lost it, and needs a new
 * token.
 * @throws Failure NOT_CONNECTED
 */
export async function enterSession(): Promise<string> {
  const [, token] = TOKEN.exec(location.hash) ?? []
  if (token === undefined) throw new Failure('NOT_CONNECTED', { reason: 'no-token' })
  // Good or not, it must not stay in the address bar or the history.
  history.replaceState(null, '', location.pathname)
  return exchange('/session', token)
}

/** A token with which another page of ours comes in, once and within a minute. @throws Failure NOT_CONNECTED */
export const launchToken = (session: string): Promise<string> => exchange('/launch', session)

async function exchange(path: '/session' | '/launch', secret: string): Promise<string> {
  const answer = await fetch(path, { method: 'POST', body: secret }).catch(() => null)
  if (answer === null) throw new Failure('NOT_CONNECTED', { reason: 'gone' })
  if (!answer.ok) throw new Failure('NOT_CONNECTED', { reason: 'token-used' })
  return answer.text()
}

/** @throws Failure NOT_CONNECTED */
export async function openSocket(path: '/rpc' | '/recorder' | '/files' | '/sound', session: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${location.host}${path}`, ['sotto', `sotto.session.${session}`])
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Failure('NOT_CONNECTED', { reason: 'gone' })), { once: true })
  })
  return socket
}
