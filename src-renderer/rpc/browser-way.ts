import { enterSession, launchToken, openSocket } from './browser-session.ts'
import { overSocket } from './client.ts'
import type { Way } from './way.ts'
import { socketWire } from './wires.ts'

/** Leads back to the page, in a process of its own (src-main/hosts/browser/afresh.ts). */
const AFRESH = '/afresh'
const CAPTURE = '/capture.html'

/**
 * Over WebSockets to the browser host.
 * @throws Failure NOT_CONNECTED
 */
export async function browserWay(): Promise<Way> {
  const session = await enterSession()
  return {
    ...overSocket(await openSocket('/rpc', session)),
    openRecorder: async () => overSocket(await openSocket('/recorder', session)),
    openFiles: async () => socketWire(await openSocket('/files', session)),
    // In a tab of its own, which neither a lock nor a reload of this one touches. It knows nothing of this page, nor this of it.
    openCapture: async () => void window.open(`${CAPTURE}#${await launchToken(session)}`, '_blank', 'noopener'),
    startAfresh: once(async () => location.replace(`${AFRESH}#${await launchToken(session)}`)),
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
