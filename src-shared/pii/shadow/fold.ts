import type { Shadow } from './shadow.ts'
import { ShadowWriter } from './writer.ts'

/** Invisible characters people and programs put inside words: soft hyphen, zero-width space and joiners, word joiner, BOM, marks of direction. */
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
/** What is not as it looks: it is left out or written otherwise in the shadow. */
export const DISGUISED = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\uff01-\uff5e\u3000]|(?![0-9])\p{Nd}/u

/** Most texts have none of the signs from the first of these on. */
export const mayBeDisguised = (text: string): boolean => /[^\0-\u00ac]/.test(text)

/** Removes invisible characters, makes full-width forms and digits of other scripts ASCII. Null where there are none. */
export function foldCharacters(text: string): Shadow | null {
  if (!mayBeDisguised(text) || !DISGUISED.test(text)) return null
  const out = new ShadowWriter(text)
  let at = 0
  for (const char of text) {
    const end = at + char.length
    if (!INVISIBLE.test(char)) out.write(folded(char), at, end)
    at = end
  }
  return out.finish(true)
}

function folded(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code === 0x3000) return ' '
  if (code > 0x7f && /\p{Nd}/u.test(char)) return String(digitValue(code))
  return char
}

/** Unicode lays decimal digits out in runs of ten, each starting where the one before is no digit or a multiple of ten away. */
function digitValue(code: number): number {
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  // Mathematical digits follow one another without a gap: five runs from U+1D7CE.
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : code - zero
}
