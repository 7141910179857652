/** What words are made of: letters with their marks, and digits, of any script. */
const LETTER = /^[\p{L}\p{M}\p{N}]$/u
const UNKNOWN = 0
const INSIDE = 1
const OUTSIDE = 2
/** Asked of every character of every text: each is looked up in Unicode's tables once. */
const seen = new Uint8Array(0x10000)

/** Code units of the letter or digit at a place in a text: 1, or 2 for a pair of surrogates; 0 where there is none. */
export function wordWidth(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at)
  // Behind the end, and the halves of pairs.
  if (Number.isNaN(code)) return 0
  if (code >= 0xd800 && code <= 0xdfff) return LETTER.test(text.slice(at, at + 2)) ? 2 : 0
  let kind = seen[code] ?? OUTSIDE
  if (kind === UNKNOWN) seen[code] = kind = LETTER.test(String.fromCharCode(code)) ? INSIDE : OUTSIDE
  return kind === INSIDE ? 1 : 0
}

/** Whether the character before a place is one of a word. */
export const endsInWord = (text: string, end: number): boolean => wordWidth(text, end - 1) === 1 || wordWidth(text, end - 2) === 2

const UPPER = /^\p{Lu}/u
/** Whether a capital stands at a place in a text. */
export function startsUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? code >= 65 && code <= 90 : UPPER.test(text.slice(at, at + 2))
}
