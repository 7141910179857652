import { z } from 'zod'
import { soundProblemSchema } from '../domain/recorder.ts'

/**
 * The words of the sound channel: what captures sound sends it to the recorder, over a MessagePort or a WebSocket of its own.
 *
 *     capture                       recorder
 *                              ←    { want: { channels, microphone? } }
 *     frame, frame, …          →    as they come, with so many channels; a side that cannot be had is silent. See `encodeSound`
 *     { problem }              →    null: it is over
 *                              ←    { hold }         true: nothing is wanted for a while, false: again
 *                              ←    { end: true }    hand over what was heard until now, let the devices go and close
 *
 * Control messages are JSON text; frames are binary.
 */
export const captureMessageSchema = z.object({ problem: soundProblemSchema.nullable() })
export type CaptureMessage = z.infer<typeof captureMessageSchema>

/** What the recorder says to what captures for it: first what it wants, at last that it is over. */
export const recorderMessageSchema = z.union([
  z.object({ want: z.object({ channels: z.union([z.literal(1), z.literal(2)]), microphone: z.string().optional() }) }),
  z.object({ hold: z.boolean() }),
  z.object({ end: z.literal(true) }),
])
export type RecorderMessage = z.infer<typeof recorderMessageSchema>

const HEADER_BYTES = 16
/** Bytes of a frame at most: two seconds of two channels. */
export const MAX_FRAME_BYTES = HEADER_BYTES + 2 * 2 * 32_000

/** Sound on its way: 16 kHz, 16 bits, one array a channel, all of one length. */
export interface SoundFrame {
  /** Counted from the first sample that was captured; a jump is sound that was lost. */
  readonly firstSample: number
  /** When its first sample was heard, by the source's own steady clock, milliseconds; where the source knows that. */
  readonly capturedMs?: number
  readonly channels: readonly Int16Array[]
}

/** First sample and when it was heard (float64 LE each, NaN: unknown), then the channels one after the other (int16 LE). */
export function encodeSound({ firstSample, capturedMs = Number.NaN, channels }: SoundFrame): Uint8Array<ArrayBuffer> {
  const length = channels[0]?.length ?? 0
  const bytes = new Uint8Array(HEADER_BYTES + channels.length * length * 2)
  const view = new DataView(bytes.buffer)
  view.setFloat64(0, firstSample, true)
  view.setFloat64(8, capturedMs, true)
  channels.forEach((samples, channel) => samples.forEach((sample, index) => view.setInt16(HEADER_BYTES + (channel * length + index) * 2, sample, true)))
  return bytes
}

/** @returns null for what is no frame of so many channels */
export function decodeSound(bytes: Uint8Array, channels: number): SoundFrame | null {
  const length = (bytes.byteLength - HEADER_BYTES) / 2 / channels
  if (bytes.byteLength > MAX_FRAME_BYTES || !Number.isInteger(length) || length < 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const firstSample = view.getFloat64(0, true)
  if (!Number.isSafeInteger(firstSample) || firstSample < 0) return null
  const capturedMs = view.getFloat64(8, true)
  const samplesOf = (channel: number): Int16Array => {
    const samples = new Int16Array(length)
    for (let index = 0; index < length; index++) samples[index] = view.getInt16(HEADER_BYTES + (channel * length + index) * 2, true)
    return samples
  }
  const sides = Array.from({ length: channels }, (_, channel) => samplesOf(channel))
  return { firstSample, ...(Number.isFinite(capturedMs) && { capturedMs }), channels: sides }
}
