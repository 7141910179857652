import { Failure } from '../../src-shared/errors/failure.ts'
import { overSocket } from './client.ts'
import type { Way } from './way.ts'
import { socketWire } from './wires.ts'

/** 256 bits in base64url; anything else behind the `#` is a place within the page. */
const TOKEN = /^#([\w-]{43})$/

/** Leads back to the page, in a process of its own (src-main/hosts/browser/afresh.ts). */
const AFRESH = '/afresh'

/**
 * Over WebSockets to the browser host. The token behind the address's `#` is exchanged for a session, which stays in this
 * page's memory: a reload has lost it, and needs a new token.
 * @throws Failure NOT_CONNECTED
 */
export async function browserWay(): Promise<Way> {
  const [, token] = TOKEN.exec(location.hash) ?? []
  if (token === undefined) throw new Failure('NOT_CONNECTED', { reason: 'no-token' })
  // Good or not, it must not stay in the address bar or the history.
  history.replaceState(null, '', location.pathname)
  const session = await exchange('/session', token)
  return {
    ...overSocket(await open('/rpc', session)),
    openRecorder: async () => overSocket(await open('/recorder', session)),
    openFiles: async () => socketWire(await open('/files', session)),
    startAfresh: once(async () => location.replace(`${AFRESH}#${await exchange('/launch', session)}`)),
  }
}

/** Does a thing once, whoever asks meanwhile; again only where it failed. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () =>
    (done ??= work().catch((thrown: unknown) => {
      done = undefined
      throw thrown
    }))
}

async function exchange(path: '/session' | '/launch', secret: string): Promise<string> {
  const answer = await fetch(path, { method: 'POST', body: secret }).catch(() => null)
  if (answer === null) throw new Failure('NOT_CONNECTED', { reason: 'gone' })
  if (!answer.ok) throw new Failure('NOT_CONNECTED', { reason: 'token-used' })
  return answer.text()
}

async function open(path: '/rpc' | '/recorder' | '/files', session: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${location.host}${path}`, ['sotto', `sotto.session.${session}`])
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Failure('NOT_CONNECTED', { reason: 'gone' })), { once: true })
  })
  return socket
}
