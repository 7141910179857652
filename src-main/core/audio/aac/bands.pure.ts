/** Widths of scale factor bands as offsets (ISO/IEC 14496-3 tables 4.129 to 4.147); written as runs of bands of one width. */
const offsets = (...runs: readonly (readonly [width: number, count: number])[]): readonly number[] => {
  const all = [0]
  for (const [width, count] of runs) for (let i = 0; i < count; i += 1) all.push((all.at(-1) ?? 0) + width)
  return all
}

const LONG_96 = offsets([4, 14], [8, 5], [12, 5], [16, 2], [24, 1], [28, 1], [36, 1], [44, 1], [64, 11])
const LONG_64 = offsets([4, 14], [8, 4], [12, 3], [16, 3], [20, 1], [24, 2], [28, 1], [36, 1], [40, 18])
const LONG_48 = offsets([4, 10], [8, 7], [12, 4], [16, 2], [20, 2], [24, 2], [28, 2], [32, 19], [96, 1])
const LONG_32 = offsets([4, 10], [8, 7], [12, 4], [16, 2], [20, 2], [24, 2], [28, 2], [32, 22])
const LONG_24 = offsets(
  [4, 11], [8, 10], [12, 4], [16, 3], [20, 2], [24, 2], [28, 2], [32, 1], [36, 2], [40, 1], [44, 1], [48, 1], [52, 2], [64, 5],
)
const LONG_16 = offsets(
  [8, 11], [12, 9], [16, 4], [20, 3], [24, 2], [28, 2], [32, 1], [36, 1], [40, 2], [44, 1], [48, 1], [52, 1], [56, 1], [60, 1], [64, 3],
)
const LONG_8 = offsets(
  [12, 13], [16, 7], [20, 4], [24, 3], [28, 2], [32, 1], [36, 2], [40, 1], [44, 1], [48, 1], [52, 1], [56, 1], [60, 1], [64, 1], [80, 1],
)
const SHORT_96 = offsets([4, 6], [8, 3], [16, 1], [28, 1], [36, 1])
const SHORT_48 = offsets([4, 5], [8, 3], [12, 3], [16, 3])
const SHORT_24 = offsets([4, 7], [8, 3], [12, 2], [16, 2], [20, 1])
const SHORT_16 = offsets([4, 8], [8, 2], [12, 2], [16, 1], [20, 2])
const SHORT_8 = offsets([4, 7], [8, 4], [12, 1], [16, 1], [20, 2])

/** By the row of the rate, as in RATES; most rates share a table with a neighbour. */
export const longBands = [
  LONG_96, LONG_96, LONG_64, LONG_48, LONG_48, LONG_32, LONG_24, LONG_24, LONG_16, LONG_16, LONG_16, LONG_8, LONG_8,
]
export const shortBands = [
  SHORT_96, SHORT_96, SHORT_96, SHORT_48, SHORT_48, SHORT_48, SHORT_24, SHORT_24, SHORT_16, SHORT_16, SHORT_16, SHORT_8, SHORT_8,
]

/** Above these bands temporal noise shaping does nothing (table 4.156, low complexity). */
export const longShaped = [31, 31, 34, 40, 42, 51, 46, 46, 42, 42, 42, 39, 39]
export const shortShaped = [9, 9, 10, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14]
