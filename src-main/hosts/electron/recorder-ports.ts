import type { MessagePortMain } from 'electron'
import { RPCHandler } from '@orpc/server/message-port'
import { wireSerializers } from '../../../src-shared/contract/base.ts'
import type { RecorderDesk } from '../supervisor/recorder/desk.ts'
import { createRecorderRouter } from '../supervisor/recorder/router.ts'
import { wireOf } from './channels.ts'

export interface RecorderPorts {
  toRecorder(port: MessagePortMain): void
  takeSound(port: MessagePortMain): void
}

/** Serves the recorder in this process: its contract to the app's window, its sound channel to the one that captures. */
export function createRecorderPorts(desk: RecorderDesk): RecorderPorts {
  const handler = new RPCHandler(createRecorderRouter(desk), { customJsonSerializers: wireSerializers })
  return {
    toRecorder(port) {
      handler.upgrade(port, { context: {} })
      port.start()
    },
    takeSound(port) {
      // A port has no brake: what comes while the disk is slow waits in memory, 64 kB a second, and is not lost.
      desk.attach({ ...wireOf(port), pause: () => undefined, resume: () => undefined })
      port.start()
    },
  }
}
