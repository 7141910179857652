import { createServer } from 'node:http'
import { readPage } from '../../core/page-files.ts'
import { createAnswers } from './answers.ts'
import { writeRedirectFile } from './redirect-file.ts'
import { createTokens } from './tokens.ts'
import { createUpgrades, type Served } from './upgrades.ts'

export interface BrowserHostOptions extends Served {
  /** The built page: a folder with index.html. */
  readonly assetsDir: string
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** How long a launch token is good for, milliseconds; tests shorten it. */
  readonly launchMs?: number
  /** Bytes of one message of the contract. */
  readonly maxMessageBytes?: number
}

export interface BrowserHost {
  /** Without a token it shows only how to come in. */
  readonly url: string
  /** Writes a file that leads a browser in, once and within a minute, and is gone after that. @returns its path */
  openFile(): string
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'
/** A whole transcript and its base64; recordings travel on the binary channel. */
const MAX_MESSAGE_BYTES = 128 * 1024 * 1024

/**
 * The app served to a browser of this computer. Reachable on the loopback address alone, and only for the page that was
 * opened with a token of ours (docs/decisions/0019).
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { assetsDir, port = 0, launchMs, maxMessageBytes = MAX_MESSAGE_BYTES } = options
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
  const upgrades = createUpgrades(options, tokens, authority, maxMessageBytes)
  server.on('request', createAnswers(page, tokens, authority))
  server.on('upgrade', upgrades.onUpgrade)
  const url = `http://${authority}/`
  return {
    url,
    openFile() {
      const token = tokens.launch(() => file.remove())
      const file = writeRedirectFile(`${url}#${token}`)
      return file.path
    },
    close: () =>
      new Promise((resolve) => {
        tokens.close()
        upgrades.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
