import { implement } from '@orpc/server'
import { recorderContract } from '../../../src-shared/contract/recorder.ts'
import { withDeclaredErrors } from '../../../src-shared/contract/failing.ts'
import { recordingIdSchema } from '../../../src-shared/domain/ids.ts'
import type { RecorderState } from '../../../src-shared/domain/recorder.ts'
import type { Failure } from '../../../src-shared/errors/failure.ts'

type Session = Exclude<RecorderState, { state: 'idle' }>

export const RECORDING_ID = recordingIdSchema.parse('01JD0V2M8C6Q0W6R1X3T5Z7B9D')

/** A recording under way as a window would see it a quarter of an hour in. */
export const session = (more: Partial<Session> = {}): Session => ({
  state: 'recording',
  recordingId: RECORDING_ID,
  startedAt: 1_795_000_000_000,
  recordedMs: 872_000,
  channels: 2,
  mode: 'sound-and-text',
  source: 'live',
  problem: null,
  levels: [-12, -30],
  muted: [],
  silentSide: null,
  quietMs: 0,
  lowDiskMinutes: null,
  gaps: [],
  marks: [],
  ...more,
})

export const IDLE: RecorderState = { state: 'idle', last: null }

/**
 * A recorder whose state the test says, behind the real contract; it does by itself what a press of a button must change. Notes what
 * it was asked to do.
 */
export class FakeRecorder {
  state: RecorderState = IDLE
  readonly asked: string[] = []
  /** What the next start fails with. */
  refusal: Failure | null = null
  readonly #listeners = new Set<() => void>()

  readonly router = (() => {
    const contract = implement(recorderContract).use(async ({ next }) => withDeclaredErrors(next as () => Promise<never>)) // only errors are others
    const does = (what: string, change: (state: Session) => RecorderState) => () => {
      this.asked.push(what)
      if (this.state.state !== 'idle') this.becomes(change(this.state))
      return {}
    }
    return contract.router({
      watch: contract.watch.handler(({ signal }) => this.#states(signal)),
      start: contract.start.handler(({ input }) => {
        this.asked.push(`start ${input.channels}`)
        if (this.refusal !== null) throw this.refusal
        const { channels, mode } = input
        this.becomes(session({ channels, mode, recordedMs: 0, levels: channels === 2 ? [-100, -100] : [-100], source: 'waiting' }))
        return { recordingId: RECORDING_ID }
      }),
      pause: contract.pause.handler(does('pause', (state) => ({ ...state, state: 'paused' }))),
      resume: contract.resume.handler(does('resume', (state) => ({ ...state, state: 'recording' }))),
      mute: contract.mute.handler(({ input: { side, isMuted } }) => {
        const others = (muted: Session['muted']): Session['muted'] => muted.filter((one) => one !== side)
        return does(`mute ${side} ${String(isMuted)}`, (state) => ({ ...state, muted: [...others(state.muted), ...(isMuted ? [side] : [])] }))()
      }),
      mark: contract.mark.handler(does('mark', (state) => ({ ...state, marks: [...state.marks, state.recordedMs] }))),
      recapture: contract.recapture.handler(does('recapture', (state) => ({ ...state, source: 'live', problem: null }))),
      stop: contract.stop.handler(
        does('stop', ({ recordingId, recordedMs }) => ({ state: 'idle', last: { recordingId, recordedMs, endedBy: 'stopped' } })),
      ),
    })
  })()

  becomes(state: RecorderState): void {
    this.state = state
    for (const listener of this.#listeners) listener()
  }

  /** How many follow it now. */
  get followers(): number {
    return this.#listeners.size
  }

  async *#states(signal: AbortSignal | undefined): AsyncGenerator<RecorderState> {
    let wake: () => void = () => undefined
    const listener = (): void => wake()
    this.#listeners.add(listener)
    signal?.addEventListener('abort', listener, { once: true })
    try {
      for (let said: RecorderState | null = null; signal?.aborted !== true; ) {
        const changed = new Promise<void>((resolve) => (wake = resolve))
        if (said !== this.state) yield (said = this.state)
        else await changed
      }
    } finally {
      this.#listeners.delete(listener)
    }
  }
}
