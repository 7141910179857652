import { Failure } from '../../src-shared/errors/failure.ts'
import { overPort, overSocket, type Link, type SottoClient } from './client.ts'

let link: Promise<Link> | undefined

/**
 * The app behind this page, found once: over the port that Electron's preload script hands to it, or over a WebSocket to
 * the browser host.
 * @throws Failure NOT_CONNECTED when the page was opened without its single-use token, or the app does not answer
 */
export async function connect(): Promise<SottoClient> {
  return (await linked()).client
}

/** Resolves when the app has gone: it was ended, or it crashed. */
export async function whenGone(): Promise<void> {
  return (await linked()).gone
}

const linked = (): Promise<Link> => (link ??= location.protocol === 'app:' ? fromPreload() : fromBrowserHost())

/** Asks the preload script, which passes the question on; the main process answers only the main window's own top frame. */
async function fromPreload(): Promise<Link> {
  const port = await new Promise<MessagePort>((resolve) => {
    addEventListener('message', function receive({ source, data, ports: [port] }) {
      if (source !== window || data !== 'sotto.port' || port === undefined) return
      removeEventListener('message', receive)
      resolve(port)
    })
    postMessage('sotto.connect', location.origin)
  })
  port.start()
  return overPort(port)
}

/** Exchanges the token behind the address's `#` for a session, which stays in this page's memory. */
async function fromBrowserHost(): Promise<Link> {
  const token = location.hash.slice(1)
  // Used or not, it must not stay in the address bar or the history.
  history.replaceState(null, '', location.pathname)
  if (token === '') throw new Failure('NOT_CONNECTED', { reason: 'no-token' })
  const answer = await fetch('/session', { method: 'POST', body: token }).catch(() => null)
  if (answer === null) throw new Failure('NOT_CONNECTED', { reason: 'gone' })
  if (!answer.ok) throw new Failure('NOT_CONNECTED', { reason: 'token-used' })
  const socket = new WebSocket(`ws://${location.host}/rpc`, ['sotto.rpc', `sotto.session.${await answer.text()}`])
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Failure('NOT_CONNECTED', { reason: 'gone' })), { once: true })
  })
  return overSocket(socket)
}
