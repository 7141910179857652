import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { HEADER_BYTES, readHeader, type GgmlHeader } from './ggml.ts'
import type { Model } from './manifest.ts'

/** In what a file differs from the one the manifest describes. */
export type Problem = 'size' | 'format' | 'hash'

/** Bytes taken in order, compared at the end with what was published. */
export interface Fingerprint {
  readonly bytes: number
  add(chunk: Uint8Array): void
  /** Call once, after the last byte. */
  compare(model: Model): { readonly problem: Problem } | { readonly header: GgmlHeader }
}

export function createFingerprint(): Fingerprint {
  const sha256 = createHash('sha256')
  const sha1 = createHash('sha1')
  let head = Buffer.alloc(0)
  let bytes = 0
  return {
    get bytes() {
      return bytes
    },
    add(chunk) {
      sha256.update(chunk)
      sha1.update(chunk)
      bytes += chunk.byteLength
      if (head.length < HEADER_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEADER_BYTES - head.length)])
    },
    compare(model) {
      const header = readHeader(head)
      if (bytes !== model.bytes) return { problem: 'size' }
      if (header === null) return { problem: 'format' }
      const same = sha256.digest('hex') === model.sha256.value && sha1.digest('hex') === model.sha1.value
      return same ? { header } : { problem: 'hash' }
    },
  }
}

const MIB = 1024 * 1024

/** Adds a file's first `bytes` bytes (all of it by default), reporting how many were added. @throws what the signal was aborted with */
export async function addFile(
  print: Fingerprint,
  path: string,
  { bytes = Infinity, signal, onBytes }: { bytes?: number; signal?: AbortSignal | undefined; onBytes?: ((bytes: number) => void) | undefined } = {},
): Promise<void> {
  if (bytes === 0) return
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: MIB, end: bytes - 1, ...(signal === undefined ? {} : { signal }) })
  for await (const chunk of stream) {
    print.add(chunk)
    onBytes?.(print.bytes)
  }
}
