import { z } from 'zod'
import { Failure } from '../../src-shared/errors/failure.ts'
import { MAX_TRANSCRIPT_BYTES } from '../core/notebook/index.ts'

const MB = 1024 * 1024

/** Standard input whole. @throws Failure FILE_TOO_LARGE */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(z.union([z.instanceof(Uint8Array), z.string()]).parse(chunk))
    size += bytes.length
    if (size > MAX_TRANSCRIPT_BYTES) throw new Failure('FILE_TOO_LARGE', { limitMb: MAX_TRANSCRIPT_BYTES / MB, sizeMb: Math.ceil(size / MB) })
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
