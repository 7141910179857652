import { longBands, shortBands } from './bands.pure.ts'
import type { Bits } from './bits.pure.ts'
import { readSpectrum, scaleFactorBook } from './huffman.pure.ts'
import { applyPulses, readPulses } from './pulses.pure.ts'
import { readShaping, type Shaping } from './shaping.pure.ts'

/** What a packet of AAC can be wrong in; the packet is then replaced by silence. */
export class BrokenPacket extends Error {}
/** A tool of a profile that is not low complexity. */
export class OtherProfile extends Error {}

export const ZERO = 0
export const NOISE = 13
export const INTENSITY_OUT = 14
export const INTENSITY_IN = 15
export const EIGHT_SHORT = 2
export const FRAME = 1024

/** How one frame is cut into windows and bands (ics_info, §4.4.2.1). */
export interface Windows {
  /** 0 long, 1 start, 2 eight short, 3 stop */
  readonly sequence: number
  /** 0 sine, 1 Kaiser-Bessel-derived */
  readonly shape: number
  readonly maxBand: number
  /** windows of each group; one long window is one group of one */
  readonly groups: readonly number[]
  /** offsets of the bands in one window */
  readonly bands: readonly number[]
  readonly rateIndex: number
}

/** One channel's frame as read: the spectrum is scaled, band tools over channels are not yet applied. */
export interface ChannelStream {
  readonly windows: Windows
  /** codebook of each band: group × maxBand + band */
  readonly books: Uint8Array
  /** scale factor, noise energy or intensity position of each band, as their codebook says */
  readonly factors: Int16Array
  /** FRAME coefficients, short windows one after another */
  readonly spectrum: Float64Array
  readonly shaping: Shaping | undefined
}

export function readWindows(bits: Bits, rateIndex: number): Windows {
  bits.skip(1)
  const sequence = bits.read(2)
  const shape = bits.bit()
  const isShort = sequence === EIGHT_SHORT
  const bands = (isShort ? shortBands : longBands)[rateIndex] ?? []
  const maxBand = bits.read(isShort ? 4 : 6)
  if (maxBand > bands.length - 1) throw new BrokenPacket('more bands than the rate has')
  if (!isShort) {
    if (bits.bit() === 1) throw new OtherProfile('prediction')
    return { sequence, shape, maxBand, groups: [1], bands, rateIndex }
  }
  const groups = [1]
  for (let window = 1; window < 8; window += 1) {
    if (bits.bit() === 1) groups[groups.length - 1] = (groups.at(-1) ?? 0) + 1
    else groups.push(1)
  }
  return { sequence, shape, maxBand, groups, bands, rateIndex }
}

/** individual_channel_stream (§4.4.2.7). */
export function readChannelStream(bits: Bits, rateIndex: number, common: Windows | undefined): ChannelStream {
  const gain = bits.read(8)
  const windows = common ?? readWindows(bits, rateIndex)
  const books = readSections(bits, windows)
  const factors = readFactors(bits, windows, books, gain)
  const pulses = bits.bit() === 1 ? readPulses(bits) : undefined
  if (pulses !== undefined && windows.sequence === EIGHT_SHORT) throw new BrokenPacket('pulses in short windows')
  const shaping = bits.bit() === 1 ? readShaping(bits, windows.sequence === EIGHT_SHORT) : undefined
  if (bits.bit() === 1) throw new OtherProfile('gain control')
  const quantised = readQuantised(bits, windows, books)
  if (bits.isOver) throw new BrokenPacket('ends too early')
  if (pulses !== undefined) applyPulses(pulses, quantised, windows.bands)
  return { windows, books, factors, spectrum: scale(quantised, windows, books, factors), shaping }
}

function readSections(bits: Bits, { sequence, maxBand, groups }: Windows): Uint8Array {
  const books = new Uint8Array(groups.length * maxBand)
  const width = sequence === EIGHT_SHORT ? 3 : 5
  const escape = (1 << width) - 1
  for (let group = 0; group < groups.length; group += 1) {
    for (let band = 0; band < maxBand; ) {
      const book = bits.read(4)
      let length = 0
      let step = escape
      while (step === escape && !bits.isOver) {
        step = bits.read(width)
        length += step
      }
      if (book === 12 || bits.isOver || band + length > maxBand || length === 0) throw new BrokenPacket('sections do not fit')
      books.fill(book, group * maxBand + band, group * maxBand + band + length)
      band += length
    }
  }
  return books
}

function readFactors(bits: Bits, { maxBand, groups }: Windows, books: Uint8Array, gain: number): Int16Array {
  const factors = new Int16Array(groups.length * maxBand)
  let scaleFactor = gain
  let position = 0
  let noise: number | undefined
  for (let at = 0; at < factors.length; at += 1) {
    const book = books[at] ?? ZERO
    if (book === ZERO) continue
    if (book === INTENSITY_IN || book === INTENSITY_OUT) {
      position += scaleFactorBook.next(bits) - 60
      factors[at] = position
    } else if (book === NOISE) {
      noise = noise === undefined ? gain - 90 + bits.read(9) - 256 : noise + scaleFactorBook.next(bits) - 60
      factors[at] = noise
    } else {
      scaleFactor += scaleFactorBook.next(bits) - 60
      if (scaleFactor < 0 || scaleFactor > 255) throw new BrokenPacket('scale factor out of range')
      factors[at] = scaleFactor
    }
  }
  return factors
}

function readQuantised(bits: Bits, windows: Windows, books: Uint8Array): Int32Array {
  const out = new Int32Array(FRAME)
  eachBand(windows, (band, from, to) => {
    const book = books[band] ?? ZERO
    if (book !== ZERO && book < NOISE) readSpectrum(bits, book, out, from, to - from)
  })
  return out
}

/** Undoes the power law and the step size (§4.6.2.3.3). */
function scale(quantised: Int32Array, windows: Windows, books: Uint8Array, factors: Int16Array): Float64Array {
  const spectrum = new Float64Array(FRAME)
  eachBand(windows, (band, from, to) => {
    const book = books[band] ?? ZERO
    if (book === ZERO || book >= NOISE) return
    const step = 2 ** (((factors[band] ?? 0) - 100) / 4)
    for (let i = from; i < to; i += 1) {
      const value = quantised[i] ?? 0
      spectrum[i] = Math.sign(value) * Math.cbrt(value * value * value * value) * step
    }
  })
  return spectrum
}

/** Every band of every window in the order of the bitstream: group, band, window. `band` indexes books and factors. */
export function eachBand({ groups, maxBand, bands }: Windows, visit: (band: number, from: number, to: number) => void): void {
  let window = 0
  for (const [group, length] of groups.entries()) {
    for (let band = 0; band < maxBand; band += 1) {
      for (let w = window; w < window + length; w += 1) visit(group * maxBand + band, w * 128 + (bands[band] ?? 0), w * 128 + (bands[band + 1] ?? 0))
    }
    window += length
  }
}
