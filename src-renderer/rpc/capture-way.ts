import type { ByteWire } from '../../src-shared/wire/byte-stream.ts'
import { portAsker } from './ask-port.ts'
import { enterSession, openSocket } from './browser-session.ts'
import { way } from './connect.ts'
import { portWire, socketWire } from './wires.ts'

/**
 * Opens the page that captures sound, where this page has to do that. Call it within the click on Record, or on what captures anew: a
 * browser opens a tab only for a person. Whether it did cannot be seen from here; the recorder says `capture-closed` where it did not.
 */
export function openCapture(): void {
  // A page that cannot reach the app says so elsewhere.
  way().then(async ({ openCapture: open }) => open()).catch(() => undefined)
}

/**
 * The sound channel, for the page that captures sound.
 * @throws Failure NOT_CONNECTED
 */
export async function openSound(): Promise<ByteWire> {
  if (location.protocol === 'app:') return portWire(await portAsker()('sotto.sound'))
  return socketWire(await openSocket('/sound', await enterSession()))
}
