/**
 * Words as they were said or typed, before redaction.
 *
 * An opaque object rather than a branded string, so that a leak fails twice: it does not compile where a
 * string or a RedactedText is asked for, and it prints, serialises and concatenates as a fixed phrase.
 * Making one is `make.ts` (importers, edit-saving, staging), opening one is `open.ts` (redaction, vault);
 * a dependency rule keeps everybody else out of those two files. It does not survive structured clone:
 * raw words cross a thread only sealed.
 */
export class RawText {
  readonly #words: string

  private constructor(words: string) {
    this.#words = words
  }

  /** For `make.ts` only. */
  static of(words: string): RawText {
    return new RawText(words)
  }

  /** For `open.ts` only. */
  static wordsOf(raw: RawText): string {
    return raw.#words
  }

  toString(): string {
    return '[raw text]'
  }

  toJSON(): string {
    return '[raw text]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[raw text]'
  }
}
