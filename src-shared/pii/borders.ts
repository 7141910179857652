/** Where a long text may be cut, so that a part of it is read by itself: at the border of a line or a word that stands near. */
const REACH = 60

/** The start of a line, else of a word, else of a character, at or before a place. */
export function borderBefore(text: string, at: number): number {
  if (at <= 0) return 0
  const start = Math.max(0, at - REACH)
  const before = text.slice(start, at)
  const line = before.lastIndexOf('\n')
  if (line >= 0) return start + line + 1
  const blank = before.lastIndexOf(' ', before.length - 2)
  // A mark makes one character with the blank before it.
  return blank >= 0 && WORD_START.test(before.charAt(blank + 1)) ? start + blank + 1 : start + lastCharacter(before)
}

/** The end of a line, else of a word, else of a character, at or behind a place. */
export function borderBehind(text: string, at: number): number {
  if (at >= text.length) return text.length
  const behind = text.slice(at, at + REACH)
  const line = behind.indexOf('\n')
  if (line >= 0) return at + line
  const blank = behind.indexOf(' ')
  return at + (blank >= 0 ? blank : lastCharacter(behind))
}

const WORD_START = /[!-~\p{L}]/u
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Where the last character of a piece begins: the first may be cut, the last is whole. */
const lastCharacter = (piece: string): number => graphemes.segment(piece).containing(piece.length - 1)?.index ?? 0
