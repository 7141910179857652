/**
 * Inverse modified discrete cosine transform of `size` coefficients to 2 × `size` samples, through a cosine transform of type IV
 * and a complex Fourier transform of half the size (Britanak & Rao, Cosine-/Sine-Modulated Filter Banks, ch. 4).
 */
export class Imdct {
  readonly #size: number
  readonly #cos: Float64Array
  readonly #sin: Float64Array
  readonly #fft: Fft
  readonly #re: Float64Array
  readonly #im: Float64Array
  readonly #dct: Float64Array

  /** @param size a power of two, at least 8 */
  constructor(size: number) {
    this.#size = size
    this.#cos = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((Math.PI * (8 * k + 1)) / (8 * size)))
    this.#sin = Float64Array.from({ length: size / 2 }, (_, k) => -Math.sin((Math.PI * (8 * k + 1)) / (8 * size)))
    this.#fft = new Fft(size / 2)
    this.#re = new Float64Array(size / 2)
    this.#im = new Float64Array(size / 2)
    this.#dct = new Float64Array(size)
  }

  /** out[n] = 1/size × Σ spectrum[from + k] cos(π/size (n + 1/2 + size/2)(k + 1/2)) (ISO/IEC 14496-3 §4.6.11.3.1). */
  run(spectrum: Float64Array, from: number): Float64Array {
    const m = this.#size
    const y = this.#dctIv(spectrum, from)
    const out = new Float64Array(m * 2)
    for (let n = 0; n < m / 2; n += 1) {
      out[n] = y[m / 2 + n] ?? 0
      out[m / 2 + n] = -(y[m - 1 - n] ?? 0)
      out[m + n] = -(y[m / 2 - 1 - n] ?? 0)
      out[m + m / 2 + n] = -(y[n] ?? 0)
    }
    return out
  }

  #dctIv(x: Float64Array, from: number): Float64Array {
    const m = this.#size
    const re = this.#re
    const im = this.#im
    for (let k = 0; k < m / 2; k += 1) {
      const a = x[from + 2 * k] ?? 0
      const b = x[from + m - 1 - 2 * k] ?? 0
      const c = this.#cos[k] ?? 0
      const s = this.#sin[k] ?? 0
      re[k] = a * c - b * s
      im[k] = a * s + b * c
    }
    this.#fft.run(re, im)
    for (let n = 0; n < m / 2; n += 1) {
      const c = this.#cos[n] ?? 0
      const s = this.#sin[n] ?? 0
      this.#dct[2 * n] = ((re[n] ?? 0) * c - (im[n] ?? 0) * s) / m
      this.#dct[m - 1 - 2 * n] = -((re[n] ?? 0) * s + (im[n] ?? 0) * c) / m
    }
    return this.#dct
  }
}

/** Radix-2 Fourier transform in place. */
class Fft {
  readonly #size: number
  readonly #cos: Float64Array
  readonly #sin: Float64Array

  constructor(size: number) {
    this.#size = size
    this.#cos = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size))
    this.#sin = Float64Array.from({ length: size / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / size))
  }

  run(re: Float64Array, im: Float64Array): void {
    this.#reorder(re, im)
    for (let span = 1; span < this.#size; span *= 2) {
      const stride = this.#size / 2 / span
      for (let start = 0; start < this.#size; start += span * 2) {
        for (let k = 0; k < span; k += 1) {
          const c = this.#cos[k * stride] ?? 0
          const s = this.#sin[k * stride] ?? 0
          const a = start + k
          const b = a + span
          const x = (re[b] ?? 0) * c - (im[b] ?? 0) * s
          const y = (re[b] ?? 0) * s + (im[b] ?? 0) * c
          re[b] = (re[a] ?? 0) - x
          im[b] = (im[a] ?? 0) - y
          re[a] = (re[a] ?? 0) + x
          im[a] = (im[a] ?? 0) + y
        }
      }
    }
  }

  #reorder(re: Float64Array, im: Float64Array): void {
    for (let i = 0, j = 0; i < this.#size; i += 1) {
      if (i < j) {
        for (const part of [re, im]) {
          const held = part[i] ?? 0
          part[i] = part[j] ?? 0
          part[j] = held
        }
      }
      let bit = this.#size >> 1
      while ((j & bit) !== 0) {
        j ^= bit
        bit >>= 1
      }
      j |= bit
    }
  }
}
