/** Small rules about characters that every format shares. All linear in the length of the text. */

const NOTHING_TO_SEE = /[^\s\p{Cf}\p{Cc}\p{Zs}\u2800\u3164]/u

/** Is there anything to read: not just blanks, controls and invisible marks? */
export const hasWords = (text: string): boolean => NOTHING_TO_SEE.test(text)

/** Wrapped lines, control characters and runs of blanks become single spaces; unpaired surrogates become U+FFFD. */
export const oneLine = (text: string): string => text.toWellFormed().replace(/[\s\u0000-\u001f\u007f\u0085]+/g, ' ').trim()

const EDGE_MARKS = new Set('\u200b \u200c \u200d \u200e \u200f \u202a \u202b \u202c \u202d \u202e \u2060 \u2066 \u2067 \u2068 \u2069 \ufeff * _'.split(' '))

/** A speaker's name as written, without blanks, invisible marks and Markdown emphasis at its ends. */
export function personName(name: string): string {
  const text = oneLine(name)
  let from = 0
  let to = text.length
  const loose = (char: string | undefined): boolean => char !== undefined && (EDGE_MARKS.has(char) || char === ' ')
  while (from < to && loose(text[from])) from++
  while (to > from && loose(text[to - 1])) to--
  return text.slice(from, to)
}

/** A line of a file and its number, counted from 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** Splits at every kind of line break there is (LF, CRLF, CR, vertical tab, form feed, NEL, U+2028, U+2029). */
export const linesOf = (text: string): Line[] => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line, index) => ({ number: index + 1, text: line }))

export const isBlank = (line: Line | undefined): boolean => line === undefined || !hasWords(line.text)
