import type { Gap, RecordedSide, RecorderState, SoundProblem } from '../../../../src-shared/domain/recorder.ts'
import type { RecordingMode } from '../../../../src-shared/domain/settings.ts'
import type { SoundFrame } from '../../../../src-shared/wire/sound.ts'
import type { RecordingSession } from '../../../core/recorder/index.ts'
import type { Elapsed } from './elapsed.ts'
import { Levels, SIDES } from './levels.ts'
import { Pace, type Missing } from './pace.ts'
import { SourceClock } from './source-clock.ts'
import { Stoppage, type Silence } from './stoppage.ts'

/** What is missing for longer is told and not written as silence: nobody wants an hour of it. */
const LONGEST_SILENCE_MS = 120_000
/** Loss by the source's own count that can be no count. */
const LONGEST_JUMP = LONGEST_SILENCE_MS * 16

/** What was captured so soon after the computer slept may have been on its way before: what is missing after that has another reason. */
const WOKEN_MS = 5_000

type Shown = Exclude<RecorderState, { state: 'idle' }>

interface RecordingOptions {
  readonly session: RecordingSession
  readonly channels: 1 | 2
  readonly mode: RecordingMode
  readonly startedAt: number
  readonly elapsed: Elapsed
}

/** One recording under way: brings what comes into the recording's own time, and notes whatever is missing in it. */
export class Recording {
  readonly session: RecordingSession
  readonly channels: 1 | 2
  readonly mode: RecordingMode
  problem: SoundProblem | null = null
  lowDisk: { readonly minutes: number; readonly atMs: number } | null = null
  readonly #startedAt: number
  readonly #elapsed: Elapsed
  readonly #clock: SourceClock
  readonly #levels: Levels
  readonly #pace = new Pace()
  readonly #stoppage = new Stoppage()
  readonly #muted = new Set<RecordedSide>()
  readonly #gaps: Gap[] = []
  readonly #marks: number[] = []
  /** Samples of the recording so far; what its source counts lies so far from that. */
  #end = 0
  #offset = 0
  /** How the next sound follows: `on` what came last, as after a pause, or from a source that has begun `anew`. */
  #next: 'counted' | 'on' | 'anew' = 'anew'
  #hasSound = false
  #isStalled = false
  /** When the computer last slept, as far as is known. */
  #sleptAt: number | null = null
  /** From when to when nothing is wanted; kept until sound from after it has come. */
  #pause: { readonly from: number; to: number | null } | null = null

  constructor({ session, channels, mode, startedAt, elapsed }: RecordingOptions) {
    this.session = session
    this.channels = channels
    this.mode = mode
    this.#startedAt = startedAt
    this.#elapsed = elapsed
    this.#clock = new SourceClock(elapsed)
    this.#levels = new Levels(channels)
  }

  get isPaused(): boolean {
    return this.#pause !== null && this.#pause.to === null
  }

  /** Another source follows: what is missing before its first sound is seen by the clock. */
  expectAnew(): void {
    this.#next = 'anew'
    this.#clock.expectAnew()
  }

  /** The microphone has stopped, or is there again; in order with the sound. */
  microphone(isStopped: boolean): void {
    this.#stoppage.tell(isStopped)
  }

  /** @param came when. @throws Failure DISK_FULL */
  async hear({ firstSample, capturedMs, channels }: SoundFrame, came: number): Promise<void> {
    const length = channels[0]?.length ?? 0
    if (length === 0) return
    // Its last sample is the one that the clock is looked at for.
    const { at: now, slept } = this.#clock.heard(capturedMs === undefined ? undefined : capturedMs + length / 16, came)
    if (slept) this.slept()
    const place = this.#besidePause(now, length / 16)
    if (place === 'in') return
    if (this.#next === 'anew') await this.#join(now, length)
    if (this.#next !== 'counted' || Math.abs(firstSample + this.#offset - this.#end) > LONGEST_JUMP) this.#offset = this.#end - firstSample
    this.#next = 'counted'
    this.#hasSound = true
    this.#isStalled = false

    const first = firstSample + this.#offset
    const lost = first - this.#end
    // The session writes silence for it and says so itself.
    if (lost > 0) this.#gaps.push({ atMs: Math.round(this.#end / 16), ms: Math.round(lost / 16), reason: 'lost' })
    this.#end = Math.max(this.#end, first + length)
    const heard = channels.map((samples, index) => (this.#isMuted(index) ? new Int16Array(samples.length) : samples))
    this.#levels.hear(heard)
    // What was on its way when a pause began is late by the pause, once that is told.
    const missing = place === 'before' && !this.isPaused ? null : this.#pace.heard(now, this.#end / 16, length / 16)
    const pushed = this.session.push({ firstSample: first, channels: heard })
    if (missing !== null) await this.#tellMissing(missing)
    const silence = this.#stoppage.hear(first, channels[0] ?? new Int16Array())
    if (silence !== null) await this.#tellSilence(silence)
    if (!this.#pace.isSettling && now - (this.#sleptAt ?? now) > WOKEN_MS) this.#sleptAt = null
    await pushed
  }

  /** Looks at the clock, a few times a second. */
  tick(): void {
    this.#isStalled = !this.isPaused && this.#pace.isStalled(this.#elapsed.now())
    if (this.#isStalled) this.#levels.still()
  }

  /** The computer sleeps, or has slept. */
  slept(): void {
    if (!this.isPaused) this.#sleptAt = this.#elapsed.now()
  }

  /** What was heard until now is still taken when it comes. */
  pause(): void {
    if (this.isPaused) return
    if (this.#pause !== null && this.#next === 'counted') this.#next = 'on'
    this.#pause = { from: this.#elapsed.now(), to: null }
    this.#levels.still()
  }

  /** @param now when that was wanted */
  async resume(now: number): Promise<void> {
    if (this.#pause === null || this.#pause.to !== null) return
    this.#pause.to = now
    this.#pace.resume(now)
    await this.#tell({ atMs: this.session.recordedMs, ms: Math.round(now - this.#pause.from), reason: 'paused' })
  }

  mute(side: RecordedSide, isMuted: boolean): void {
    if (isMuted) this.#muted.add(side)
    else this.#muted.delete(side)
  }

  async mark(): Promise<void> {
    this.#marks.push(this.session.recordedMs)
    await this.session.mark()
  }

  /** @param at when that was wanted. @returns how much is on the disk, milliseconds. @throws Failure DISK_FULL */
  async stop(at: number): Promise<number> {
    const silence = this.#pace.silence(at)
    const isStalled = !this.isPaused && this.#pace.isStalled(at)
    if (this.#pause !== null && this.#pause.to === null) {
      const pause: Gap = { atMs: this.session.recordedMs, ms: Math.round(at - this.#pause.from), reason: 'paused' }
      await this.#tell(pause).catch(() => undefined)
    }
    const silent = this.#stoppage.end()
    // Where telling fails, the session's own end says why.
    if (silent !== null) await this.#tellSilence(silent).catch(() => undefined)
    const missing = this.#pace.conclude()
    if (missing !== null) await this.#tellMissing(missing).catch(() => undefined)
    if (isStalled) await this.#tellMissing({ atMs: this.session.recordedMs, ms: silence }).catch(() => undefined)
    const { samples } = await this.session.stop()
    return Math.floor(samples / 16)
  }

  show(isStopping: boolean): Shown {
    const { recordedMs } = this.session
    return {
      state: isStopping ? 'stopping' : this.isPaused ? 'paused' : 'recording',
      recordingId: this.session.id,
      startedAt: this.#startedAt,
      recordedMs,
      channels: this.channels,
      mode: this.mode,
      source: !this.#hasSound ? 'waiting' : this.#isStalled || this.#next === 'anew' ? 'lost' : 'live',
      problem: this.problem,
      levels: this.#levels.now,
      muted: [...this.#muted],
      silentSide: this.problem === 'no-computer-sound' || this.problem === 'microphone-stopped' ? null : this.#levels.silentSide(this.#muted),
      quietMs: this.#levels.quietMs,
      lowDiskMinutes: this.lowDisk === null ? null : Math.max(0, this.lowDisk.minutes - Math.floor((recordedMs - this.lowDisk.atMs) / 60_000)),
      gaps: [...this.#gaps],
      marks: [...this.#marks],
    }
  }

  /** Where sound lies that was heard up to `now`: what began before Pause was pressed belongs to what was wanted. */
  #besidePause(now: number, ms: number): 'before' | 'in' | 'after' {
    const pause = this.#pause
    if (pause === null) return 'after'
    if (now - ms < pause.from) return 'before'
    if (pause.to === null || now <= pause.to) return 'in'
    this.#pause = null
    if (this.#next === 'counted') this.#next = 'on'
    return 'after'
  }

  #isMuted(index: number): boolean {
    const side = SIDES[index]
    return side !== undefined && this.#muted.has(side)
  }

  /** A source has begun anew: what went by before its first sound is silence, or a gap that is told. */
  async #join(now: number, length: number): Promise<void> {
    const ms = this.#pace.missingBefore(now, this.#end / 16, length / 16)
    if (ms === 0) return
    if (this.#sleptAt !== null || ms > LONGEST_SILENCE_MS) {
      return this.#tell({ atMs: Math.round(this.#end / 16), ms, reason: this.#sleptAt === null ? 'device' : 'slept' })
    }
    this.#gaps.push({ atMs: Math.round(this.#end / 16), ms, reason: 'lost' })
    await this.session.gap('lost', ms)
    // In the recording's own count, after what came before: no jump, so nothing is told twice.
    const silent = ms * 16
    for (let left = silent; left > 0; left -= 16_000) {
      const samples = Math.min(left, 16_000)
      await this.session.push({ firstSample: this.#end, channels: Array.from({ length: this.channels }, () => new Int16Array(samples)) })
      this.#end += samples
    }
  }

  #tellMissing({ atMs, ms }: Missing): Promise<void> {
    return this.#tell({ atMs: Math.round(atMs), ms: Math.round(ms), reason: this.#sleptAt === null ? 'device' : 'slept' })
  }

  /** It is in the recording, so no time is missing. */
  async #tellSilence({ from, to }: Silence): Promise<void> {
    const gap = { atMs: Math.round(from / 16), ms: Math.round((to - from) / 16) }
    this.#gaps.push({ ...gap, reason: 'lost' })
    await this.session.gap('lost', gap.ms, gap.atMs)
  }

  async #tell(gap: Gap): Promise<void> {
    this.#gaps.push(gap)
    this.#pace.tell(gap.ms)
    await this.session.gap(gap.reason, gap.ms, gap.atMs)
  }
}
