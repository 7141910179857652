import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { RecordingId } from '../../../src-shared/domain/ids.ts'
import type { Recording } from '../../../src-shared/domain/recording.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { aeadOpen, aeadSeal } from '../keys/index.ts'
import { mayBeAdopted } from './adopt.ts'
import { writeExpiry } from './expiry.ts'
import { AUDIO, folderOf as folderIn, opusName, partName } from './folder.ts'
import { readOpusPart } from './opus-part.ts'
import { readPart, writePart, type PartEnd } from './part-file.ts'
import { shrinkPart } from './shrink.ts'

/**
 * Sound at rest: `audio/<recording>/` holds its parts, each recording under a random key of its own. The key is kept in the
 * database, wrapped by the store's audio key; without its row a folder is noise, and is removed.
 */
export interface Recordings {
  /**
   * Writes a whole recording as one part and brings it to the disk. Nothing is left when it fails.
   * @throws Failure DISK_FULL, CANCELLED, and whatever `blocks` throws
   */
  write(id: RecordingId, channels: number, blocks: AsyncIterable<readonly Int16Array[]>, signal?: AbortSignal): Promise<WrittenRecording>
  /**
   * A recording's sound from a time on, a second at a time, one array per channel.
   * @throws Failure STORE_DAMAGED (audio)
   */
  read(recording: Recording, fromMs?: number): AsyncGenerator<Int16Array[]>
  /** A recording's own key as the database keeps it. */
  wrapKey(id: RecordingId, key: Uint8Array): Uint8Array
  isThere(id: RecordingId): boolean
  /** Has its expiry stand in clear beside it, as the database says it. */
  sayExpiry(recording: Pick<Recording, 'id' | 'expiresAt'>): void
  /**
   * Writes a recording's parts again as Opus, beside what there is.
   * @returns what they must be
   * @throws Failure CANCELLED, DISK_FULL, STORE_DAMAGED (audio), WORKER_DIED
   */
  shrink(recording: Recording, signal?: AbortSignal): Promise<readonly PartEnd[]>
  /** Removes what a recording's parts were before they became small. */
  dropOriginals(recording: Pick<Recording, 'id' | 'parts'>): void
  /** Removes what `shrink` wrote. */
  dropCopies(recording: Pick<Recording, 'id' | 'parts'>): void
  /** Destroys a recording's files. Its key went with its row. */
  remove(id: RecordingId): void
  /** Removes the folders of recordings nobody knows: an import that was cut off, or a deletion. What may be adopted stays. */
  sweep(known: ReadonlySet<string>): void
}

export interface WrittenRecording {
  readonly wrappedKey: Uint8Array
  readonly parts: readonly PartEnd[]
  readonly samples: number
}

const boundTo = (id: RecordingId): Uint8Array => new TextEncoder().encode(`sotto-recording-key\0${id}`)

/** @param audioKey gives a copy of the key that wraps recordings' keys, the caller's to zero */
export function createRecordings({ dir, audioKey }: { dir: string; audioKey: () => Uint8Array }): Recordings {
  const folderOf = (id: RecordingId): string => folderIn(dir, id)
  // Again, where a thread that makes it small puts a file there just now.
  const remove = (id: RecordingId): void => rmSync(folderOf(id), { recursive: true, force: true, maxRetries: 3 })
  const withAudioKey = <T>(work: (key: Uint8Array) => T): T => {
    const key = audioKey()
    try {
      return work(key)
    } finally {
      key.fill(0)
    }
  }
  const wrapKey = (id: RecordingId, key: Uint8Array): Uint8Array => withAudioKey((wrap) => aeadSeal(wrap, key, boundTo(id)))

  return {
    wrapKey,

    async write(id, channels, blocks, signal) {
      const key = randomBytes(32)
      try {
        makeFolder(folderOf(id))
        const part = await writePart(join(folderOf(id), partName(1)), { recordingId: id, part: 1, channels, firstSample: 0 }, key, {
          syncEach: false,
        })
        let end: PartEnd
        try {
          for await (const block of blocks) {
            if (signal?.aborted === true) throw new Failure('CANCELLED', {})
            await part.append(block)
          }
          end = await part.finish()
        } catch (thrown) {
          await part.abandon().catch(() => undefined)
          throw thrown
        }
        return { wrappedKey: wrapKey(id, key), parts: [end], samples: end.samples }
      } catch (thrown) {
        remove(id)
        throw thrown
      } finally {
        key.fill(0)
      }
    },

    async *read({ id, channels, wrappedKey, parts }, fromMs = 0) {
      const key = withAudioKey((wrap) => unwrapped(wrap, wrappedKey, id))
      try {
        let firstSample = 0
        const from = Math.round(fromMs * 16)
        for (const [index, end] of parts.entries()) {
          const fromSample = Math.max(0, from - firstSample)
          if (fromSample < end.samples) {
            const place = { recordingId: id, part: index + 1, channels, firstSample }
            const sound = (name: string): string => join(folderOf(id), name)
            if (end.codec === 'opus') yield* readOpusPart(sound(opusName(index + 1)), place, key, end, fromSample)
            else yield* readPart(sound(partName(index + 1)), place, key, { end, fromSample })
          }
          firstSample += end.samples
        }
      } finally {
        key.fill(0)
      }
    },

    remove,
    async shrink({ id, channels, wrappedKey, parts }, signal) {
      const shrunk: PartEnd[] = []
      let firstSample = 0
      for (const [index, end] of parts.entries()) {
        const key = withAudioKey((wrap) => unwrapped(wrap, wrappedKey, id))
        const place = { recordingId: id, part: index + 1, channels, firstSample }
        const [from, to] = [join(folderOf(id), partName(index + 1)), join(folderOf(id), opusName(index + 1))]
        try {
          shrunk.push(end.codec === 'opus' ? end : await shrinkPart({ from, to, place, key, end }, signal))
        } finally {
          key.fill(0)
        }
        firstSample += end.samples
      }
      return shrunk
    },

    dropOriginals({ id, parts }) {
      parts.forEach(({ codec }, index) => {
        if (codec === 'opus') rmSync(join(folderOf(id), partName(index + 1)), { force: true })
      })
    },

    dropCopies({ id, parts }) {
      parts.forEach(({ codec }, index) => {
        if (codec !== 'opus') rmSync(join(folderOf(id), opusName(index + 1)), { force: true })
      })
    },

    sayExpiry({ id, expiresAt }) {
      if (existsSync(folderOf(id))) writeExpiry(dir, id, expiresAt)
    },

    isThere: (id) => existsSync(folderOf(id)),

    sweep(known) {
      for (const name of foldersIn(join(dir, AUDIO))) {
        const folder = folderIn(dir, name)
        if (!known.has(name) && !mayBeAdopted(folder)) rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

function unwrapped(wrap: Uint8Array, wrappedKey: Uint8Array, id: RecordingId): Uint8Array {
  try {
    return aeadOpen(wrap, wrappedKey, boundTo(id))
  } catch (cause) {
    throw new Failure('STORE_DAMAGED', { part: 'audio' }, { cause })
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT'))
      throw new Failure('DISK_FULL', {}, { cause })
    throw cause
  }
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return [] // no recording was ever made
  }
}
