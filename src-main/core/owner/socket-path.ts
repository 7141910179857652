import { createHash } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'

/** A Unix socket's path may have about 104 bytes on macOS and 108 on Linux. */
const LONGEST_PATH = 100

/**
 * Where the owner of a data directory listens: `owner.sock` inside it, a short name in the temporary directory where that
 * path would be too long for a socket, a named pipe on Windows. Both sides compute it; nothing is written down.
 */
export function ownerAddress(dir: string, platform: NodeJS.Platform = process.platform): string {
  const absolute = resolve(dir)
  const name = createHash('sha256').update(absolute).digest('hex').slice(0, 24)
  if (platform === 'win32') return `\\\\.\\pipe\\sotto-${name}`
  const inside = join(absolute, 'owner.sock')
  return Buffer.byteLength(inside) <= LONGEST_PATH ? inside : join(tmpdir(), `sotto-${userInfo().uid}-${name}.sock`)
}
