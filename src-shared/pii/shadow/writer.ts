import type { Shadow } from './shadow.ts'

/** Writes a shadow text and keeps, for every character of it, the source range it stands for. */
export class ShadowWriter {
  #parts: string[] = []
  #starts: Uint32Array
  #ends: Uint32Array
  #length = 0

  /** `sourceLength` is a first guess at the shadow's length; it grows when needed. */
  constructor(sourceLength: number) {
    this.#starts = new Uint32Array(sourceLength + 16)
    this.#ends = new Uint32Array(sourceLength + 16)
  }

  get length(): number {
    return this.#length
  }

  /** Writes characters that together stand for one source range. */
  write(text: string, start: number, end: number): void {
    this.#reserve(text.length)
    this.#parts.push(text)
    this.#starts.fill(start, this.#length, this.#length + text.length)
    this.#ends.fill(end, this.#length, this.#length + text.length)
    this.#length += text.length
  }

  /** Copies source characters one to one. */
  copy(text: string, start: number): void {
    this.#reserve(text.length)
    this.#parts.push(text)
    for (let i = 0; i < text.length; i++) {
      this.#starts[this.#length + i] = start + i
      this.#ends[this.#length + i] = start + i + 1
    }
    this.#length += text.length
  }

  finish(): Shadow {
    return { text: this.#parts.join(''), starts: this.#starts.subarray(0, this.#length), ends: this.#ends.subarray(0, this.#length) }
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#starts.length) return
    const size = Math.max(this.#starts.length * 2, this.#length + more)
    const grow = (old: Uint32Array): Uint32Array => {
      const next = new Uint32Array(size)
      next.set(old)
      return next
    }
    this.#starts = grow(this.#starts)
    this.#ends = grow(this.#ends)
  }
}
