import { createServer } from 'node:http'
import { readPage } from '../../core/page-files.ts'
import type { RecorderDesk } from '../supervisor/recorder/desk.ts'
import { createAnswers } from './answers.ts'
import { writeRedirectFile } from './redirect-file.ts'
import { createTokens } from './tokens.ts'
import { createRecorderChannels } from './recorder-channels.ts'
import { createUpgrades, type Accept } from './upgrades.ts'

export interface BrowserHostOptions {
  /** Takes over the connections that were let in. */
  readonly accept: Accept
  /** Serves the recorder's connections here. */
  readonly recorder: RecorderDesk
  /** The built page: a folder with index.html. */
  readonly assetsDir: string
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** How long a launch token is good for, milliseconds; tests shorten it. */
  readonly launchMs?: number
}

export interface BrowserHost {
  /** Without a token it shows only how to come in. */
  readonly url: string
  /** Writes a file that leads a browser in, once and within a minute, and is gone after that. @returns its path */
  openFile(): string
  /** Closes the door, and what leads to the recorder. Who was let in to the core is with the core. */
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'

/**
 * The app served to a browser of this computer. Reachable on the loopback address alone, and only for the page that was
 * opened with a token of ours (docs/decisions/0019).
 */
export async function startBrowserHost({ accept, recorder, assetsDir, port = 0, launchMs }: BrowserHostOptions): Promise<BrowserHost> {
  const page = readPage(assetsDir)
  const tokens = createTokens(launchMs)
  const server = createServer({ requestTimeout: 10_000 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: LOOPBACK, port, exclusive: true }, resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server has an address and a port')
  const authority = `${LOOPBACK}:${bound.port}`
  server.on('request', createAnswers(page, tokens, authority))
  const channels = createRecorderChannels(recorder)
  server.on('upgrade', createUpgrades({ accept, recorder: channels }, tokens, authority))
  const url = `http://${authority}/`
  return {
    url,
    openFile() {
      const token = tokens.launch(() => file.remove())
      const file = writeRedirectFile(`${url}#${token}`)
      return file.path
    },
    async close() {
      tokens.close()
      await channels.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
