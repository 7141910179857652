import type { Shadow } from './shadow.ts'

/** Characters of the shadow: copies of as many of the source, or what stands for a range of it as a whole. */
interface Part {
  readonly at: number
  readonly start: number
  readonly end: number
  readonly isCopy: boolean
}

/** Writes a shadow text and keeps, for every character of it, the source range it stands for. */
export class ShadowWriter {
  readonly #source: string
  #text = ''
  readonly #parts: Part[] = []
  /** Is still to be copied: what is copied piece by piece is one part. */
  #copied = { start: 0, end: 0 }

  constructor(source: string) {
    this.#source = source
  }

  /** Writes characters that together stand for one source range. */
  write(text: string, start: number, end: number): void {
    this.#writeCopied()
    if (text !== '') this.#parts.push({ at: this.#text.length, start, end, isCopy: false })
    this.#text += text
  }

  /** Copies source characters one to one. */
  copy(start: number, end: number): void {
    if (this.#copied.end === start) this.#copied.end = end
    else {
      this.#writeCopied()
      this.#copied = { start, end }
    }
  }

  #writeCopied(): void {
    const { start, end } = this.#copied
    if (start < end) {
      this.#parts.push({ at: this.#text.length, start, end, isCopy: true })
      this.#text += this.#source.slice(start, end)
    }
    this.#copied = { start: end, end }
  }

  finish(hasValues: boolean): Shadow {
    this.#writeCopied()
    const text = this.#text
    const parts = this.#parts
    return {
      text,
      hasValues,
      startOf(at) {
        const part = partAt(parts, at)
        return part === undefined || at >= text.length ? undefined : part.start + (part.isCopy ? at - part.at : 0)
      },
      endOf(at) {
        const part = partAt(parts, at)
        return part === undefined || at >= text.length ? undefined : part.isCopy ? part.start + at - part.at + 1 : part.end
      },
    }
  }
}

/** The last part that begins at or before a character. */
function partAt(parts: readonly Part[], at: number): Part | undefined {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.at ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return parts[low - 1]
}
