import { open } from 'node:fs/promises'
import { badAudio } from './failures.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'

const READ_SIZE = 64 * 1024

/** The bytes of one recording: in order for everybody, at any place where `at` is given. */
export interface AudioBytes {
  /** null while unknown: a stream tells its length only by ending */
  readonly size: number | null
  /** Up to `length` bytes from `offset`; fewer only at the end. Streams cannot go back: they have no `at`. */
  readonly at?: (offset: number, length: number) => Promise<Uint8Array>
  /** All bytes from the start in pieces of bounded size; walked once. */
  pieces(): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** Bytes of known length that can be read anywhere. */
export type WholeBytes = Required<AudioBytes> & { readonly size: number }

/** @throws Failure FILE_UNREADABLE */
export async function openFile(path: string): Promise<AudioBytes> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(error)
  })
  const stat = await handle.stat()
  if (!stat.isFile()) {
    await handle.close()
    throw new Failure('FILE_UNREADABLE', { reason: stat.isDirectory() ? 'directory' : 'other' })
  }
  const at = async (offset: number, length: number): Promise<Uint8Array> => {
    const wanted = Math.max(0, Math.min(length, stat.size - offset))
    const bytes = new Uint8Array(wanted)
    let filled = 0
    while (filled < wanted) {
      const { bytesRead } = await handle.read(bytes, filled, wanted - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  }
  return {
    size: stat.size,
    at,
    async *pieces() {
      for (let offset = 0; ; ) {
        const piece = await at(offset, READ_SIZE)
        if (piece.length === 0) return
        yield piece
        offset += piece.length
      }
    },
    close: () => handle.close(),
  }
}

function unreadable(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reason = code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'denied' : code === 'EISDIR' ? 'directory' : 'other'
  return new Failure('FILE_UNREADABLE', { reason }, { cause: error })
}

/** A stream that is read once; a giant piece is handed on in small ones so that no decoder swells. */
export function fromStream(source: AsyncIterable<Uint8Array>): AudioBytes {
  const iterator = source[Symbol.asyncIterator]()
  return {
    size: null,
    async *pieces() {
      for (;;) {
        const next = await iterator.next()
        if (next.done === true) return
        for (let offset = 0; offset < next.value.length; offset += READ_SIZE) yield next.value.subarray(offset, offset + READ_SIZE)
      }
    },
    close: async () => {
      await iterator.return?.()
    },
  }
}

/** Bytes held in memory, with both ways of reading. */
export function fromMemory(bytes: Uint8Array): AudioBytes {
  return {
    size: bytes.length,
    at: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    async *pieces() {
      for (let offset = 0; offset < bytes.length; offset += READ_SIZE) yield bytes.subarray(offset, offset + READ_SIZE)
    },
    close: () => Promise.resolve(),
  }
}

/** Reads a whole stream, for containers that must be read out of order. @throws Failure FILE_TOO_LARGE */
export async function hold(bytes: AudioBytes, limit: number): Promise<AudioBytes> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes.pieces()) {
    size += piece.length
    if (size > limit) throw new Failure('FILE_TOO_LARGE', { limitMb: Math.floor(limit / 2 ** 20), sizeMb: Math.ceil(size / 2 ** 20) })
    parts.push(piece.slice())
  }
  if (size === 0) throw badAudio('audio', 'not-audio')
  const whole = new Uint8Array(size)
  let filled = 0
  for (const part of parts) {
    whole.set(part, filled)
    filled += part.length
  }
  return fromMemory(whole)
}
