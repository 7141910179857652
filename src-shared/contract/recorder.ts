import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { recordingIdSchema } from '../domain/ids.ts'
import { recordedSideSchema, recorderStateSchema } from '../domain/recorder.ts'
import { recordingModeSchema } from '../domain/settings.ts'
import { base, nothing } from './base.ts'

/**
 * The recorder, served by the process that stays: it answers while the store is locked too, and knows no word of any note. What the
 * recording is about is said to the app's contract (`recordings.follow`).
 */
export const recorderContract = {
  /** The state now, then every change; levels about ten times a second while recording. Never ends by itself. */
  watch: base.input(nothing).output(eventIterator(recorderStateSchema)),
  /**
   * Begins, and has sound captured. One recording at a time.
   * Fails with RECORDING_UNDER_WAY, STORE_MISSING, DISK_FULL.
   */
  start: base
    .input(
      z.object({
        /** Both sides, or the microphone alone. */
        channels: z.union([z.literal(1), z.literal(2)]).default(2),
        /** What is to become of it. It is written with the recording, so that it holds whoever takes it up. */
        mode: recordingModeSchema.default('sound-and-text'),
        /** A microphone other than the usual one, by the browser's id for it. */
        microphone: z.string().max(500).optional(),
      }),
    )
    .output(z.object({ recordingId: recordingIdSchema })),
  pause: base.input(nothing).output(nothing),
  resume: base.input(nothing).output(nothing),
  mute: base.input(z.object({ side: recordedSideSchema, isMuted: z.boolean() })).output(nothing),
  /** Marks this moment, to be found again in the note. */
  mark: base.input(nothing).output(nothing),
  /** Has sound captured anew where that has ended. */
  recapture: base.input(nothing).output(nothing),
  /** Resolves when the last sound is on the disk; waits for no transcript. Stopping what has stopped is no failure. */
  stop: base.input(nothing).output(nothing),
}
