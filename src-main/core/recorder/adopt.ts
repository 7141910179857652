import { existsSync, readdirSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { recordingIdSchema, type RecordingId } from '../../../src-shared/domain/ids.ts'
import { gapSchema, type Gap } from '../../../src-shared/domain/recorder.ts'
import type { RecordingMode } from '../../../src-shared/domain/settings.ts'
import { failedWith } from '../../../src-shared/errors/failure.ts'
import { AUDIO, folderOf, JOURNAL, partName, SEALED_KEY, type LockFolder } from './folder.ts'
import { readJournal, type JournalRecord } from './journal.ts'
import { settlePart, type PartEnd } from './part-file.ts'

/** A recording that was made, or cut off, and that no note knows yet. */
export interface FoundRecording {
  readonly id: RecordingId
  /** 32 bytes, zeroed when `keep` has returned. */
  readonly key: Uint8Array
  readonly startedAt: number
  readonly channels: 1 | 2
  readonly title: string | undefined
  readonly participants: readonly string[]
  readonly mode: RecordingMode
  readonly part: PartEnd
  readonly gaps: readonly Gap[]
  /** Milliseconds. */
  readonly marks: readonly number[]
  /**
   * `stopped`: as its journal says. `cut-off`: nobody stopped it; all that reached the disk is here. `tampered`: less is here than was
   * recorded, and no crash does that; what is here is whole.
   */
  readonly ending: 'stopped' | 'cut-off' | 'tampered'
}

export interface AdoptOptions {
  readonly dir: string
  readonly lock: LockFolder
  /** Recordings that a note has whole. */
  readonly known: ReadonlySet<string>
  readonly openSeal: (sealed: Uint8Array) => Uint8Array
  /** Makes a note of it. The sealed key is destroyed when it has resolved, and not before. */
  readonly keep: (found: FoundRecording) => Promise<void>
}

/**
 * Takes up every recording that lies in the data directory without a note, and is not being made just now. A kill at any moment leaves
 * it where the next call finds it. One that cannot be opened is left as it is: it may be somebody's only copy.
 * @returns those whose key could not be opened, or that are no recordings
 * @throws whatever `keep` throws
 */
export async function adoptRecordings({ dir, lock, known, openSeal, keep }: AdoptOptions): Promise<{ unreadable: number }> {
  let unreadable = 0
  for (const name of waitingIn(dir)) {
    const id = recordingIdSchema.safeParse(name)
    const held = id.success ? lock(folderOf(dir, id.data)) : null
    if (!id.success || held === null) continue
    try {
      if (!known.has(id.data) && !(await adoptOne(dir, id.data, openSeal, keep))) unreadable++
      else await destroySealedKey(join(folderOf(dir, id.data), SEALED_KEY))
    } finally {
      held.release()
    }
  }
  return { unreadable }
}

/** Whether a folder may hold sound that no note knows yet. */
export const mayBeAdopted = (folder: string): boolean => existsSync(join(folder, SEALED_KEY))

async function adoptOne(dir: string, id: RecordingId, openSeal: AdoptOptions['openSeal'], keep: AdoptOptions['keep']): Promise<boolean> {
  const folder = folderOf(dir, id)
  const key = await keyOf(join(folder, SEALED_KEY), openSeal)
  // Cut off while it began: the part's name comes after the key, so there is no sound.
  if (key === null) return existsSync(join(folder, partName(1))) ? false : removed(folder)
  try {
    const records = await readJournal(join(folder, JOURNAL), id, key)
    const head = records.find((record) => record.kind === 'head')
    // Its file is made before sound is taken: where it is missing from a recording that was stopped, somebody took it.
    if (!existsSync(join(folder, partName(1)))) return records.some(({ kind }) => kind === 'end') ? false : await removed(folder)
    if (head === undefined) return false
    const { rest, ...part } = await settlePart(join(folder, partName(1)), { recordingId: id, part: 1, channels: head.channels, firstSample: 0 }, key)
    const ending = endingOf(records, part, rest)
    if (part.chunks === 0 && ending !== 'tampered') return await removed(folder)
    const gaps = records.flatMap(({ kind, ...gap }) => (kind === 'gap' ? [gapSchema.parse(gap)] : []))
    const marks = records.flatMap((record) => (record.kind === 'mark' ? [record.atMs] : []))
    const { startedAt, channels, title, participants, mode } = head
    await keep({ id, key, part, ending, startedAt, channels, title, participants, mode, gaps, marks })
    return true
  } catch (thrown) {
    if (failedWith(thrown, 'STORE_DAMAGED') && thrown.params.part === 'audio') return false
    throw thrown
  } finally {
    key.fill(0)
  }
}

function endingOf(records: readonly JournalRecord[], part: PartEnd, rest: 'none' | 'torn' | 'damaged'): FoundRecording['ending'] {
  const end = records.find((record) => record.kind === 'end')
  if (end === undefined) return rest === 'damaged' ? 'tampered' : 'cut-off'
  return end.chunks === part.chunks && end.lastTag === part.lastTag && rest === 'none' ? 'stopped' : 'tampered'
}

async function removed(folder: string): Promise<true> {
  await rm(folder, { recursive: true, force: true })
  return true
}

async function keyOf(path: string, openSeal: AdoptOptions['openSeal']): Promise<Uint8Array | null> {
  try {
    const key = openSeal(await readFile(path))
    return key.length === 32 ? key : null
  } catch {
    return null
  }
}

/** Overwritten first: a name that is gone is not yet gone from the disk. */
async function destroySealedKey(path: string): Promise<void> {
  if (!existsSync(path)) return
  const file = await open(path, 'r+')
  try {
    await file.write(Buffer.alloc((await file.stat()).size), 0)
    await file.sync()
  } finally {
    await file.close()
  }
  await rm(path, { force: true })
}

function waitingIn(dir: string): string[] {
  try {
    return readdirSync(join(dir, AUDIO)).filter((name) => mayBeAdopted(join(dir, AUDIO, name)))
  } catch {
    return [] // no recording was ever made
  }
}
