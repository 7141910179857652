/** Follows the lengths of Ogg pages through pieces of any size, to tell at the end whether the last page is whole. */
export class OggEnd {
  #header: number[] = []
  #left = 0

  see(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (this.#left > 0) {
        const passed = Math.min(this.#left, piece.length - at)
        this.#left -= passed
        at += passed
        continue
      }
      this.#header.push(piece[at] ?? 0)
      at += 1
      const count = this.#header[26]
      if (count === undefined || this.#header.length < 27 + count) continue
      const isPage = String.fromCharCode(...this.#header.slice(0, 4)) === 'OggS'
      this.#left = isPage ? this.#header.slice(27).reduce((sum, length) => sum + length, 0) : 0
      this.#header = []
    }
  }

  get isWithinPage(): boolean {
    return this.#left > 0 || this.#header.length > 0
  }
}
