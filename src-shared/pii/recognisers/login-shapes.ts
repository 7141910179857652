import { isTokenAt } from '../../domain/token.ts'
import { wordsBefore } from '../cue-window.ts'
import { isEnglishWord } from '../names/english-words.ts'
import { isEverGivenName, isEverydayWord, isListedName, strangeness } from '../names/everyday.ts'
import { isGivenIn } from '../names/given.ts'
import { isProductWord } from '../names/products.ts'
import { hasWordList, isWordIn, isWorldName } from '../names/words-by-language.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { matchesOf } from '../matches.ts'

/**
 * Logins by their form alone, whatever is said of them: an initial and a family name in one word ("kdrummond"), a name and
 * a piece behind an underscore ("okafor_p"), who writes in a chat ("[09:41] mossy_7: …"), and a letter with a number where somebody
 * has one ("the quota of u1140267").
 */
const TOKEN = /(?<![\p{L}\d@._/\\-])(\p{L}{5,18})\d{0,4}(?![\p{L}\d@_/\\]|[.-][\p{L}\d])/gu
const JOINED = /(?<![\p{L}\d@.\-/\\])\p{L}[\p{L}\d]{0,18}_[\p{L}\d_]{0,18}[\p{L}\d](?![\p{L}\d@/\\(=]|[.-][\p{L}\d])/gu
/** A sign inside, other than a token's. */
const JOINT = /_(?!\d{1,6}\])/
const LINE_OF_CHAT = /^(?:\[?\d|<)/m
/** "curtis.ledbetter": a given name and a family name. */
const DOTTED = /(?<![\p{L}\d@._/\\-])([a-z]{3,14})\.([a-z]{4,18})\d{0,3}(?![\p{L}\d@_/\\]|[.-][\p{L}\d])/gu
const INNER_STOP = /[a-z]\.[a-z]{4}/
const WRITER = /(?<=(?:^|\n)(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?,? {1,3}|<))(?=[\p{L}\d.-]{0,20}[\d_])\p{L}[\p{L}\d_.-]{2,24}(?=: |> )/gu
const NUMBERED = /(?<![\p{L}\d@._/-])\p{Ll}\d{6,8}(?![\p{L}\d@_/-]|\.\p{L})/gu
const OF_SOMEBODY = /(?:belongs to|owned by|owner|user|account|login|quota|home|student|staff|run by|submitted by|mailbox|gehört|benutzer|konto|compte|appartient à|cuenta|usuario|tillhör|konto)(?: of| is|:| von| de| för)?[ :]{1,2}$/u

const MIN_SURNAME = 5

export const loginShapeRecogniser: Recogniser = {
  name: 'login-shape',
  only: 'source',
  *find(view, context) {
    const login = (start: number, text: string, cue: string): Candidate => ({ start, end: start + text.length, type: 'USERNAME', score: 0.78, cue })
    for (const { index, 0: text, 1: letters = '' } of matchesOf(view.text, TOKEN)) {
      // Of the other languages too many words are in no list of ours.
      if (!/^[a-z]+$/.test(letters) || (context.lang !== 'en' && !/\d/.test(text)) || isTokenAt(view.text, index - 1)) continue
      if (isInitialAndName(letters, context)) yield login(index, text, 'initial and name')
    }
    for (const { index, 0: text, 1: first = '', 2: last = '' } of INNER_STOP.test(view.text) ? matchesOf(view.text, DOTTED) : []) {
      if ((isEverGivenName(first) || isGivenIn(first, context.lang)) && isSurname(last) && !isEverydayWord(last)) yield login(index, text, 'two names')
    }
    for (const { index, 0: text } of JOINT.test(view.text) ? matchesOf(view.text, JOINED) : []) {
      if (!isTokenAt(view.text, index - 1) && hasName(text, context)) yield login(index, text, 'name inside')
    }
    for (const { index, 0: text } of LINE_OF_CHAT.test(view.text) ? matchesOf(view.text, WRITER) : []) yield login(index, text, 'writes here')
    for (const { index, 0: text } of view.hasDigit ? matchesOf(view.text, NUMBERED) : []) {
      if (OF_SOMEBODY.test(wordsBefore(view, index, context, 24))) yield login(index, text, 'trigger word')
    }
  },
}

/** Family names that no dictionary has, so that the whole cannot be a word of ours by chance. */
const isSurname = (lower: string): boolean => lower.length >= MIN_SURNAME && (isListedName(lower) || isWorldName(lower)) && !isProductWord(lower)

const known = new Map<string, boolean>()
const MAX_KNOWN = 20_000

/** "kdrummond". A meeting says the same words over and over: each is judged once. */
export function isInitialAndName(lower: string, context: RecogniserContext): boolean {
  const key = `${context.lang} ${lower}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= MAX_KNOWN) known.clear()
  const isOne = readInitialAndName(lower, context)
  known.set(key, isOne)
  return isOne
}

function readInitialAndName(lower: string, { lang }: RecogniserContext): boolean {
  const family = lower.slice(1)
  if (!isSurname(family) || isEverydayWord(family) || (hasWordList(lang) && (isWordIn(family, lang) || isWordIn(lower, lang)))) return false
  // "clarke", "olena": what is a name by itself, or a word or nearly one, is no login.
  if (isSurname(lower) || isEverGivenName(lower) || isGivenIn(lower, lang) || isProductWord(lower)) return false
  return !isEnglishWord(lower) && strangeness(lower) === 1
}

/** "okafor_p", "tibo_reader", "bmoradi_ops": one part is a name, with an initial or without, and no word, none is shouted. */
function hasName(text: string, context: RecogniserContext): boolean {
  const { lang } = context
  if (/\p{Lu}{2}/u.test(text)) return false
  const parts = text.toLowerCase().split(/[_\d]+/).filter((part) => part !== '')
  return parts.some((part) => isInitialAndName(part, context) || (part.length > 3 && !isEverydayWord(part) && !isProductWord(part) &&
    !(hasWordList(lang) && isWordIn(part, lang)) && (isListedName(part) || isWorldName(part) || isGivenIn(part, lang))))
}
