import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket as NodeWebSocket } from 'ws'
import { takeFile } from '../../src-main/core/hand-over.ts'
import type { Sotto } from '../../src-main/core/sotto.ts'
import { createChannels, type Served } from '../../src-main/hosts/browser/channels.ts'
import { createRecorderDesk, type RecorderDesk, type RecorderOptions } from '../../src-main/hosts/supervisor/recorder/desk.ts'
import { startBrowserHost, type BrowserHost, type BrowserHostOptions } from '../../src-main/hosts/browser/server.ts'

/** A page of two files, and a file beside its folder that must never be served. */
export function makePage(): { dir: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'sotto-page-'))
  const dir = join(root, 'page')
  mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(dir, 'assets', 'index.js'), 'export {}')
  writeFileSync(join(dir, 'notes.txt'), 'a kind of file that no page has')
  writeFileSync(join(root, 'secret.json'), '{}')
  return { dir, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Where nothing can be recorded. */
const NO_STORE = join(tmpdir(), 'sotto-no-store')

interface ServeOptions extends Pick<BrowserHostOptions, 'launchMs'>, Pick<RecorderOptions, 'output'>, Partial<Served> {
  /** The data directory, for the recorder. */
  readonly dir?: string
}

/** The browser host with a core in this process, so that a test can look behind the page. */
export async function serveHere(
  sotto: Sotto,
  { assetsDir, launchMs, output, dir = NO_STORE, ...served }: ServeOptions & Pick<BrowserHostOptions, 'assetsDir'>,
): Promise<BrowserHost & { readonly recorder: RecorderDesk }> {
  const recorder = createRecorderDesk({ dir, ...(output !== undefined && { output }) })
  const channels = createChannels({ router: sotto.router, takeFile: takeFile(sotto), ...served })
  const host = await startBrowserHost({
    assetsDir,
    recorder,
    ...(launchMs !== undefined && { launchMs }),
    accept: async (channel, upgrade) => {
      channels.open(channel, upgrade)
      return true
    },
  })
  const close = async (): Promise<void> => {
    await recorder.close()
    await channels.close('ended')
    await host.close()
  }
  return { ...host, close, recorder }
}

export async function servePage(sotto: Sotto, options: ServeOptions = {}): Promise<BrowserHost> {
  const page = makePage()
  const host = await serveHere(sotto, { assetsDir: page.dir, ...options })
  page.remove() // what it serves, it read when it started
  return host
}

/** The single-use token in a redirect file. */
export function tokenIn(file: string): string {
  const found = /#([\w-]{43})"/.exec(readFileSync(file, 'utf8'))?.[1]
  if (found === undefined) throw new Error('no token in the redirect file')
  return found
}

/** What a page does to come in. */
export async function openSession(host: Pick<BrowserHost, 'url' | 'openFile'>): Promise<string> {
  const { origin } = new URL(host.url)
  const answer = await fetch(new URL('session', host.url), { method: 'POST', body: tokenIn(host.openFile()), headers: { origin } })
  if (!answer.ok) throw new Error(`no session: ${answer.status}`)
  return answer.text()
}

/** An open WebSocket as a page would have it; only this client of Node's can send an Origin. */
export async function openSocket(host: Pick<BrowserHost, 'url'>, path: string, session: string): Promise<WebSocket> {
  const { host: authority, origin } = new URL(host.url)
  const socket = new NodeWebSocket(`ws://${authority}${path}`, ['sotto', `sotto.session.${session}`], { origin })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return socket as unknown as WebSocket // the two differ only in the types of their events
}
