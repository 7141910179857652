import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { overSocket, type Link } from '../../src-renderer/rpc/client.ts'
import { openSession, openSocket, tokenIn } from './browser-host.ts'

const MAIN = join(import.meta.dirname, '../../src-main/hosts/browser/main.ts')

/** The browser host as `npm start` runs it, with its core as the process of its own that it is. */
export async function startHost(dataDir: string, assetsDir: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, assetsDir], {
    env: { PATH: process.env['PATH'], SOTTO_DATA_DIR: dataDir, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error('the host does not start')
  let said = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  /** Waits for something on its terminal. */
  const heard = (words: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = words.exec(said)
        if (found === null) return
        listeners.delete(look)
        resolve(found)
      }
      listeners.add(look)
      void ended.then(() => reject(new Error(`the host ended: ${said}`)))
      look()
    })
  const [, url = ''] = await heard(/Serving on (\S+)/)
  /** A way in, as Enter gives one. */
  const openFile = async (): Promise<string> => {
    said = ''
    child.stdin.write('\n')
    return (await heard(/(\S+sotto\.html)/))[1] ?? ''
  }
  return {
    pid,
    url,
    openFile,
    /** What a page has: a session, and WebSockets by it. */
    async enter() {
      const file = await openFile()
      const session = await openSession({ url, openFile: () => file })
      const socket = (path: '/rpc' | '/files'): Promise<WebSocket> => openSocket({ url }, path, session)
      return { connect: async (): Promise<Link> => overSocket(await socket('/rpc')), socket }
    },
    addressWithToken: async (): Promise<string> => `${url}#${tokenIn(await openFile())}`,
    /** @returns the exit status */
    end(): Promise<number | null> {
      child.kill('SIGINT')
      return ended
    },
    async remove() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
