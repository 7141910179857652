import { Failure, toFailure } from '../../../../src-shared/errors/failure.ts'
import { recordingIdSchema, type RecordingId } from '../../../../src-shared/domain/ids.ts'
import type { RecordedSide, RecorderState } from '../../../../src-shared/domain/recorder.ts'
import type { RecordingMode } from '../../../../src-shared/domain/settings.ts'
import { recordingPublicKeyOf } from '../../../core/keys/index.ts'
import { lockDirectory } from '../../../core/owner/index.ts'
import { systemIds } from '../../../core/platform/index.ts'
import type { SoundFrame } from '../../../../src-shared/wire/sound.ts'
import { beginRecording, type RecordingOptions, type RecordingSession } from '../../../core/recorder/index.ts'
import { createElapsed, type Elapsed } from './elapsed.ts'
import { Recording } from './recording.ts'
import { openSoundLine, type SoundLine, type SoundWire } from './sound-line.ts'

export interface RecorderOptions {
  /** The data directory. This process owns it. */
  readonly dir: string
  /** Has sound captured, and ends that; where the page itself does it, nothing. */
  readonly capture?: { open(channels: 1 | 2): void; close(): void }
  /** Lets whoever captures hear what the computer plays; gives back what ends that. */
  readonly output?: () => Promise<(() => Promise<void>) | null>
  /** Tests hold these still. */
  readonly elapsed?: Elapsed
  readonly now?: () => number
  readonly begin?: (options: RecordingOptions) => Promise<RecordingSession>
}

export interface RecorderStart {
  readonly channels: 1 | 2
  readonly mode?: RecordingMode | undefined
  readonly microphone?: string | undefined
}

export interface RecorderDesk {
  readonly state: RecorderState
  /** Called after every change, and about ten times a second while recording. @returns ends that */
  onChange(listener: () => void): () => void
  /** @throws Failure RECORDING_UNDER_WAY, STORE_MISSING, LOCKED (before the very first unlocking), DISK_FULL */
  start(wanted: RecorderStart): Promise<RecordingId>
  pause(): void
  resume(): Promise<void>
  mute(side: RecordedSide, isMuted: boolean): void
  mark(): Promise<void>
  recapture(): void
  stop(): Promise<void>
  /** Somebody who captures sound has come; the one before has to go. */
  attach(wire: SoundWire): void
  /** The computer goes to sleep, or has woken. */
  slept(): void
  /** Stops what is under way, as `stop` does, and takes nothing more. */
  close(): Promise<void>
}

const TICK_MS = 100
/** Where nobody has come to capture sound after so long, nobody will without being asked again. */
const CAPTURE_MS = 6_000
/** Whoever captures may come a little before it is said that there is something to record. */
const EARLY_MS = 10_000

interface Current {
  readonly recording: Recording
  readonly wanted: RecorderStart
  stopping: Promise<void> | null
}

/**
 * Where recordings are made: in the process that stays while the store is locked. It knows a public key and the recording's own, and
 * never what a note says (docs/decisions/0022, 0023).
 */
export function createRecorderDesk(options: RecorderOptions): RecorderDesk {
  const { dir, capture, output, elapsed = createElapsed(), now = Date.now, begin = beginRecording } = options
  const ids = systemIds()
  const listeners = new Set<() => void>()
  let current: Current | null = null
  let starting: Promise<unknown> | null = null
  let last: Extract<RecorderState, { state: 'idle' }>['last'] = null
  let line: SoundLine | null = null
  /** Everything that comes, one thing after the other, whichever line it came by. */
  let hearing: Promise<void> = Promise.resolve()
  let expectedSince = 0
  let ticking: NodeJS.Timeout | undefined
  let isClosed = false
  let hideOutput: (() => Promise<void>) | null = null

  const changed = (): void => {
    for (const listener of listeners) listener()
  }

  const tick = (): void => {
    if (current === null) return
    const { recording } = current
    recording.tick()
    if (line === null && recording.problem === null && elapsed.now() - expectedSince > CAPTURE_MS) recording.problem = 'capture-closed'
    changed()
  }

  const askForCapture = (channels: 1 | 2): void => {
    expectedSince = elapsed.now()
    capture?.open(channels)
  }

  const endCapture = (): void => {
    line?.end()
    line = null
    capture?.close()
    void hideOutput?.()
    hideOutput = null
  }

  const finish = async (ending: Current, failedBy: Failure | null): Promise<void> => {
    const { recording } = ending
    const at = elapsed.now()
    clearInterval(ticking)
    changed()
    if (failedBy === null) await line?.finish()
    endCapture()
    let failure = failedBy
    let recordedMs: number | null = null
    await hearing
    try {
      recordedMs = await recording.stop(at)
    } catch (thrown) {
      failure ??= toFailure(thrown)
    }
    const endedBy = failure === null ? 'stopped' : failure.code === 'DISK_FULL' ? 'disk-full' : 'failed'
    last = { recordingId: recording.session.id, recordedMs: recordedMs ?? recording.session.storedMs, endedBy }
    current = null
    changed()
  }
  /** @param failure why it cannot go on, if it is not because somebody wants it */
  const end = (ending: Current, failure: Failure | null = null): Promise<void> =>
    (ending.stopping ??= Promise.resolve().then(() => finish(ending, failure)))

  const hear = (heard: Current, frame: SoundFrame): void => {
    const at = elapsed.now()
    hearing = hearing.then(() => heard.recording.hear(frame, at)).catch((thrown: unknown) => void end(heard, toFailure(thrown)))
  }
  const expectAnew = (recording: Recording): void => {
    hearing = hearing.then(() => recording.expectAnew())
  }

  const tellWanted = ({ recording, wanted: { channels, microphone } }: Current): void => {
    line?.say({ want: { channels, ...(microphone !== undefined && { microphone }) } })
    if (recording.isPaused) line?.say({ hold: true })
  }

  const startNow = async (wanted: RecorderStart): Promise<RecordingId> => {
    const { channels, mode = 'sound-and-text' } = wanted
    const id = recordingIdSchema.parse(ids.next())
    const [startedAt, from] = [now(), elapsed.now()]
    let recording: Recording | null = null
    if (channels === 2) hideOutput = (await output?.()) ?? null
    const session = await begin({
      dir,
      recordingPublicKey: recordingPublicKeyOf(dir),
      lock: lockDirectory,
      id,
      channels,
      mode,
      // Somebody may set the clock meanwhile.
      now: () => Math.round(startedAt + elapsed.now() - from),
      onLowDisk: (minutes) => {
        if (recording !== null) recording.lowDisk = { minutes, atMs: recording.session.recordedMs }
      },
    }).catch((thrown: unknown) => {
      endCapture()
      throw thrown
    })
    recording = new Recording({ session, channels, mode, startedAt, elapsed })
    const beginning: Current = { recording, wanted, stopping: null }
    current = beginning
    ticking = setInterval(tick, TICK_MS)
    if (line === null) askForCapture(channels)
    else tellWanted(beginning)
    changed()
    return id
  }

  const during = async (work: (recording: Recording) => void | Promise<void>): Promise<void> => {
    if (current === null || current.stopping !== null) return
    const { recording } = current
    try {
      await work(recording)
    } finally {
      changed()
    }
  }

  const stop = async (): Promise<void> => {
    await starting?.catch(() => undefined)
    if (current !== null) await end(current)
  }

  return {
    get state(): RecorderState {
      return current === null ? { state: 'idle', last } : current.recording.show(current.stopping !== null)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async start(wanted) {
      if (current !== null || starting !== null) throw new Failure('RECORDING_UNDER_WAY', {})
      if (isClosed) throw new Failure('CANCELLED', {})
      const started = startNow(wanted)
      starting = started
      try {
        return await started
      } finally {
        starting = null
      }
    },
    pause: () =>
      void during((recording) => {
        recording.pause()
        line?.say({ hold: true })
      }),
    resume: () =>
      during(async (recording) => {
        const at = elapsed.now()
        line?.say({ hold: false })
        // After what came before: some of that may belong before the pause.
        const resumed = hearing.then(() => recording.resume(at))
        hearing = resumed.catch(() => undefined)
        await resumed
      }),
    mute: (side, isMuted) => void during((recording) => recording.mute(side, isMuted)),
    mark: () => during((recording) => recording.mark()),
    recapture: () =>
      void during((recording) => {
        recording.problem = null
        askForCapture(recording.channels)
      }),
    stop,
    attach(wire) {
      line?.end()
      const mine: SoundLine = openSoundLine(wire, {
        channels: () => (line === mine && current !== null ? current.recording.channels : null),
        onSound(frame) {
          const heard = current
          if (heard !== null) hear(heard, frame)
          return hearing
        },
        onProblem(problem) {
          if (line !== mine) return
          void during((recording) => {
            recording.problem = problem
            hearing = hearing.then(() => recording.microphone(problem === 'microphone-stopped'))
          })
        },
        onClose() {
          if (line !== mine) return
          line = null
          void during((recording) => {
            expectAnew(recording)
            recording.problem = 'capture-closed'
          })
        },
      })
      line = mine
      if (current !== null && current.stopping === null) {
        expectAnew(current.recording)
        current.recording.problem = null
        tellWanted(current)
        changed()
        return
      }
      setTimeout(() => {
        if (line !== mine || current !== null) return
        line = null
        mine.end()
      }, EARLY_MS).unref()
    },
    slept: () => current?.recording.slept(),
    async close() {
      isClosed = true
      await stop()
      endCapture()
    },
  }
}
