import type { ByteWire } from '../../src-shared/wire/byte-stream.ts'
import type { Link } from './client.ts'

/** How this page reaches the app: one link for calls, and a connection for every file handed over. */
export interface Way extends Link {
  openFiles(): Promise<ByteWire>
  /** Loads the page anew, so that nothing of the old one is left in its memory. */
  startAfresh(): Promise<void>
}
