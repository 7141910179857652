import { randomBytes } from 'node:crypto'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingId } from '../../../src-shared/domain/ids.ts'
import type { RecordingMode } from '../../../src-shared/domain/settings.ts'
import { sealTo } from '../keys/index.ts'
import { folderOf, JOURNAL, partName, SEALED_KEY, type LockFolder } from './folder.ts'
import { writeJournal, type GapReason, type Journal } from './journal.ts'
import { onFullDisk, SAMPLES_PER_LIVE_CHUNK, writePart, type PartEnd, type PartWriter } from './part-file.ts'
import { silenceOf, Timeline, type SoundBlock } from './timeline.ts'

export interface RecordingOptions {
  /** The data directory. */
  readonly dir: string
  /** What the recording's key is sealed to; nothing of the store has to be unlocked. */
  readonly recordingPublicKey: Uint8Array
  /** Shows others that this recording is being made, for as long as this process lives. */
  readonly lock: LockFolder
  readonly id: RecordingId
  /** 2: channel 0 is the microphone, channel 1 the far side. */
  readonly channels: 1 | 2
  readonly title?: string | undefined
  readonly participants?: readonly string[]
  /** What is to become of it, whoever takes it up; both are kept where nothing is said. */
  readonly mode?: RecordingMode | undefined
  readonly now: () => number
  /** Called once when the disk has room for less than {@link LOW_DISK_MINUTES} more. */
  readonly onLowDisk?: (minutesLeft: number) => void
}

/** A recording being made. What it was given is on the disk, encrypted, up to the last quarter of a second. */
export interface RecordingSession {
  readonly id: RecordingId
  /**
   * Takes sound, in order. Resolves at once while the disk keeps up; whoever waits for it is slowed down, and loses nothing.
   * @throws Failure DISK_FULL; what came before is kept, and `stop` is all that is left to do
   */
  push(block: SoundBlock): Promise<void>
  /** A muted channel is recorded as silence. */
  mute(channel: number, isMuted: boolean): void
  mark(): Promise<void>
  /**
   * Notes that nothing was taken: somebody paused it, the computer slept, a device was lost.
   * @param atMs where, if not at the end of what there is: that sound is missing can show after more has come
   */
  gap(reason: GapReason, ms: number, atMs?: number): Promise<void>
  readonly recordedMs: number
  /** How much of it has been written; all of it once it was stopped on a disk with room. */
  readonly storedMs: number
  /** Resolves when the last sound and the ending are on the disk; waits for nothing else. Calling it again is the same. */
  stop(): Promise<PartEnd>
}

/** So much may wait for the disk before the source has to. */
const BACKLOG_SAMPLES = 5 * 16_000
const LOW_DISK_MINUTES = 30
const CHUNKS_BETWEEN_LOOKS = 40

/** @throws Failure DISK_FULL; nothing has begun then */
export async function beginRecording(options: RecordingOptions): Promise<RecordingSession> {
  const { id, channels } = options
  const folder = folderOf(options.dir, id)
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(onFullDisk)
  const held = options.lock(folder)
  if (held === null) throw new Error('a recording is made once')
  const key = randomBytes(32)
  const opened = await openFiles(folder, key, options).catch(async (thrown: unknown) => {
    held.release()
    await rm(folder, { recursive: true, force: true })
    throw thrown
  })
  const { journal, part } = opened

  const timeline = new Timeline(channels)
  const muted = new Set<number>()
  let chunks = 0
  let warned = false
  let ended: Promise<PartEnd> | null = null
  let working: Promise<void> = Promise.resolve()

  /** One thing after the other; after a failure, nothing more. */
  const next = (work: () => Promise<void>): Promise<void> => {
    working = working.then(work)
    working.catch(() => undefined) // whoever pushes next, or stops, is told
    return working
  }
  const note = (atMs: number, reason: GapReason, ms: number): Promise<void> => next(() => journal.append({ kind: 'gap', atMs, ms, reason }))
  const lookAtDisk = async (): Promise<void> => {
    if (warned || chunks++ % CHUNKS_BETWEEN_LOOKS !== 0) return
    const { bavail, bsize } = await statfs(folder)
    const minutesLeft = Math.floor((bavail * bsize) / (channels * 2 * 16_000 * 60))
    if (minutesLeft >= LOW_DISK_MINUTES) return
    warned = true
    options.onLowDisk?.(minutesLeft)
  }
  const writeWholeChunks = (): void => {
    for (let chunk = timeline.take(SAMPLES_PER_LIVE_CHUNK); chunk !== null; chunk = timeline.take(SAMPLES_PER_LIVE_CHUNK)) {
      const whole = chunk
      void next(async () => {
        await part.append(whole)
        timeline.written(SAMPLES_PER_LIVE_CHUNK)
        await lookAtDisk()
      })
    }
  }

  const finish = async (): Promise<PartEnd> => {
    const rest = timeline.takeRest()
    if (rest !== null) {
      void next(async () => {
        await part.append(rest)
        timeline.written(timeline.waiting)
      })
    }
    const failed = await working.then(
      () => null,
      (thrown: unknown) => ({ thrown }),
    )
    try {
      const end = await part.finish()
      // On a full disk there may be no room for it: then the recording is taken up as one that was cut off, whole chunks and all.
      await journal.append({ kind: 'end', ...end })
      if (failed !== null) throw failed.thrown
      return end
    } finally {
      await journal.close()
      key.fill(0)
      held.release()
    }
  }

  return {
    id,
    async push(block) {
      if (ended !== null) return
      const taken = { ...block, channels: block.channels.map((samples, channel) => (muted.has(channel) ? silenceOf(samples.length) : samples)) }
      const atMs = timeline.endMs
      const lost = timeline.add(taken)
      if (lost > 0) void note(atMs, 'lost', Math.round(lost / 16))
      writeWholeChunks()
      if (timeline.waiting > BACKLOG_SAMPLES) await working
      else await Promise.race([working, Promise.resolve()])
    },
    mute: (channel, isMuted) => void (isMuted ? muted.add(channel) : muted.delete(channel)),
    async mark() {
      const atMs = timeline.endMs
      await next(() => journal.append({ kind: 'mark', atMs }))
    },
    gap: (reason, ms, atMs = timeline.endMs) => note(atMs, reason, ms),
    get recordedMs() {
      return timeline.endMs
    },
    get storedMs() {
      return timeline.endMs - Math.ceil(timeline.waiting / 16)
    },
    stop: () => (ended ??= finish()),
  }
}

async function openFiles(folder: string, key: Uint8Array, options: RecordingOptions): Promise<{ journal: Journal; part: PartWriter }> {
  const { id, channels, title, participants = [], mode = 'sound-and-text' } = options
  const sealedKey = await open(join(folder, SEALED_KEY), 'wx', 0o600).catch(onFullDisk)
  try {
    await sealedKey.writeFile(sealTo(options.recordingPublicKey, key)).catch(onFullDisk)
    await sealedKey.sync().catch(onFullDisk)
  } finally {
    await sealedKey.close()
  }
  const journal = await writeJournal(join(folder, JOURNAL), id, key)
  const people = [...participants]
  await journal.append({ kind: 'head', startedAt: options.now(), channels, participants: people, mode, ...(title === undefined ? {} : { title }) })
  const place = { recordingId: id, part: 1, channels, firstSample: 0 }
  const part = await writePart(join(folder, partName(1)), place, key, { syncEach: true, chunkSamples: SAMPLES_PER_LIVE_CHUNK })
  await syncFolder(folder)
  await syncFolder(join(folder, '..'))
  return { journal, part }
}

/** A file's name is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be synced there
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
