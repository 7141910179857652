import { fork } from 'node:child_process'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { z } from 'zod'
import { withoutSecrets } from '../supervisor/environment.ts'
import { reportSchema } from '../supervisor/messages.ts'
import type { CoreProcess } from '../supervisor/supervisor.ts'
import type { Upgrade } from './channels.ts'

/**
 * A connection's journey from the door to the core: the socket travels with the first message, and the core begins to answer
 * with the second, which goes out only after this process has let go of the socket. Were it answered at once, a page's first
 * words could still arrive here, where nobody reads them.
 */
const journeySchema = z.discriminatedUnion('connection', [
  z.object({
    connection: z.literal('here'),
    channel: z.enum(['rpc', 'files']),
    method: z.string(),
    headers: z.record(z.string(), z.string()),
    /** Base64 of what came behind the request. */
    head: z.string(),
  }),
  z.object({ connection: z.literal('yours') }),
])
type Journey = z.infer<typeof journeySchema>

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const ENTRY = new URL(`./core.process.${extension}`, import.meta.url)

/** Starts a core as a child process of plain Node. It says nothing on the terminal unless a developer asks. */
export function startCoreProcess(env: NodeJS.ProcessEnv = process.env): CoreProcess<Upgrade> {
  const child = fork(ENTRY, [], {
    stdio: ['ignore', 'ignore', env['SOTTO_DEBUG'] === '1' ? 'inherit' : 'ignore', 'ipc'],
    execArgv: [],
    env: withoutSecrets(env),
  })
  const unsent = (): void => undefined // a child that has gone is told by 'exit'
  const send = (journey: Journey, socket?: Socket): void => void child.send(journey, socket, undefined, unsent)
  return {
    order: (order) => void child.send(order, undefined, undefined, unsent),
    hand(channel, { request, socket, head }) {
      if (!(socket instanceof Socket)) throw new TypeError('a TCP server gives sockets')
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      send({ connection: 'here', channel, method: request.method ?? '', headers, head: head.toString('base64') }, socket)
      send({ connection: 'yours' })
    },
    onReport: (listener) => void child.on('message', (message) => listener(reportSchema.parse(message))),
    ended: new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    }),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** The core's end of it: what arrived with a message, complete with its second half. @returns false for other messages */
export function createArrivals(open: (channel: 'rpc' | 'files', upgrade: Upgrade) => void): (message: unknown, socket: unknown) => boolean {
  const waiting: (() => void)[] = []
  return (message, socket) => {
    const { data: journey } = journeySchema.safeParse(message)
    if (journey === undefined) return false
    if (journey.connection === 'yours') waiting.shift()?.()
    else waiting.push(() => arrive(journey, socket))
    return true
  }
  function arrive({ channel, method, headers, head }: Extract<Journey, { connection: 'here' }>, socket: unknown): void {
    if (!(socket instanceof Socket)) return // the page went away meanwhile
    const request = new IncomingMessage(socket)
    Object.assign(request, { method, headers })
    open(channel, { request, socket, head: Buffer.from(head, 'base64') })
  }
}
