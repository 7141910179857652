import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { recordingIdSchema, type RecordingId } from '../../../src-shared/domain/ids.ts'
import type { RecordingMode } from '../../../src-shared/domain/settings.ts'
import { AUDIO, folderOf, JOURNAL, partName, SEALED_KEY, type LockFolder } from './folder.ts'
import { readJournal } from './journal.ts'
import { readPart, samplesWithin } from './part-file.ts'
import type { SoundBlock } from './timeline.ts'

/** How soon sound that reached the disk is seen, and how soon the end is. */
const LOOK_EVERY_MS = 100
const LOOKS_PER_PROBE = 4

/** A recording that another process makes just now, as it grows on the disk: the sound goes from process to process in no other way. */
export interface GrowingRecording {
  readonly id: RecordingId
  readonly startedAt: number
  readonly channels: 1 | 2
  readonly title: string | undefined
  readonly participants: readonly string[]
  readonly mode: RecordingMode
  /** 32 bytes; zeroed by `close`. */
  readonly key: Uint8Array
  /**
   * From a time on, then as it comes; ends when nobody writes it any more and all of it was read. Once only.
   * @throws the signal's reason
   */
  blocks(fromMs: number, signal: AbortSignal): AsyncGenerator<SoundBlock>
  recordedMs(): number
  /** Resolves when nobody writes it any more. @throws the signal's reason */
  over(signal: AbortSignal): Promise<void>
  close(): void
}

interface FollowOptions {
  readonly dir: string
  readonly lock: LockFolder
  readonly openSeal: (sealed: Uint8Array) => Uint8Array
}

/** @returns null where no recording of that id is being made, or its key cannot be opened */
export async function followRecording(id: RecordingId, { dir, lock, openSeal }: FollowOptions): Promise<GrowingRecording | null> {
  const folder = folderOf(dir, id)
  if (!isHeld(folder, lock)) return null
  const key = await readFile(join(folder, SEALED_KEY)).then(openSeal, () => null).catch(() => null)
  if (key?.length !== 32) return null
  const head = (await readJournal(join(folder, JOURNAL), id, key)).find(({ kind }) => kind === 'head')
  const path = join(folder, partName(1))
  if (head?.kind !== 'head' || !existsSync(path)) {
    key.fill(0)
    return null
  }
  const { startedAt, channels, title, participants, mode } = head
  let isOver = false
  let looks = 0
  const look = async (signal: AbortSignal): Promise<void> => {
    await setTimeout(LOOK_EVERY_MS, undefined, { signal })
    if (++looks % LOOKS_PER_PROBE === 0) isOver ||= !isHeld(folder, lock)
  }
  return {
    id,
    startedAt,
    channels,
    title,
    participants,
    mode,
    key,
    async *blocks(fromMs, signal) {
      let firstSample = Math.round(fromMs * 16)
      // Told that it is over, it looks once more: the last chunk may have come in between.
      const more = async (): Promise<boolean> => {
        if (isOver) return false
        await look(signal)
        return true
      }
      for await (const block of readPart(path, { recordingId: id, part: 1, channels, firstSample: 0 }, key, { fromSample: firstSample, more })) {
        signal.throwIfAborted()
        yield { firstSample, channels: block }
        firstSample += block[0]?.length ?? 0
      }
    },
    recordedMs: () => samplesWithin(statSync(path).size, channels) / 16,
    async over(signal) {
      while (!isOver) await look(signal)
    },
    close: () => void key.fill(0),
  }
}

/** Recordings that other processes make just now. */
export function recordingsUnderWay({ dir, lock }: Pick<FollowOptions, 'dir' | 'lock'>): RecordingId[] {
  return namesIn(join(dir, AUDIO)).flatMap((name) => {
    const id = recordingIdSchema.safeParse(name)
    return id.success && isHeld(folderOf(dir, id.data), lock) ? [id.data] : []
  })
}

/** Looking takes the lock for a moment: a recording takes its own before it is seen here. */
function isHeld(folder: string, lock: LockFolder): boolean {
  if (!existsSync(join(folder, SEALED_KEY))) return false
  const held = lock(folder)
  held?.release()
  return held === null
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // no recording was ever made
  }
}
