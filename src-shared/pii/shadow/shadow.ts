/** A shadow text; `starts[i]`/`ends[i]` bound the source characters that shadow character `i` stands for. Both never decrease. */
export interface Shadow {
  readonly text: string
  readonly starts: Uint32Array
  readonly ends: Uint32Array
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
