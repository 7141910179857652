import { constants } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { addFile, createFingerprint, type Fingerprint } from './fingerprint.ts'
import { sizeOf, type ModelFiles } from './folder.ts'

const originSchema = z.object({ sha256: z.string(), etag: z.string().nullable() })

/** An unfinished download: what is on the disk of it, hashed as far as it goes. */
export interface Part {
  readonly print: Fingerprint
  /** The server's mark of the version these bytes are of; null where it gave none that can be relied upon. */
  readonly etag: string | null
  /** Empties it and notes which version comes now. */
  restart(etag: string | null): Promise<void>
  append(chunk: Uint8Array): Promise<void>
  /** Waits until all of it is on the disk, then closes. */
  finish(): Promise<void>
  close(): Promise<void>
}

export interface OpenPart {
  readonly files: ModelFiles
  /** What the finished file has to hash to; bytes meant for another are thrown away. */
  readonly sha256: string
  readonly bytes: number
  readonly signal: AbortSignal | undefined
  readonly onBytes: (bytes: number) => void
}

/** Opens what is left of an earlier download, or an empty one. @throws what the signal was aborted with, or the disk's error */
export async function openPart({ files, sha256, bytes, signal, onBytes }: OpenPart): Promise<Part> {
  const origin = await readOrigin(files.partOrigin)
  const there = (await sizeOf(files.part)) ?? 0
  const kept = origin?.sha256 === sha256 && there <= bytes ? there : 0
  let print = createFingerprint()
  await addFile(print, files.part, { bytes: kept, signal, onBytes })
  const file = await open(files.part, constants.O_WRONLY | constants.O_CREAT, 0o600)
  let etag = kept > 0 ? (origin?.etag ?? null) : null
  const restart = async (version: string | null): Promise<void> => {
    etag = version
    print = createFingerprint()
    if ((await file.stat()).size > 0) await file.truncate(0)
    await writeFile(files.partOrigin, JSON.stringify({ sha256, etag }), { mode: 0o600 })
  }
  try {
    if (kept === 0) await restart(null)
  } catch (thrown) {
    await file.close()
    throw thrown
  }
  return {
    get print() {
      return print
    },
    get etag() {
      return etag
    },
    restart,
    async append(chunk) {
      const at = print.bytes
      for (let done = 0; done < chunk.byteLength; ) done += (await file.write(chunk, done, chunk.byteLength - done, at + done)).bytesWritten
      print.add(chunk)
    },
    async finish() {
      await file.sync()
      await file.close()
    },
    close: () => file.close(),
  }
}

async function readOrigin(path: string): Promise<z.infer<typeof originSchema> | null> {
  try {
    return originSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null // bytes that nobody vouches for are fetched again
  }
}
