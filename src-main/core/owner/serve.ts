import { chmodSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import { wireSerializers, type Caller } from '../../../src-shared/contract/base.ts'

/** A whole transcript and its base64; anything larger is a mistake. */
export const MAX_MESSAGE_BYTES = 128 * 1024 * 1024

export interface OwnerServer {
  /** Takes no new connection and resolves when the last one has gone, or the signal aborts. */
  drain(signal: AbortSignal): Promise<void>
  /** Ends all connections; calls under way are cut off. */
  close(): Promise<void>
}

/**
 * Serves the contract to other processes of the same user over a Unix socket (mode 0600) or a named pipe. WebSocket frames
 * carry the messages, so the same client works here as over the browser host (docs/decisions/0008). Never a network address.
 */
export async function serveOwner(router: Router<AnyContractRouter, Caller>, address: string): Promise<OwnerServer> {
  const http = createServer((_, response) => response.writeHead(426).end())
  const sockets = new WebSocketServer({ server: http, maxPayload: MAX_MESSAGE_BYTES })
  const handler = new RPCHandler(router, { customJsonSerializers: wireSerializers })
  sockets.on('connection', (socket, request) => {
    // A page in a browser cannot reach a Unix socket, but a proxy might be told to: no page, ever.
    if (request.headers.origin !== undefined) {
      socket.close(1008, 'no pages')
      return
    }
    // Whoever reaches this socket is the same user and may read what we may.
    void handler.upgrade(socket, { context: { mayReadFiles: true } })
  })
  // A socket file left by a killed owner; we hold the directory's lock, so nobody listens there.
  if (!address.startsWith('\\\\')) rmSync(address, { force: true })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    const umask = process.umask(0o177) // the file must never be open to others, not even for a moment
    http.listen(address, resolve)
    process.umask(umask)
  })
  if (!address.startsWith('\\\\')) chmodSync(address, 0o600)
  return {
    drain: (signal) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (sockets.clients.size > 0 && !signal.aborted) return
          clearInterval(timer)
          resolve()
        }
        const timer = setInterval(look, 50)
        http.close()
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        sockets.close(() => http.close(() => resolve()))
      }),
  }
}
