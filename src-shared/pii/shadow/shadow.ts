/** A shadow text, and where the source characters begin and end that one of its characters stands for. Both never decrease. */
export interface Shadow {
  readonly text: string
  /** Undefined behind the last character. */
  startOf(at: number): number | undefined
  endOf(at: number): number | undefined
  /** False where nothing is written out but small numbers, each said by itself ("two minutes"). */
  readonly hasValues: boolean
}

/** A part of the shadow: words that stand for one source range. `isCopy` parts map character by character. */
export interface Piece {
  readonly out: string
  readonly start: number
  readonly end: number
  readonly isCopy: boolean
  /** Part of a value or an address: it may be joined to its neighbours. */
  readonly kind: 'word' | 'value' | 'symbol' | 'filler' | 'gap'
  /** For symbols: whether it was said as a word. */
  readonly said?: string
}
