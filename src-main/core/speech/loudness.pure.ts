/** 20 ms at 16 kHz: what speech is told from silence by. */
export const FRAME_SAMPLES = 320
export const FRAME_MS = 20

const SILENCE_DB = -90
/** Below this nobody speaks, however quiet the room: 120 ms at -55 dBFS must be reached. */
const FAINTEST_SPEECH_DB = -55
const SHORTEST_SPEECH_FRAMES = 6
/** Speech stands out this far from a steady hum (whose 20 ms frames vary by 1–2 dB). */
const STANDS_OUT_DB = 8
const MIN_ABOVE_FLOOR_DB = 3
/** What lies this far below the loudest speech is pause, even if the floor cannot be heard between words. */
const DYNAMIC_RANGE_DB = 15
/** Consonants fade in and out below the threshold. */
const PAD_BEFORE_FRAMES = 2
const PAD_AFTER_FRAMES = 4

/** RMS level of a frame in dB below full scale. */
export function frameLevel(samples: Int16Array, from: number): number {
  let sum = 0
  for (let at = from; at < from + FRAME_SAMPLES; at++) sum += (samples[at] ?? 0) ** 2
  return Math.max(SILENCE_DB, 10 * Math.log10(sum / FRAME_SAMPLES / 32_768 ** 2 + 1e-12))
}

/**
 * Which frames hold speech (1) by their level alone: what stands out from the quietest twentieth. Deterministic and linear.
 * Steady noise and digital silence give no speech at all; when in doubt (speech hardly above noise) a frame counts as speech,
 * because a window that is sent in vain costs a second and a window that is not sent costs words.
 */
export function speechFrames(levels: Float32Array): Uint8Array {
  const mask = new Uint8Array(levels.length)
  if (levels.length < SHORTEST_SPEECH_FRAMES) return mask
  const sorted = levels.slice().sort()
  const floor = sorted[Math.floor(sorted.length / 20)] ?? SILENCE_DB
  const peak = sorted[sorted.length - SHORTEST_SPEECH_FRAMES] ?? SILENCE_DB
  if (peak < FAINTEST_SPEECH_DB || peak - floor < STANDS_OUT_DB) return mask
  const threshold = Math.min(floor + STANDS_OUT_DB, Math.max(floor + MIN_ABOVE_FLOOR_DB, peak - DYNAMIC_RANGE_DB))
  for (let frame = 0; frame < levels.length; frame++) {
    if ((levels[frame] ?? SILENCE_DB) > threshold) mask.fill(1, Math.max(0, frame - PAD_BEFORE_FRAMES), frame + PAD_AFTER_FRAMES + 1)
  }
  return mask
}
