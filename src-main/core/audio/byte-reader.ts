/** Reads exact numbers of bytes, in order, from pieces of any size. Holds one piece and one request at a time. */
export class ByteReader {
  readonly #iterator: AsyncIterator<Uint8Array>
  #piece: Uint8Array = new Uint8Array(0)
  #offset = 0
  /** bytes handed out so far */
  position = 0

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#iterator = pieces[Symbol.asyncIterator]()
  }

  /** The next bytes as they come, at most `most`; empty only at the end. */
  async some(most: number): Promise<Uint8Array> {
    if (!(await this.#fill())) return new Uint8Array(0)
    const taken = this.#piece.subarray(this.#offset, this.#offset + most)
    this.#offset += taken.length
    this.position += taken.length
    return taken
  }

  /** The next `length` bytes; fewer only at the end. `length` must be bounded by the caller: it is allocated. */
  async exactly(length: number): Promise<Uint8Array> {
    const first = await this.some(length)
    if (first.length === length) return first
    const bytes = new Uint8Array(length)
    bytes.set(first)
    let filled = first.length
    while (filled < length) {
      const more = await this.some(length - filled)
      if (more.length === 0) break
      bytes.set(more, filled)
      filled += more.length
    }
    return bytes.subarray(0, filled)
  }

  /** Skips `length` bytes; false when the data end before. */
  async skip(length: number): Promise<boolean> {
    let left = length
    while (left > 0) {
      const passed = await this.some(left)
      if (passed.length === 0) return false
      left -= passed.length
    }
    return true
  }

  async #fill(): Promise<boolean> {
    while (this.#offset >= this.#piece.length) {
      const next = await this.#iterator.next()
      if (next.done === true) return false
      this.#piece = next.value
      this.#offset = 0
    }
    return true
  }
}
