/**
 * Many patterns that begin alike are looked for together: one pass over a text finds where any of them begins, and only there each is
 * tried. By itself each would take a pass of its own.
 */

/** Finds the places where one of some sticky patterns matches; `before` is what must hold of what stands before all of them. */
export const beginningsOf = (before: string, patterns: readonly RegExp[]): RegExp =>
  new RegExp(`${before}(?=${patterns.map(({ source }) => source).join('|')})`, 'gu')

export function placesOf(beginnings: RegExp, text: string): number[] {
  const places: number[] = []
  beginnings.lastIndex = 0
  // A match has no length, so that it ends where it begins.
  while (beginnings.test(text)) places.push(beginnings.lastIndex++)
  return places
}

/** The matches of one of these patterns, at places in order; none begins inside the one before, as in `matchAll`. */
export function* matchesAt(places: readonly number[], text: string, pattern: RegExp): Generator<RegExpExecArray> {
  let behind = 0
  for (const place of places) {
    if (place < behind) continue
    pattern.lastIndex = place
    const match = pattern.exec(text)
    if (match === null) continue
    behind = pattern.lastIndex
    yield match
  }
}
