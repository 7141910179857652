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
 *                              ←    { end: true }    let the devices go and close
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

/** Bytes of a frame at most: two seconds of two channels. */
export const MAX_FRAME_BYTES = 8 + 2 * 2 * 32_000

/** Sound on its way: 16 kHz, 16 bits, one array a channel, all of one length. */
export interface SoundFrame {
  /** Counted from the first sample that was captured; a jump is sound that was lost. */
  readonly firstSample: number
  readonly channels: readonly Int16Array[]
}

/** First sample (float64 LE), then the channels one after the other (int16 LE). */
export function encodeSound({ firstSample, channels }: SoundFrame): Uint8Array<ArrayBuffer> {
  const length = channels[0]?.length ?? 0
  const bytes = new Uint8Array(8 + channels.length * length * 2)
  const view = new DataView(bytes.buffer)
  view.setFloat64(0, firstSample, true)
  channels.forEach((samples, channel) => samples.forEach((sample, index) => view.setInt16(8 + (channel * length + index) * 2, sample, true)))
  return bytes
}

/** @returns null for what is no frame of so many channels */
export function decodeSound(bytes: Uint8Array, channels: number): SoundFrame | null {
  const length = (bytes.byteLength - 8) / 2 / channels
  if (bytes.byteLength > MAX_FRAME_BYTES || !Number.isInteger(length) || length < 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const firstSample = view.getFloat64(0, true)
  if (!Number.isSafeInteger(firstSample) || firstSample < 0) return null
  const samplesOf = (channel: number): Int16Array => {
    const samples = new Int16Array(length)
    for (let index = 0; index < length; index++) samples[index] = view.getInt16(8 + (channel * length + index) * 2, true)
    return samples
  }
  return { firstSample, channels: Array.from({ length: channels }, (_, channel) => samplesOf(channel)) }
}
