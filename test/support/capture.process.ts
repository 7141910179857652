import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { encodeSound } from '../../src-shared/wire/sound.ts'

/**
 * Captures a sound that is known to the last sample, in real time, as a process that can be killed. Its parent says where to and hears how
 * much was sent. Every piece differs from every other, so that a piece found on disk is found for certain.
 */
const BLOCK = 320
const sample = (at: number, channel: number): number => ((Math.imul(at * 2 + channel, 2_654_435_761) >>> 13) & 0xffff) - 32_768

const [asked] = await once(process, 'message')
const { authority, origin, session } = z.object({ authority: z.string(), origin: z.string(), session: z.string() }).parse(asked)
const socket = new WebSocket(`ws://${authority}/sound`, ['sotto', `sotto.session.${session}`], { origin })
await once(socket, 'open')
let isOver = false
socket.on('message', (data, isBinary) => {
  if (!isBinary && Buffer.isBuffer(data) && data.includes('"end"')) isOver = true
})
socket.on('close', () => (isOver = true))
const began = performance.now()
for (let sent = 0; !isOver; await setTimeout(5)) {
  for (; sent / 16 < performance.now() - began && !isOver; sent += BLOCK) {
    const channels = [0, 1].map((channel) => Int16Array.from({ length: BLOCK }, (_, index) => sample(sent + index, channel)))
    socket.send(encodeSound({ firstSample: sent, channels }))
    process.send?.({ sent: sent + BLOCK })
  }
}
process.exit(0)
