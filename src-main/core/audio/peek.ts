import type { AudioBytes } from './bytes.ts'
import { HEAD_SIZE } from './recognise.ts'

/** Looks at the first bytes without losing them for whoever reads next. */
export async function peeked(bytes: AudioBytes): Promise<{ head: Uint8Array; whole: AudioBytes }> {
  if (bytes.at !== undefined) return { head: await bytes.at(0, HEAD_SIZE), whole: bytes }
  const iterator = bytes.pieces()[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let length = 0
  while (length < HEAD_SIZE) {
    const next = await iterator.next()
    if (next.done === true) break
    seen.push(next.value)
    length += next.value.length
  }
  const head = new Uint8Array(length)
  let filled = 0
  for (const piece of seen) {
    head.set(piece, filled)
    filled += piece.length
  }
  return {
    head: head.subarray(0, HEAD_SIZE),
    whole: {
      ...bytes,
      async *pieces() {
        yield* seen.splice(0)
        for (;;) {
          const next = await iterator.next()
          if (next.done === true) return
          yield next.value
        }
      },
    },
  }
}
