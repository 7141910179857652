import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** One request as it came. */
export interface Asked {
  readonly path: string
  readonly range: string | undefined
  readonly ifRange: string | undefined
}

/** What the server does with one request; the last one given goes on for ever. `once` waits until the client has that many bytes. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, file: Buffer, once: (bytes: number, run: () => void) => void) => void

export interface DownloadServer {
  readonly port: number
  readonly origin: string
  readonly asked: Asked[]
  file: Buffer
  /** The test says how far the client is; what breaks off breaks off only then, since bytes on the way would be lost with it. */
  clientHas(bytes: number): void
  /** From now on: one behaviour a request, the last again and again. */
  play(...behaviours: Behaviour[]): void
  close(): Promise<void>
}

/** A file server on this machine that keeps to RFC 9110 unless told otherwise. */
export async function startDownloadServer(file: Buffer): Promise<DownloadServer> {
  const asked: Asked[] = []
  let script: Behaviour[] = [wellBehaved()]
  const sockets = new Set<Socket>()
  let waiting: { bytes: number; run: () => void }[] = []
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', range: request.headers.range, ifRange: one(request.headers['if-range']) })
    const behaviour = script.length > 1 ? script.shift() : script[0]
    behaviour?.(request, response, self.file, (bytes, run) => void waiting.push({ bytes, run }))
  }).on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  const self: DownloadServer = {
    port,
    origin: `http://127.0.0.1:${port}`,
    asked,
    file,
    clientHas(bytes) {
      const due = waiting.filter((each) => each.bytes <= bytes)
      waiting = waiting.filter((each) => each.bytes > bytes)
      for (const { run } of due) run()
    },
    play: (...behaviours) => void (script = behaviours),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
  return self
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

interface Manners {
  readonly etag?: string | null
  readonly ranges?: boolean
}

/** Serves the whole file, or a range of it. */
export function wellBehaved({ etag = '"v1"', ranges = true }: Manners = {}): Behaviour {
  return (request, response, file) => {
    const { status, headers, body } = answerTo(request, file, { etag, ranges })
    response.writeHead(status, headers).end(body)
  }
}

/** Sends `bytes` of what it should and closes the connection when they have arrived. */
export const dropsAfter = (bytes: number, manners: Manners = {}): Behaviour => (request, response, file, once) => {
  const { status, headers, body } = answerTo(request, file, { etag: '"v1"', ranges: true, ...manners })
  response.writeHead(status, headers)
  if (bytes === 0) return void response.write(body.subarray(0, 0), () => response.destroy())
  response.write(body.subarray(0, bytes))
  once(file.length - body.length + bytes, () => response.destroy())
}

/** Sends `bytes` of what it should, then nothing more. */
export const stallsAfter = (bytes: number): Behaviour => (request, response, file) => {
  const { status, headers, body } = answerTo(request, file, { etag: '"v1"', ranges: true })
  response.writeHead(status, headers)
  response.flushHeaders()
  if (bytes > 0) response.write(body.subarray(0, bytes))
}

export const answers = (status: number, headers: Record<string, string> = {}, body: Buffer | string = 'words nobody reads'): Behaviour => (_, response) =>
  void response.writeHead(status, headers).end(body)

export const redirectsTo = (address: string): Behaviour => answers(302, { location: address })

function answerTo({ headers }: IncomingMessage, file: Buffer, { etag, ranges }: Required<Manners>) {
  const common = { 'content-type': 'application/octet-stream', ...(etag === null ? {} : { etag }), ...(ranges ? { 'accept-ranges': 'bytes' } : {}) }
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? Number.NaN)
  const condition = one(headers['if-range'])
  if (!ranges || Number.isNaN(from) || (condition !== undefined && condition !== etag))
    return { status: 200, headers: { ...common, 'content-length': String(file.length) }, body: file }
  if (from >= file.length) return { status: 416, headers: { 'content-range': `bytes */${file.length}` }, body: Buffer.alloc(0) }
  const body = file.subarray(from)
  const range = { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}`, 'content-length': String(body.length) }
  return { status: 206, headers: { ...common, ...range }, body }
}
