import type { Loudness } from '../../copy/recorder.ts'

/** What a meter begins at: the noise of a room lies below. */
export const FLOOR_DB = -60
/** Below this one has to listen closely. */
const QUIET_DB = -36
/** Above this, the next louder word is cut off. */
const LOUD_DB = -3
/** How far a needle falls from one look to the next, ten times a second, so that a word does not flicker between syllables. */
const FALL_DB = 2.5

/** A level in dB of full scale, in a word. */
export function loudnessOf(level: number): Loudness {
  if (level < FLOOR_DB) return 'silent'
  if (level < QUIET_DB) return 'quiet'
  return level < LOUD_DB ? 'good' : 'loud'
}

/** Rises at once, falls slowly. */
export const needle = (before: number, level: number): number => Math.max(level, before - FALL_DB)

/** 0 to 1, for drawing. */
export const fractionOf = (level: number): number => Math.min(1, Math.max(0, 1 - level / FLOOR_DB))
