import { isStopWord } from '../evidence/words.pure.ts'

/** Two letters that are a word, a unit or a short form; of any other two somebody thought better. */
const PAIRS = new Set(
  ('ad ah ai al am an ar as at be bi by cd ce ch cm co da db de di do dr du dv eh el en er es et eu ex fm ft gb go ha he hi hq hr id if il im in ip is it iv je jo ka kg km la le lo lp ma me mg ml mm mp'
    + ' mr ms my nb no né of oh ok om on or ou ow ox pa pc pm po pr ps qa re sa se si so st su ta te ti to tu tv uk un up us ut ux va vi vr vs wc we xl ya ye yo za är åt du er ob um ui vo wo zu ja na').split(' '),
)
const ENDINGS = /^(?:s|es|ed|d|er|ers|r|or|ors|ing|ly|y|al|n|en|ish|less|ful|able|ment|ments|ness|'s|man|men|th|ty|teen|wise|ward|light|line|work|time|day|days)$/
const ENGLISH = new Set('the a an of to and in for on with that this we you'.split(' '))
/** The whole word stands within so many words. */
const REACH = 3

/** Which words of an English sentence were begun and not finished: "deci we've decided", "technolog technological", "mo maybe". Lower-case keys. */
export function unfinished(keys: readonly string[]): ReadonlySet<number> {
  if (!keys.some((key) => ENGLISH.has(key))) return NONE
  const found = new Set<number>()
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? ''
    if (key.length < 2 || !(key.length === 2 ? !PAIRS.has(key) : wholeBehind(keys, at))) continue
    if (/^[a-z]+$/.test(key) && !isStopWord(key)) found.add(at)
  }
  return found
}
const NONE: ReadonlySet<number> = new Set()

function wholeBehind(keys: readonly string[], at: number): boolean {
  for (let next = at + 1; next <= at + REACH && next < keys.length; next++) if (isWholeOf(keys[at] ?? '', keys[next] ?? '')) return true
  return false
}

const isWholeOf = (begun: string, word: string): boolean =>
  word.length > begun.length && word.startsWith(begun) && !/[-']/.test(word) && !ENDINGS.test(word.slice(begun.length))
