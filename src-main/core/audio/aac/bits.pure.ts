/** Reads bits, most significant first. Past the end come zeros and `isOver` turns true, so that broken data cannot throw midway. */
export class Bits {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isOver(): boolean {
    return this.#at > this.#bytes.length * 8
  }

  bit(): number {
    const value = ((this.#bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1
    this.#at += 1
    return value
  }

  /** @param count at most 24 */
  read(count: number): number {
    let value = 0
    for (let left = count; left > 0; ) {
      const free = 8 - (this.#at & 7)
      const take = Math.min(free, left)
      value = (value << take) | (((this.#bytes[this.#at >> 3] ?? 0) >> (free - take)) & ((1 << take) - 1))
      this.#at += take
      left -= take
    }
    return value
  }

  skip(count: number): void {
    this.#at += count
  }

  align(): void {
    this.#at = (this.#at + 7) & ~7
  }
}
