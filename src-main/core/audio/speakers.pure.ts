/**
 * Whether two channels carry two speakers or one sound twice. Heard over the start of a recording, block by block:
 * - `same`: the difference is 30 dB below the sound, as lossy coding of one microphone leaves it → one speaker;
 * - `one-sided`: one channel never sounds (a mono microphone on a stereo plug) → one speaker;
 * - `differ`: anything else → two speakers.
 */
export type Verdict = 'silent' | 'same' | 'left' | 'right' | 'differ'

/** Mean square of a block below which it counts as silence: 4 steps of 16 bits, −78 dB. */
const SILENCE = 16
const SAME = 1e-3
const ONE_SIDED = 1e-5

export function compare(left: Int16Array, right: Int16Array): Verdict {
  let leftEnergy = 0
  let rightEnergy = 0
  let difference = 0
  for (let i = 0; i < left.length; i += 1) {
    const l = left[i] ?? 0
    const r = right[i] ?? 0
    leftEnergy += l * l
    rightEnergy += r * r
    difference += (l - r) * (l - r)
  }
  const louder = Math.max(leftEnergy, rightEnergy)
  if (louder < SILENCE * left.length) return 'silent'
  if (rightEnergy < ONE_SIDED * leftEnergy) return 'left'
  if (leftEnergy < ONE_SIDED * rightEnergy) return 'right'
  return difference < SAME * louder ? 'same' : 'differ'
}

/** What was heard before and now, together: two blocks that say different things are two speakers. */
export const join = (before: Verdict, now: Verdict): Verdict =>
  before === 'silent' || before === now ? now : now === 'silent' ? before : 'differ'

/** One channel out of two that were found to be one sound. Both are kept in it, should the other one sound later after all. */
export function merge(left: Int16Array, right: Int16Array, verdict: Verdict): Int16Array {
  const one = new Int16Array(left.length)
  const share = verdict === 'left' || verdict === 'right' ? 1 : 0.5
  for (let i = 0; i < one.length; i += 1) {
    const sum = ((left[i] ?? 0) + (right[i] ?? 0)) * share
    one[i] = Math.max(-32_768, Math.min(32_767, Math.round(sum)))
  }
  return one
}
