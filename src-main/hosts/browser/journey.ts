import type { ChildProcess } from 'node:child_process'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { z } from 'zod'
import type { Channel } from '../supervisor/messages.ts'
import type { Upgrade } from './sockets.ts'

/**
 * A connection's journey from the door to the core. The socket travels with the first message; the core says that it has it; the
 * door lets go of its own end; and only then does the core begin to answer. Were the page answered while both ends are open, its
 * first words could arrive where nobody reads them. And a core that dies on the way leaves the connection with the door, which
 * gives it to the next one. (Node's own letting go would wait for the dead one for ever.)
 */
const hereSchema = z.object({
  connection: z.literal('here'),
  id: z.int(),
  channel: z.enum(['rpc', 'files']),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  /** Base64 of what came behind the request. */
  head: z.string(),
})
const takenSchema = z.object({ connection: z.literal('taken'), id: z.int() })
const yoursSchema = z.object({ connection: z.literal('yours'), id: z.int() })
type Step = z.infer<typeof hereSchema> | z.infer<typeof takenSchema> | z.infer<typeof yoursSchema>

export interface Departures {
  /** @returns false when the core ended before it had the connection */
  hand(channel: Channel, upgrade: Upgrade): Promise<boolean>
  /** @returns whether the message was one of a journey */
  onMessage(message: unknown): boolean
}

/** The door's end. */
export function createDepartures(child: ChildProcess, ended: Promise<void>): Departures {
  const waiting = new Map<number, () => void>()
  let last = 0
  // That the core has gone is told by its end.
  const send = (step: Step, socket?: Socket): void => void child.send(step, socket, { keepOpen: true }, () => undefined)
  return {
    async hand(channel, { request, socket, head }) {
      if (!(socket instanceof Socket)) throw new TypeError('a TCP server gives sockets')
      const id = ++last
      const taken = new Promise<true>((resolve) => waiting.set(id, () => resolve(true)))
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      send({ connection: 'here', id, channel, method: request.method ?? '', headers, head: head.toString('base64') }, socket)
      const isTaken = await Promise.race([taken, ended.then(() => false)])
      waiting.delete(id)
      if (!isTaken) return false
      socket.destroy() // this end of it; the core has another
      send({ connection: 'yours', id })
      return true
    },
    onMessage(message) {
      const { data } = takenSchema.safeParse(message)
      if (data !== undefined) waiting.get(data.id)?.()
      return data !== undefined
    },
  }
}

/** The core's end. @returns takes a message, and says whether it was one of a journey */
export function createArrivals(
  answer: (step: z.infer<typeof takenSchema>) => void,
  open: (channel: Channel, upgrade: Upgrade) => void,
): (message: unknown, socket: unknown) => boolean {
  const taken = new Map<number, () => void>()
  return (message, socket) => {
    const here = hereSchema.safeParse(message).data
    if (here !== undefined) {
      const { id, channel, method, headers, head } = here
      // Without a socket the page went away meanwhile.
      if (socket instanceof Socket) {
        const request = Object.assign(new IncomingMessage(socket), { method, headers })
        taken.set(id, () => open(channel, { request, socket, head: Buffer.from(head, 'base64') }))
      }
      answer({ connection: 'taken', id })
      return true
    }
    const yours = yoursSchema.safeParse(message).data
    if (yours === undefined) return false
    taken.get(yours.id)?.()
    taken.delete(yours.id)
    return true
  }
}
