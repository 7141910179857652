import { wordsIn } from './words.pure.ts'

const UNITS = new Map('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ').map((word, at) => [word, at]))
const TENS = new Map('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]))
const ORDINALS = new Map('zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(' ').map((word, at) => [word, at]))
const SCALES = new Map([['hundred', 100], ['thousand', 1000], ['million', 1e6], ['billion', 1e9]])
const DIGITS = /^(\p{N}+(?:[.,]\p{N}+)*)(?:st|nd|rd|th|k|m|bn|%)?$/u

/**
 * Every number of a text as plain digits, however it was written or spoken: "1,500", "fifteen hundred" and "1500" are one.
 * "One", "a second" and "first" alone are words, not numbers.
 */
export function numbersIn(text: string): Set<string> {
  const numbers = new Set<string>()
  let total: number | null = null
  let group = 0
  let parts = 0
  const flush = (): void => {
    if (total !== null && (parts > 1 || total + group > 1)) numbers.add(String(total + group))
    total = null
    group = 0
    parts = 0
  }
  for (const word of wordsIn(text).flatMap(({ key }) => (/^\p{L}+(?:-\p{L}+)+$/u.test(key) ? key.split('-') : [key]))) {
    const digits = DIGITS.exec(word)?.[1]
    const small = UNITS.get(word) ?? (parts > 0 || !WORDLIKE.has(word) ? ORDINALS.get(word) : undefined)
    const ten = TENS.get(word)
    const scale = SCALES.get(word)
    if (digits !== undefined) {
      flush()
      numbers.add(plain(digits))
    } else if (/\p{N}/u.test(word) && !word.startsWith('[')) {
      flush()
      for (const part of word.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? []) numbers.add(plain(part))
    } else if (scale !== undefined && total !== null) {
      if (scale === 100) group = (group || 1) * 100
      else {
        total += (group || 1) * scale
        group = 0
      }
      parts++
    } else if (small !== undefined || ten !== undefined) {
      // "twenty five" is one number, "five twenty" and "six nine" are two.
      const fits = total !== null && (group % 100 === 0 ? group > 0 || parts > 0 : group % 10 === 0 && group % 100 >= 20 && (small ?? 10) < 10)
      if (!fits) flush()
      total ??= 0
      group += small ?? ten ?? 0
      parts++
    } else if (word !== 'and' || total === null || group % 100 !== 0) flush()
  }
  flush()
  return numbers
}

const WORDLIKE = new Set(['first', 'second', 'third'])
/** "1,500" → "1500"; "2.5" stays; a trailing ".0" goes. */
const plain = (digits: string): string => digits.replace(/,(?=\p{N}{3}(?:\D|$))/gu, '').replace(/\.0+$/, '')
