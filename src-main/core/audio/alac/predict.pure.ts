/** The order that stands for "each sample is the one before plus the difference", without coefficients. */
export const FIRST_ORDER = 31

/**
 * Turns prediction errors into samples, in place. The coefficients adapt by the signs of the error and of the samples it was
 * predicted from, so both sides must count in the same 32-bit integers.
 */
export function predict(samples: Int32Array, coefficients: Int32Array, order: number, shift: number, bits: number): void {
  const spare = 32 - bits
  const warm = order === FIRST_ORDER ? samples.length : Math.min(order + 1, samples.length)
  if (order === 0) return
  for (let at = 1; at < warm; at += 1) samples[at] = (((samples[at - 1] ?? 0) + (samples[at] ?? 0)) << spare) >> spare
  const half = shift === 0 ? 0 : 1 << (shift - 1)
  for (let at = warm; at < samples.length; at += 1) {
    const base = samples[at - order - 1] ?? 0
    const from = at - order
    let sum = 0
    for (let i = 0; i < order; i += 1) sum = (sum + Math.imul((samples[from + i] ?? 0) - base, coefficients[i] ?? 0)) | 0
    let error = samples[at] ?? 0
    samples[at] = ((((sum + half) >> shift) + base + error) << spare) >> spare
    const sign = Math.sign(error)
    for (let i = 0; i < order && error * sign > 0; i += 1) {
      const distance = base - (samples[from + i] ?? 0)
      const step = Math.sign(distance) * sign
      coefficients[i] = (coefficients[i] ?? 0) - step
      error -= Math.imul((distance * step) >> shift, i + 1)
    }
  }
}
