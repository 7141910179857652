/**
 * What patterns that end in `$` do in the square of a text's length, since they try again at every place: looked for from
 * the end instead.
 */

/** A text without those signs of its end that a pattern for one sign matches. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length
  while (end > 0 && sign.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** Whether the last match of a global pattern in a line ends at most so many characters before the line's end. */
export function endsNear(text: string, pattern: RegExp, chars: number): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  let end = -1
  for (const match of line.matchAll(pattern)) end = match.index + match[0].length
  return end >= 0 && line.length - end <= chars
}

/** A pattern that ends in `$`, read backwards from the end of a text. */
export function backwards(pattern: RegExp): { test(text: string): boolean } {
  const behind = new RegExp(`(?<=${pattern.source.replace(/\$$/, '')})`, `${pattern.flags}y`)
  return {
    test(text) {
      behind.lastIndex = text.length
      return behind.test(text)
    },
  }
}
