import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { encodeSound, recorderMessageSchema, type RecorderMessage } from '../../../../../src-shared/wire/sound.ts'
import type { SoundProblem } from '../../../../../src-shared/domain/recorder.ts'
import { createKeys } from '../../../../../src-main/core/keys/index.ts'
import { createRecorderDesk, type RecorderDesk, type RecorderOptions } from '../../../../../src-main/hosts/supervisor/recorder/desk.ts'
import { readRecorded } from '../../../../support/recorded.ts'

const FRAME_MS = 100

/** What captures sound, as the desk sees it: a wire, and a count of its own that begins with 0. */
export class FakeCapture {
  readonly told: RecorderMessage[] = []
  isOpen = true
  isPaused = false
  captured = 0
  /** When its clock said that it began; null: it has none. */
  clockMs: number | null = null
  /** What it still does when it hears that it is over. */
  atEnd = (): void => undefined
  #hear: (message: string | Uint8Array<ArrayBuffer>) => void = () => undefined
  #leave: () => void = () => undefined

  constructor(desk: RecorderDesk) {
    desk.attach({
      send: (message) => {
        const said = recorderMessageSchema.parse(JSON.parse(String(message)))
        this.told.push(said)
        if (!('end' in said)) return
        this.atEnd()
        this.leave()
      },
      close: () => this.leave(),
      onMessage: (listener) => (this.#hear = listener),
      onClose: (listener) => (this.#leave = listener),
      pause: () => (this.isPaused = true),
      resume: () => (this.isPaused = false),
    })
  }

  /** Half scale times `loud` on each side, so many milliseconds. */
  send(ms: number, loud: readonly number[]): void {
    const length = ms * 16
    const wave = (peak: number): Int16Array => Int16Array.from({ length }, (_, at) => ((this.captured + at) % 16 < 8 ? 1 : -1) * 16_384 * peak)
    this.say(encodeSound({ firstSample: this.captured, ...this.#captured(), channels: loud.map(wave) }))
    this.captured += length
  }

  #captured(): { capturedMs?: number } {
    return this.clockMs === null ? {} : { capturedMs: this.clockMs + this.captured / 16 }
  }

  say(message: string | Uint8Array<ArrayBuffer>): void {
    if (this.isOpen) this.#hear(message)
  }

  problem(problem: SoundProblem | null): void {
    this.say(JSON.stringify({ problem }))
  }

  leave(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.#leave()
  }
}

/** A desk with a store of its own, and a clock that the test turns. Intervals must be faked. */
export async function openStudio(options: Partial<RecorderOptions> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'sotto-desk-'))
  const { keys } = await createKeys(dir, 'four unrelated words', { now: () => 0, kdfCost: { opsLimit: 1, memLimitBytes: 8192 } })
  const clock = { ms: 5_000, asleep: 0 }
  const desk = createRecorderDesk({ dir, elapsed: { now: () => clock.ms, asleep: () => clock.asleep }, now: () => 1_000_000, ...options })
  const pass = (ms: number): void => {
    clock.ms += ms
    vi.advanceTimersByTime(ms)
  }
  return {
    desk,
    /** Time in which nothing comes. */
    wait(ms: number): void {
      for (let gone = 0; gone < ms; gone += FRAME_MS) pass(FRAME_MS)
    },
    /** Time that no timer of ours sees, as where a process has no turn. */
    starve: (ms: number): void => void (clock.ms += ms),
    /** Time that the computer slept. */
    sleep(ms: number): void {
      clock.ms += ms
      clock.asleep += ms
    },
    /** Sound as it is spoken, a frame a tenth of a second. */
    async speak(capture: FakeCapture, ms: number, loud: readonly number[] = [1, 1]): Promise<void> {
      for (let gone = 0; gone < ms; gone += FRAME_MS) {
        pass(FRAME_MS)
        capture.send(FRAME_MS, loud)
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    /** What was recorded, as the store will find it. */
    found: () => readRecorded(dir, (sealed) => keys.openRecordingSeal(sealed)),
    async remove(): Promise<void> {
      await desk.close()
      keys.close()
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
