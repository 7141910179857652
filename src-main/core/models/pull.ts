import { mkdir, open, rename, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { DiskTrouble, fetchMore, OtherFile, type GuardedFetch, type Trouble } from './download.ts'
import { forget, noteVerified, sizeOf, type ModelFiles } from './folder.ts'
import type { Model } from './manifest.ts'
import { openPart, type Part } from './part.ts'

const MIB = 1024 * 1024
/** Left free beside the model, so that notes can still be written. */
const RESERVE_BYTES = 256 * MIB
/** Tries in a row that bring nothing new. */
const FRUITLESS_TRIES = 5
const FIRST_PAUSE_MS = 250

/** What the world outside gives; tests give their own. */
export interface World {
  /** Free bytes where a folder is. */
  freeBytes(dir: string): Promise<number>
  /** @throws what the signal was aborted with */
  pause(ms: number, signal: AbortSignal | undefined): Promise<void>
}

export interface Pull {
  readonly model: Model
  readonly files: ModelFiles
  readonly fetch: GuardedFetch
  readonly signal: AbortSignal | undefined
  readonly world: World
  readonly onProgress: (step: 'checking' | 'downloading', bytes: number) => void
}

/**
 * Brings the model's file into the folder, going on where an earlier pull ended. The file has its name only once all of it
 * is on the disk and was found to be the published one.
 * @throws Failure CANCELLED and DOWNLOAD_FAILED (unreachable, silent, dropped, server: what came so far is kept), DOWNLOAD_FAILED
 * (refused, wrong-file), DISK_FULL, EGRESS_DENIED
 */
export async function pullModel(pull: Pull): Promise<void> {
  const { model, files, signal, onProgress } = pull
  await mkdir(dirname(files.file), { recursive: true, mode: 0o700 })
  let part: Part | null = null
  try {
    part = await openPart({ files, sha256: model.sha256.value, bytes: model.bytes, signal, onBytes: (bytes) => onProgress('checking', bytes) })
    const free = await pull.world.freeBytes(dirname(files.file))
    if (free < model.bytes - part.print.bytes + RESERVE_BYTES) throw new Failure('DISK_FULL', {})
    await fetchAll(part, pull)
    await part.finish()
    if ('problem' in part.print.compare(model) || (await sizeOf(files.part)) !== model.bytes) throw new OtherFile()
  } catch (thrown) {
    await part?.close().catch(() => undefined)
    if (signal?.aborted === true) throw new Failure('CANCELLED', {}, { cause: thrown })
    if (thrown instanceof OtherFile) {
      await forget([files.part, files.partOrigin])
      throw new Failure('DOWNLOAD_FAILED', { reason: 'wrong-file' })
    }
    if (isFull(thrown instanceof DiskTrouble ? thrown.cause : thrown)) {
      // A full disk stops notes from being saved, so the bytes are given back.
      await forget([files.part, files.partOrigin])
      throw new Failure('DISK_FULL', {}, { cause: thrown })
    }
    throw thrown
  }
  await forget([files.verified])
  await rename(files.part, files.file)
  await forget([files.partOrigin])
  await syncFolder(dirname(files.file))
  await noteVerified(files, model)
}

async function fetchAll(part: Part, { model, fetch, signal, world, onProgress }: Pull): Promise<void> {
  let furthest = part.print.bytes
  for (let fruitless = 0; part.print.bytes < model.bytes; ) {
    const trouble: Trouble | null = await fetchMore({ model, part, fetch, signal, onBytes: (bytes) => onProgress('downloading', bytes) })
    if (trouble === null) continue
    fruitless = part.print.bytes > furthest ? 0 : fruitless + 1
    furthest = Math.max(furthest, part.print.bytes)
    if (fruitless >= FRUITLESS_TRIES) throw new Failure('DOWNLOAD_FAILED', { reason: trouble })
    await world.pause(FIRST_PAUSE_MS * 2 ** fruitless, signal)
  }
}

const isFull = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT' || thrown.code === 'EFBIG')

/** So that the new name outlives a power cut. Folders cannot be opened everywhere, and then it is the system's business. */
async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

export const realWorld: World = {
  async freeBytes(dir) {
    const { bavail, bsize } = await statfs(dir)
    return bavail * bsize
  },
  pause: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer)
        reject(new Failure('CANCELLED', {}))
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }, ms)
      signal?.addEventListener('abort', stop, { once: true })
      if (signal?.aborted === true) stop()
    }),
}
