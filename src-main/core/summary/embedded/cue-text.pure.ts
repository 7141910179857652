import { said, type Said } from './cue-pattern.pure.ts'
import { tokenEnd, wordEnd } from '../evidence/words.pure.ts'
import type { Mention } from './people.pure.ts'

const OPENED: ReadonlyMap<string, string> = new Map(Object.entries({
  gonna: 'going to', wanna: 'want to', gotta: 'got to', "let's": 'let us', lets: 'let us', "can't": 'can not', cannot: 'can not',
  "won't": 'will not', "shan't": 'shall not', wont: 'will not', dont: 'do not', didnt: 'did not', doesnt: 'does not', cant: 'can not',
  im: 'i am', ill: 'i will', ive: 'i have', "ain't": 'is not', "y'all": 'you all', gotcha: 'got it', lemme: 'let me', gimme: 'give me',
  whos: 'who is', thats: 'that is', theyre: 'they are', youre: 'you are', youll: 'you will', theyll: 'they will', weve: 'we have',
  todo: 'to do', todos: 'to dos', 'to-do': 'to do', 'to-dos': 'to dos', pls: 'please', plz: 'please',
}))
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^(.+)n't$/, '$1 not'], [/^(.+)'ll$/, '$1 will'], [/^(i)'m$/, '$1 am'], [/^(.+)'re$/, '$1 are'],
  [/^(.+)'ve$/, '$1 have'], [/^(i|you|we|they|he|she|it)'d$/, '$1 would'],
  [/^(it|that|there|here|he|she|what|who|where|how|this|everyone|everybody|someone|somebody|one)'s$/, '$1 is'],
]
const MENTION = /@[0-9x]+/y
const MARKS = '.?!,;:–—'

/**
 * A sentence as the cue patterns read it: lower case, contractions opened, participants as `@0`, other hidden people as
 * `@x`, marks apart, one space at both ends. Patterns then need neither case nor apostrophes.
 */
export function cueText(text: string, mentions: readonly Mention[] = []): Said {
  let marked = ''
  let from = 0
  for (const { person, start, end } of mentions) {
    marked += `${text.slice(from, start)} @${person === null ? 'x' : String(person)} `
    from = end
  }
  marked = from === 0 ? text : marked + text.slice(from)
  return said(cueWordsIn(marked))
}

/** Words and marks of a text as cue patterns read them; participants stand there as `@0`. */
export function cueWordsIn(text: string): string[] {
  const marked = text.includes('’') ? text.replaceAll('’', "'") : text
  const words: string[] = []
  for (let at = 0; at < marked.length; ) {
    const end = pieceEnd(marked, at)
    if (end > at) words.push(...shownAs(marked.slice(at, end)))
    at = Math.max(at + 1, end)
  }
  return words
}

/** Where the mention, token, word or mark that begins at a place ends; the place itself where none does. */
function pieceEnd(text: string, at: number): number {
  const word = wordEnd(text, at, "'-")
  if (word > at) return word
  const mark = text.charAt(at)
  if (mark === ' ') return at
  if (mark === '[') return tokenEnd(text, at)
  if (mark !== '@') return MARKS.includes(mark) ? at + 1 : at
  MENTION.lastIndex = at
  return MENTION.test(text) ? MENTION.lastIndex : at
}

const shownAs = (piece: string): readonly string[] =>
  piece.startsWith('[PERSON_') ? ['@x'] : piece.startsWith('[') || piece.startsWith('@') ? [piece] : opened(piece.toLowerCase()).split(' ')

function opened(word: string): string {
  const known = OPENED.get(word)
  if (known !== undefined) return known
  if (!word.includes("'")) return word
  const rule = ENDINGS.find(([pattern]) => pattern.test(word))
  return rule === undefined ? word : word.replace(rule[0], rule[1])
}
