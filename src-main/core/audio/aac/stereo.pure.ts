import { eachBand, INTENSITY_IN, INTENSITY_OUT, NOISE, type ChannelStream } from './channel-stream.pure.ts'

/** Undoes middle/side and intensity coding of a pair (ISO/IEC 14496-3 §4.6.8), in place. @param used per band, as books */
export function undoStereo(left: ChannelStream, right: ChannelStream, used: Uint8Array | undefined): void {
  const l = left.spectrum
  const r = right.spectrum
  eachBand(right.windows, (band, from, to) => {
    const book = right.books[band] ?? 0
    const isUsed = used?.[band] === 1
    if (book === INTENSITY_IN || book === INTENSITY_OUT) {
      const sign = (book === INTENSITY_IN) === isUsed ? -1 : 1
      const share = sign * 0.5 ** ((right.factors[band] ?? 0) / 4)
      for (let i = from; i < to; i += 1) r[i] = (l[i] ?? 0) * share
    } else if (isUsed && book < NOISE && (left.books[band] ?? 0) < NOISE) {
      for (let i = from; i < to; i += 1) {
        const middle = l[i] ?? 0
        const side = r[i] ?? 0
        l[i] = middle + side
        r[i] = middle - side
      }
    }
  })
}

/** Fills the bands that are only described as noise of some energy (§4.6.13). Seeded, so that a file always decodes alike. */
export class NoiseMaker {
  #state = 0x1f2e3d4c

  fill(stream: ChannelStream): ChannelStream {
    const { windows, books, factors, spectrum } = stream
    eachBand(windows, (band, from, to) => {
      if (books[band] !== NOISE) return
      let energy = 0
      for (let i = from; i < to; i += 1) {
        this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) | 0
        spectrum[i] = this.#state
        energy += this.#state * this.#state
      }
      const share = 2 ** ((factors[band] ?? 0) / 4) / Math.sqrt(energy)
      for (let i = from; i < to; i += 1) spectrum[i] = (spectrum[i] ?? 0) * share
    })
    return stream
  }
}
