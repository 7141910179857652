import FFT from 'fft.js'

/** Samples a step: 16 ms. */
export const BLOCK = 256
const SIZE = 2 * BLOCK
const BINS = BLOCK + 1
/** How long an echo may take, first sound to last: 24 blocks are 384 ms. */
const PARTITIONS = 24
/** How many steps back a prediction may be asked for: five seconds. */
export const MEMORY_BLOCKS = 312
const RING = PARTITIONS + MEMORY_BLOCKS
/** How much of what it knows the filter keeps a step: somebody moves, a clock drifts. A room that is another one is learnt anew. */
const KEPT = 0.9998
/** Smoothing of the near side's spectrum over steps. */
const NEAR_SMOOTHING = 0.5
/** What may be expected of the weights before anything is known, and at least. */
const FIRST_UNCERTAINTY = 0.01
const LEAST_UNCERTAINTY = 1e-6
/** Partitions whose weights are brought back to real echoes (of at most a block) in each step; all in turn. */
const CONSTRAINED_A_STEP = 4

/**
 * Learns how the far side sounds in the microphone and predicts it: a partitioned-block frequency-domain Kalman filter after
 * Kuech, Mabande and Enzner, "State-space architecture of the partitioned-block-based acoustic echo controller" (ICASSP 2014).
 * Its step follows from how loud the near side is against what is still uncertain, so nobody has to tell double talk. It only ever
 * subtracts a filtered far side, and so does not colour the near one.
 */
export class EchoFilter {
  readonly #fft = new FFT(SIZE)
  /** Spectra of the far side, newest at `#newest`; weights and their uncertainty, newest sound first. Real and imaginary parts apart. */
  readonly #farRe = rows(RING)
  readonly #farIm = rows(RING)
  readonly #weightRe = rows(PARTITIONS)
  readonly #weightIm = rows(PARTITIONS)
  readonly #uncertain = rows(PARTITIONS).map((row) => row.fill(FIRST_UNCERTAINTY))
  readonly #near = new Float64Array(BINS)
  readonly #frame = new Float64Array(SIZE)
  readonly #spectrum = new Float64Array(2 * SIZE)
  readonly #back = new Float64Array(2 * SIZE)
  readonly #expected = new Float64Array(BINS)
  #newest = 0
  #nextToConstrain = 0

  /**
   * Forgets all but how much echo each partition turned out to hold. The way of an echo is a few partitions of many, and whoever knows
   * which need not find them under somebody else's voice (as in automatic relevance determination: the expectation is learnt too).
   */
  again(): void {
    for (let p = 0; p < PARTITIONS; p++) {
      const [wr, wi] = [rowOf(this.#weightRe, p), rowOf(this.#weightIm, p)]
      let power = 0
      for (let bin = 0; bin < BINS; bin++) power += (wr[bin] ?? 0) ** 2 + (wi[bin] ?? 0) ** 2
      rowOf(this.#uncertain, p).fill(Math.max(LEAST_UNCERTAINTY, power / BINS))
    }
    for (const spectra of [this.#weightRe, this.#weightIm]) for (const row of spectra) row.fill(0)
    this.elsewhere()
  }

  /** What follows does not go on from what was heard last. What is known of the room stays. */
  elsewhere(): void {
    for (const spectra of [this.#farRe, this.#farIm]) for (const row of spectra) row.fill(0)
    this.#frame.fill(0)
    this.#near.fill(0)
  }

  /** Takes the far side's next block; `predict(0)` is about it from now on. */
  hear(far: Float32Array): void {
    this.#frame.copyWithin(0, BLOCK)
    this.#frame.set(far, BLOCK)
    this.#newest = (this.#newest + RING - 1) % RING
    this.#toSpectrum(this.#frame, rowOf(this.#farRe, this.#newest), rowOf(this.#farIm, this.#newest))
  }

  /**
   * The echo in a block of the microphone, as known now.
   * @param age how many blocks ago it was
   */
  predict(age: number, into: Float32Array): void {
    const sum = this.#spectrum.fill(0)
    for (let p = 0; p < PARTITIONS; p++) {
      const [xr, xi] = this.#farAt(age + p)
      const [wr, wi] = [rowOf(this.#weightRe, p), rowOf(this.#weightIm, p)]
      for (let bin = 0; bin < BINS; bin++) {
        const [a, b, c, d] = [xr[bin] ?? 0, xi[bin] ?? 0, wr[bin] ?? 0, wi[bin] ?? 0]
        sum[2 * bin] = (sum[2 * bin] ?? 0) + a * c - b * d
        sum[2 * bin + 1] = (sum[2 * bin + 1] ?? 0) + a * d + b * c
      }
    }
    this.#toTime()
    for (let at = 0; at < BLOCK; at++) into[at] = this.#back[2 * (BLOCK + at)] ?? 0
  }

  /** Corrects what is known by what was left of the newest block of the microphone after the prediction. */
  learn(left: Float32Array): void {
    const padded = new Float64Array(SIZE)
    padded.set(left, BLOCK)
    const [er, ei] = [new Float64Array(BINS), new Float64Array(BINS)]
    this.#toSpectrum(padded, er, ei)
    const total = this.#expected
    for (let bin = 0; bin < BINS; bin++) {
      const power = (er[bin] ?? 0) ** 2 + (ei[bin] ?? 0) ** 2
      const near = NEAR_SMOOTHING * (this.#near[bin] ?? 0) + (1 - NEAR_SMOOTHING) * power
      this.#near[bin] = near
      total[bin] = 2 * near + 1e-9
    }
    for (let p = 0; p < PARTITIONS; p++) {
      const [xr, xi] = this.#farAt(p)
      const uncertain = rowOf(this.#uncertain, p)
      for (let bin = 0; bin < BINS; bin++) total[bin] = (total[bin] ?? 0) + (uncertain[bin] ?? 0) * ((xr[bin] ?? 0) ** 2 + (xi[bin] ?? 0) ** 2)
    }
    for (let p = 0; p < PARTITIONS; p++) this.#correct(p, er, ei, total)
    for (let turn = 0; turn < CONSTRAINED_A_STEP; turn++) {
      this.#constrain(this.#nextToConstrain)
      this.#nextToConstrain = (this.#nextToConstrain + 1) % PARTITIONS
    }
  }

  #correct(p: number, er: Float64Array, ei: Float64Array, total: Float64Array): void {
    const [xr, xi] = this.#farAt(p)
    const [wr, wi, uncertain] = [rowOf(this.#weightRe, p), rowOf(this.#weightIm, p), rowOf(this.#uncertain, p)]
    for (let bin = 0; bin < BINS; bin++) {
      const [a, b, c, d, before] = [xr[bin] ?? 0, xi[bin] ?? 0, er[bin] ?? 0, ei[bin] ?? 0, uncertain[bin] ?? 0]
      const gain = before / (total[bin] ?? 1)
      const re = KEPT * ((wr[bin] ?? 0) + gain * (a * c + b * d))
      const im = KEPT * ((wi[bin] ?? 0) + gain * (a * d - b * c))
      wr[bin] = re
      wi[bin] = im
      uncertain[bin] = KEPT * KEPT * before * (1 - 0.5 * gain * (a * a + b * b)) + (1 - KEPT * KEPT) * (re * re + im * im)
    }
  }

  /** A partition stands for echoes of at most one block: what circular convolution makes of them otherwise is taken out. */
  #constrain(p: number): void {
    const [wr, wi] = [rowOf(this.#weightRe, p), rowOf(this.#weightIm, p)]
    for (let bin = 0; bin < BINS; bin++) {
      this.#spectrum[2 * bin] = wr[bin] ?? 0
      this.#spectrum[2 * bin + 1] = wi[bin] ?? 0
    }
    this.#toTime()
    const impulse = new Float64Array(SIZE)
    for (let at = 0; at < BLOCK; at++) impulse[at] = this.#back[2 * at] ?? 0
    this.#toSpectrum(impulse, wr, wi)
  }

  #farAt(age: number): [Float64Array, Float64Array] {
    const at = (this.#newest + age) % RING
    return [rowOf(this.#farRe, at), rowOf(this.#farIm, at)]
  }

  #toSpectrum(time: Float64Array, re: Float64Array, im: Float64Array): void {
    this.#fft.realTransform(this.#spectrum, time)
    for (let bin = 0; bin < BINS; bin++) {
      re[bin] = this.#spectrum[2 * bin] ?? 0
      im[bin] = this.#spectrum[2 * bin + 1] ?? 0
    }
  }

  #toTime(): void {
    this.#fft.completeSpectrum(this.#spectrum)
    this.#fft.inverseTransform(this.#back, this.#spectrum)
  }
}

const rows = (count: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(BINS))

function rowOf(of: readonly Float64Array[], at: number): Float64Array {
  const row = of[at]
  if (row === undefined) throw new Error('no such partition')
  return row
}
