import type { Bits } from './bits.pure.ts'
import { scaleFactorCodes, spectrumCodes } from './codebooks.pure.ts'

/** A binary tree in one array: node n has its children at 2n and 2n + 1; a leaf is −1 − symbol; 0 is no code. */
export class Huffman {
  readonly #tree: Int16Array

  /** @param codes one a symbol, each with a 1 before its first bit */
  constructor(codes: readonly number[]) {
    const tree = new Int16Array(codes.length * 64)
    let used = 1
    for (const [symbol, code] of codes.entries()) {
      let node = 0
      for (let bit = 30 - Math.clz32(code); bit >= 0; bit -= 1) {
        const place = node * 2 + ((code >> bit) & 1)
        if (bit === 0) tree[place] = -1 - symbol
        else {
          if (tree[place] === 0) tree[place] = used++
          node = tree[place] ?? 0
        }
      }
    }
    this.#tree = tree.slice(0, used * 2)
  }

  /** The next symbol. The codes are complete: every run of bits leads to one. */
  next(bits: Bits): number {
    let node = 0
    do node = this.#tree[node * 2 + bits.bit()] ?? -1
    while (node > 0)
    return -1 - node
  }
}

export const scaleFactorBook = new Huffman(scaleFactorCodes)

/** How a spectral codebook's symbols stand for values (ISO/IEC 14496-3 table 4.151). */
interface SpectralBook {
  readonly huffman: Huffman
  /** values a symbol */
  readonly dimension: 2 | 4
  readonly isSigned: boolean
  readonly largest: number
}

const SHAPES: readonly (readonly [2 | 4, boolean, number])[] = [
  [4, true, 1], [4, true, 1], [4, false, 2], [4, false, 2], [2, true, 4], [2, true, 4],
  [2, false, 7], [2, false, 7], [2, false, 12], [2, false, 12], [2, false, 16],
]
const books: readonly SpectralBook[] = spectrumCodes.map((codes, index) => {
  const [dimension, isSigned, largest] = SHAPES[index] ?? [2, false, 16]
  return { huffman: new Huffman(codes), dimension, isSigned, largest }
})

/** Reads quantised values of one codebook into `out` from `at`, `count` of them (a multiple of the book's dimension). */
export function readSpectrum(bits: Bits, book: number, out: Int32Array, at: number, count: number): void {
  const found = books[book - 1]
  if (found === undefined) return
  const { huffman, dimension, isSigned, largest } = found
  const base = isSigned ? largest * 2 + 1 : largest + 1
  for (let i = 0; i < count; i += dimension) {
    let symbol = huffman.next(bits)
    for (let d = dimension - 1; d >= 0; d -= 1) {
      out[at + i + d] = (symbol % base) - (isSigned ? largest : 0)
      symbol = Math.floor(symbol / base)
    }
    if (!isSigned) for (let d = 0; d < dimension; d += 1) if (out[at + i + d] !== 0 && bits.bit() === 1) out[at + i + d] = -(out[at + i + d] ?? 0)
    if (book === 11) for (let d = 0; d < dimension; d += 1) out[at + i + d] = escaped(bits, out[at + i + d] ?? 0)
  }
}

/** Book 11's sixteen stands for a longer value: as many ones as it has bits beyond four, a zero, the bits (§4.6.3.3). */
function escaped(bits: Bits, value: number): number {
  if (Math.abs(value) !== 16) return value
  let extra = 4
  while (extra < 13 && bits.bit() === 1) extra += 1
  return Math.sign(value) * ((1 << extra) + bits.read(extra))
}
