import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { encodeSound } from '../../src-shared/wire/sound.ts'

/**
 * Captures sound in real time, as a process that can be killed. Its parent says where to and hears how much was sent. The near side is
 * known to the last sample; every piece of it differs from every other, so that a piece found on disk is found for certain.
 */
const BLOCK = 320
const sample = (at: number): number => ((Math.imul(at, 2_654_435_761) >>> 13) & 0xffff) - 32_768
/** The far side speaks, so that there is something to hear. */
const wav = readFileSync(new URL('../fixtures/speech/meeting-planning.wav', import.meta.url)).subarray(44)
const said = new Int16Array(wav.buffer.slice(wav.byteOffset, wav.byteOffset + (wav.length & ~1)))

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
    const known = Int16Array.from({ length: BLOCK }, (_, index) => sample(sent + index))
    const speech = Int16Array.from({ length: BLOCK }, (_, index) => said[(sent + index) % said.length] ?? 0)
    socket.send(encodeSound({ firstSample: sent, channels: [known, speech] }))
    process.send?.({ sent: sent + BLOCK })
  }
}
process.exit(0)
