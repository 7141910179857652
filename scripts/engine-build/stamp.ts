import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Beside the addon: what it was built from, and what it is. */
const stampSchema = z.object({ from: z.string(), addon: z.string() })

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** One value for everything the addon is made of; another value, another build. */
export const builtFrom = (parts: readonly (Uint8Array | string)[]): string => sha256(parts.map(sha256).join('\n'))

/** Is the addon in `folder` the one that was built from this, untouched? */
export function isUpToDate(folder: string, from: string): boolean {
  const file = join(folder, 'built-from.json')
  const addon = join(folder, 'index.node')
  if (!existsSync(file) || !existsSync(addon)) return false
  const stamp = stampSchema.safeParse(parsed(readFileSync(file, 'utf8')))
  return stamp.success && stamp.data.from === from && stamp.data.addon === sha256(readFileSync(addon))
}

export function writeStamp(folder: string, from: string): void {
  const stamp: z.infer<typeof stampSchema> = { from, addon: sha256(readFileSync(join(folder, 'index.node'))) }
  writeFileSync(join(folder, 'built-from.json'), `${JSON.stringify(stamp, null, 2)}\n`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // half written: build again
  }
}
