import { RPCHandler } from '@orpc/server/ws'
import { wireSerializers } from '../../../src-shared/contract/base.ts'
import { MAX_FRAME_BYTES } from '../../../src-shared/wire/sound.ts'
import type { RecorderDesk } from '../supervisor/recorder/desk.ts'
import { createRecorderRouter } from '../supervisor/recorder/router.ts'
import { wireOf } from './byte-wire.ts'
import { behindTheDoor, sayGoodbye, welcome, type Upgrade } from './sockets.ts'

/** The connections that this process serves itself: the recorder's contract, and sound on its way in. */
export type RecorderChannel = 'recorder' | 'sound'

export interface RecorderChannels {
  open(channel: RecorderChannel, upgrade: Upgrade): void
  close(): Promise<void>
}

const MAX_CALL_BYTES = 64 * 1024

export function createRecorderChannels(desk: RecorderDesk): RecorderChannels {
  const handler = new RPCHandler(createRecorderRouter(desk), { customJsonSerializers: wireSerializers })
  const calls = behindTheDoor(MAX_CALL_BYTES)
  const sound = behindTheDoor(MAX_FRAME_BYTES)
  return {
    open(channel, upgrade) {
      if (channel === 'recorder') return welcome(calls, upgrade, (socket) => void handler.upgrade(socket, { context: {} }))
      welcome(sound, upgrade, (socket) => desk.attach({ ...wireOf(socket), pause: () => socket.pause(), resume: () => socket.resume() }))
    },
    close: () => sayGoodbye([calls, sound], 'ended'),
  }
}
