import type { Bits } from '../aac/bits.pure.ts'

export interface RiceShape {
  readonly start: number
  readonly limit: number
  /** weight of the newest value in the history, of 512 */
  readonly weight: number
}

const LONGEST_PREFIX = 9
const log2 = (value: number): number => 31 - Math.clz32(value)

/**
 * Adaptive Golomb-Rice codes: how many bits a value's rest has follows the mean of what came before. Where that mean is small,
 * the length of a run of zeros follows.
 * @param bits of a value written out, when its prefix says that it does not fit
 * @returns false when the packet ends before its samples do
 */
export function readResidual(reader: Bits, out: Int32Array, bits: number, { start, limit, weight }: RiceShape): boolean {
  let history = start
  // After a run of zeros the next value is not zero, so its code is one less.
  let missing = 0
  for (let at = 0; at < out.length; at += 1) {
    if (reader.isOver) return false
    const value = readValue(reader, Math.min(log2((history >>> 9) + 3), limit), bits) + missing
    missing = 0
    // The lowest bit is the sign.
    out[at] = (value >>> 1) ^ -(value & 1)
    history = value > 0xffff ? 0xffff : history + value * weight - ((history * weight) >>> 9)
    if (history >= 128 || at + 1 >= out.length) continue
    const run = readValue(reader, Math.min(7 - log2(history) + ((history + 16) >> 6), limit), 16)
    out.fill(0, at + 1, Math.min(out.length, at + 1 + run))
    at += run
    if (run <= 0xffff) missing = 1
    history = 0
  }
  return true
}

/** A count of ones is multiplied by 2^k − 1, and a rest of k bits added; a rest of 0 or 1 takes one bit less. */
function readValue(reader: Bits, k: number, bits: number): number {
  let prefix = 0
  while (prefix < LONGEST_PREFIX && reader.bit() === 1) prefix += 1
  if (prefix === LONGEST_PREFIX) return bits <= 16 ? reader.read(bits) : reader.read(bits - 16) * 65_536 + reader.read(16)
  if (k <= 1) return prefix
  const value = prefix * (2 ** k - 1)
  const high = reader.read(k - 1)
  return high === 0 ? value : value + high * 2 + reader.bit() - 1
}
