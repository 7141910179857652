import { isEnglishWord, isMadeOfEnglish } from './english-words.ts'
import { isEverydayWord, isGivenName, isListedName } from './everyday.ts'
import { isGivenIn } from './given.ts'
import { isWorldName } from './words-by-language.ts'

const MIN_PART = 4
const MAX_CHARS = 32

const LANGS = ['en', 'de', 'fr', 'es', 'sv']

const isGiven = (part: string): boolean => !isEverydayWord(part) && (isGivenName(part) || LANGS.some((lang) => isGivenIn(part, lang)))
const isFamily = (part: string): boolean => !isEnglishWord(part) && (isListedName(part) || isWorldName(part))

/** A first and a family name run together as in domains ("tamsinashworth", "hagedorntjark"). Lower case in. */
export function isGluedName(label: string): boolean {
  if (label.length < 2 * MIN_PART || label.length > MAX_CHARS || !/^[a-z]+$/.test(label) || isEverydayWord(label) || isMadeOfEnglish(label)) return false
  for (let cut = MIN_PART; cut <= label.length - MIN_PART; cut++) {
    const [head, tail] = [label.slice(0, cut), label.slice(cut)]
    if ((isGiven(head) && isFamily(tail)) || (isFamily(head) && isGiven(tail))) return true
  }
  return false
}
