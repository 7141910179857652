const NONE: readonly RegExpExecArray[] = []

/**
 * What `text.matchAll(pattern)` gives, without the copy of its pattern that each such call makes: over a short text the copy takes longer
 * than to look. `pattern` is global.
 */
export function matchesOf(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  pattern.lastIndex = 0
  const first = pattern.exec(text)
  return first === null ? NONE : matchesFrom(first, text, pattern)
}

/** The place is kept here, so that a pattern may be used for something else between two matches. */
function* matchesFrom(first: RegExpExecArray, text: string, pattern: RegExp): Generator<RegExpExecArray> {
  for (let match: RegExpExecArray | null = first; match !== null; match = pattern.exec(text)) {
    const { index, 0: { length } } = match
    yield match
    // Behind a match without length the next begins a character further on.
    pattern.lastIndex = index + (length > 0 ? length : (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1)
  }
}
