import { z } from 'zod'
import { recordingIdSchema } from './ids.ts'
import { recordingModeSchema } from './settings.ts'

/** The sides of a recording: the microphone's, and what comes out of the computer. Channel 0 and channel 1. */
export const recordedSideSchema = z.enum(['me', 'others'])
export type RecordedSide = z.infer<typeof recordedSideSchema>

/**
 * `paused`, `slept`, `device` (one was lost and another took its place): so long that nothing was recorded, while time went on.
 * `lost`: silence in the recording where sound should be.
 */
export const gapSchema = z.object({
  atMs: z.number().int().nonnegative(),
  ms: z.number().int().nonnegative(),
  reason: z.enum(['paused', 'slept', 'device', 'lost']),
})
export type Gap = z.infer<typeof gapSchema>

/** What keeps sound from coming, as the place that captures it says. */
export const soundProblemSchema = z.enum([
  /** The person, or the system for them, said no to the microphone. */
  'microphone-denied',
  'no-microphone',
  /** It is there, and another program has it to itself. */
  'microphone-busy',
  /** The device in use went away; the usual one is used now. */
  'device-changed',
  'device-lost',
  /** It is there and was heard, and sends nothing any more; the other side goes on. */
  'microphone-stopped',
  /** The computer's own sound cannot be had here, or was not shared; the microphone is recorded alone. */
  'no-computer-sound',
  /** Where sound is captured has closed. */
  'capture-closed',
])
export type SoundProblem = z.infer<typeof soundProblemSchema>

/** Loudest sample of a side in the last tenth of a second, in dB of full scale; -100 is silence. */
const levelSchema = z.number().min(-100).max(0)

/**
 * What the recorder does now. It belongs to the process that stays while the store is locked, so nothing in it is content: no title,
 * no names, no device's label.
 */
export const recorderStateSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('idle'),
    /** How the last recording of this run ended; null where there was none. */
    last: z
      .object({ recordingId: recordingIdSchema, recordedMs: z.number().int().nonnegative(), endedBy: z.enum(['stopped', 'disk-full', 'failed']) })
      .nullable(),
  }),
  z.object({
    state: z.enum(['recording', 'paused', 'stopping']),
    recordingId: recordingIdSchema,
    /** Milliseconds since the epoch. */
    startedAt: z.number().int(),
    /** How much sound there is. */
    recordedMs: z.number().int().nonnegative(),
    channels: z.union([z.literal(1), z.literal(2)]),
    mode: recordingModeSchema,
    /** `waiting`: no sound has come yet. `lost`: it has stopped coming. */
    source: z.enum(['waiting', 'live', 'lost']),
    problem: soundProblemSchema.nullable(),
    /** One for each channel. */
    levels: z.array(levelSchema),
    muted: z.array(recordedSideSchema),
    /** A side that has been silent for 30 s while the other was not. */
    silentSide: recordedSideSchema.nullable(),
    /** Nobody has spoken for so long: time to ask whether it is over. */
    quietMs: z.number().int().nonnegative(),
    /** Set once the disk has room for less than half an hour. */
    lowDiskMinutes: z.number().int().nonnegative().nullable(),
    gaps: z.array(gapSchema),
    marks: z.array(z.number().int().nonnegative()),
  }),
])
export type RecorderState = z.infer<typeof recorderStateSchema>

/** What the person answered before recording. */
export const agreementSchema = z.enum(['everyone-agreed', 'reminded', 'not-asked'])
export type Agreement = z.infer<typeof agreementSchema>

/** What happened while a note was recorded here; kept with it. */
export const recordedSchema = z.object({
  agreement: agreementSchema,
  /** `cut-off`: nobody stopped it, and all that reached the disk is here. `tampered`: sound was taken away from it afterwards. */
  ending: z.enum(['under-way', 'stopped', 'cut-off', 'tampered']),
  gaps: z.array(gapSchema),
  marks: z.array(z.number().int().nonnegative()),
})
export type Recorded = z.infer<typeof recordedSchema>

/** As it is shown with its note: with what was to become of sound and words. */
export const shownRecordedSchema = recordedSchema.extend({ mode: recordingModeSchema.default('sound-and-text') })
