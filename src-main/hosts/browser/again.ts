import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { ownerAddress } from '../../core/owner/index.ts'

/**
 * A second start asks the first one for a new way in, over a socket beside the owner's: a page that was reloaded has lost
 * its session and needs a token, and only the process that serves it can make one. The connection itself is the message.
 */
const addressOf = (dataDir: string): string => {
  const owner = ownerAddress(dataDir)
  return owner.startsWith('\\\\') ? `${owner}-open` : owner.replace(/\.sock$/, '.open') // no longer than the owner's, which was made to fit
}

export interface Reopening {
  close(): Promise<void>
}

/** Calls `open` for every later start on the same data directory. This process owns the directory. */
export async function answerLaterStarts(dataDir: string, open: () => void): Promise<Reopening> {
  const address = addressOf(dataDir)
  const isFile = !address.startsWith('\\\\')
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    open()
    socket.end('open')
  })
  if (isFile) rmSync(address, { force: true }) // left by a killed owner
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    const umask = process.umask(0o177)
    server.listen(address, resolve)
    process.umask(umask)
  })
  if (isFile) chmodSync(address, 0o600)
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Asks a Sotto that serves a browser already to open it again. @returns false when there is none */
export const askToReopen = (dataDir: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(addressOf(dataDir))
    socket.once('error', () => resolve(false))
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
  })
