/**
 * The telephone's eight bits (ITU-T G.711) as numbers of full scale ±1: a sign, three bits of exponent, four of mantissa.
 * Both laws are scaled to 16 bits, as everybody does: 14 bits of µ-law and 13 of A-law fill the upper ones.
 */
const table = (decode: (code: number) => number): Float32Array => Float32Array.from({ length: 256 }, (_, code) => decode(code) / 32_768)

/** All bits are inverted on the line; the bias keeps the steps even across exponents. */
const BIAS = 0x84
export const MU_LAW = table((code) => {
  const bits = ~code & 0xff
  const size = ((((bits & 15) << 3) + BIAS) << ((bits >> 4) & 7)) - BIAS
  return (bits & 0x80) === 0 ? size : -size
})

/** Every other bit is inverted on the line; the value is the middle of its step. */
export const A_LAW = table((code) => {
  const bits = code ^ 0x55
  const exponent = (bits >> 4) & 7
  const step = ((bits & 15) << 4) + 8
  const size = exponent === 0 ? step : (step + 0x100) << (exponent - 1)
  return (bits & 0x80) === 0 ? -size : size
})
