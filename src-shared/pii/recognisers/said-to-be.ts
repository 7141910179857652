import { matchesOf } from '../matches.ts'
import { isEnglishWord } from '../names/english-words.ts'
import { isProductWord } from '../names/products.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { numeralsOf } from '../shadow/numerals.ts'
import { isInitialAndName } from './login-shapes.ts'

/**
 * Logins of which a sentence says that somebody is one: "she's harebell_42 on the forum", "you'll be jmackay seven", "who is
 * rustynail1958?"; and who writes under one in a chat ("Wren_B: …").
 */
const IS = new RegExp(`(?<![\\p{L}])(?:${[
  "i['’]m", 'i am', "(?:he|she|they|you|who)(?:['’](?:s|re|ll be)| is| are| will be)", 'known as', 'signs as',
  'ich bin', '(?:er|sie|wer) ist', 'je suis', "(?:c['’]est|il est|elle est|qui est)", 'soy', '(?:él|ella|quién) es', 'jag är', '(?:han|hon|vem) är',
].join('|')}) `, 'gu')

const JOINED = /\p{L}{2,20}(?:_[\p{L}\d]{1,20}){1,3}(?![\p{L}\d@/\\(=_]|[.-][\p{L}\d])/uy
const NUMBERED = /(\p{Ll}{6,20})\d{2,4}(?![\p{L}\d@_/\\]|[.-][\p{L}\d])/uy
/** The number behind may be said in two words. */
const SAID = /(\p{Ll}{5,20}) (\p{L}{2,9}|\d{1,4})(?:[ -](\p{L}{3,5}))?(?=[,.;!?\n]|$| (?:on|in|so|and|there|if|auf|sur|en|på|everywhere|for|by)(?!\p{L}))/uy
const WRITER = /(?<=(?:^|\n) {0,2})\p{Lu}\p{Ll}{1,15}_(?:\p{Lu}\p{Ll}{0,15}|\d{1,4})(?=: )/gu

export const saidToBeRecogniser: Recogniser = {
  name: 'said-to-be',
  *find(view, context) {
    for (const { index, 0: lead } of matchesOf(view.lower, IS)) {
      const start = index + lead.length
      const length = loginAt(view.text, start, view.kind === 'source', context)
      if (length > 0) yield login(start, length, 'subject')
    }
    for (const { index, 0: text } of /\p{Ll}_/u.test(view.text) ? matchesOf(view.text, WRITER) : []) yield login(index, text.length, 'writes here')
  },
}

const login = (start: number, length: number, cue: string): Candidate => ({ start, end: start + length, type: 'USERNAME', score: 0.86, cue })

/** How long the login is that begins at a place; 0 where none does. */
function loginAt(text: string, start: number, isSource: boolean, context: RecogniserContext): number {
  const at = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = start
    return pattern.exec(text)
  }
  const joined = at(JOINED)
  if (joined !== null) return joined[0].length
  if (!isSource) return 0
  const numbered = at(NUMBERED)
  if (numbered !== null && isNoWord(numbered[1] ?? '')) return numbered[0].length
  const [said = '', letters = '', number = '', unit] = at(SAID) ?? []
  const { small } = numeralsOf(context.lang)
  if (!(/^\d/.test(number) || small.has(number)) || !(isGlued(letters) || isInitialAndName(letters, context))) return 0
  return unit === undefined || small.has(unit) ? said.length : said.length - unit.length - 1
}

const isNoWord = (letters: string): boolean => !isEnglishWord(letters) && !isProductWord(letters)

/** "muddyboots": two words run together, which are none together. */
function isGlued(letters: string): boolean {
  if (letters.length < 7 || !isNoWord(letters)) return false
  for (let cut = 3; cut <= letters.length - 3; cut++) if (isEnglishWord(letters.slice(0, cut)) && isEnglishWord(letters.slice(cut))) return true
  return false
}
