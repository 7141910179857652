import type { ByteWire } from '../../src-shared/wire/byte-stream.ts'
import type { Link, RecorderClient } from './client.ts'

/** How this page reaches the app: one link for calls, one for the recorder, and a connection for every file handed over. */
export interface Way extends Link {
  openFiles(): Promise<ByteWire>
  /** A new connection to the recorder, which outlives the core behind the other calls. */
  openRecorder(): Promise<Link<RecorderClient>>
  /** Opens the page that captures sound, where it is for this page to do that. */
  openCapture(): Promise<void>
  /** Loads the page anew, so that nothing of the old one is left in its memory. */
  startAfresh(): Promise<void>
}
