import { endsInWord, wordWidth } from '../evidence/letters.pure.ts'
import { isStopWord, isToken, keyOf } from '../evidence/words.pure.ts'
import { unfinished } from './fragments.pure.ts'
import { maySoften, softenerAt } from './softeners.pure.ts'

/** One spoken word on its way to the page. Made once for all places where it is written the same, so never changed. */
interface Piece {
  /** What stands before and behind the word. */
  readonly before: string
  readonly core: string
  readonly after: string
  readonly key: string
  /** As it stands on the page. */
  readonly text: string
  readonly comma: boolean
  readonly ends: boolean
  /** A filler or the like, or the first word of one: may be dropped for what it is. */
  readonly loose: boolean
  readonly stray: boolean
  readonly softens: boolean
  /** As `unfinished` takes it: words in capitals are short forms. */
  readonly begun: string
}

const FILLERS = new Set('um uh uhm umm uhh er erm err ah ahh eh hm hmm mm mmm mhm mm-hmm mm-hm uh-huh uh-oh tsk pff ugh ooh oops kinda sorta äh ähm öh euh este'.split(' '))
/** Dropped only when commas set them apart: "it is, like, done". */
const ASIDES = new Set(['like', 'basically', 'right', 'okay', 'ok', 'yeah', 'well', 'oh', 'sorry'])
/** Hung on at the end, behind a comma. */
const TAGS = new Set(['right', 'okay', 'ok', 'yeah', 'sorry', 'huh', 'no'])
const PHRASES = [
  ['you', 'know'], ['i', 'mean'], ['you', 'see'], ['or', 'something', 'like', 'that'], ['and', 'stuff', 'like', 'that'],
  ['and', 'things', 'like', 'that'], ['and', 'so', 'forth'], ['and', 'all', 'that'], ['and', 'stuff'], ['or', 'whatever'], ['or', 'something'],
]
/** By their first word: few words begin one. */
const PHRASES_FROM = Map.groupBy(PHRASES, ([first]) => first)
const phraseAt = (pieces: readonly Piece[], at: number): readonly string[] | undefined =>
  PHRASES_FROM.get(pieces[at]?.key)?.find((words) => words.every((word, i) => pieces[at + i]?.key === word))
const LEADING = new Set('okay ok so well yeah yep yes yup alright and but oh anyway anyways cool great sure plus hey or hi hello mm'.split(' '))
/** Only before a comma: "now, the budget", but "now is the time"; "right, next" but "right now". */
const LEADING_COMMA = new Set('now right then again look listen basically actually obviously however exactly also like good fine perfect no first'.split(' '))
const TRAILING = new Set('and but so or because cause cuz um uh the a an of to with like that which if than as my your our their into from is are was were i we they he she at by very would will should could kind sort'.split(' '))
const NUMERIC = /^(?:\p{N}.*|zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|very|really|no|had|that|many|much|bye)$/u

function piecesOf(text: string, known: Map<string, Piece>): Piece[] {
  const pieces: Piece[] = []
  for (const part of text.split(' ')) {
    const piece = known.get(part)
    if (piece !== undefined) pieces.push(piece)
    else {
      for (const chunk of part.split(/\s+/)) {
        if (chunk === '') continue
        const made = pieceOf(chunk)
        known.set(chunk, made)
        pieces.push(made)
      }
    }
  }
  return pieces
}

/** Where a chunk's word begins and ends inside its punctuation; by hand, since a pattern for it would be quadratic. */
function pieceOf(chunk: string): Piece {
  let from = 0
  let to = chunk.length
  while (from < to && chunk[from] !== '[' && wordWidth(chunk, from) === 0) from++
  while (to > from && chunk[to - 1] !== ']' && !endsInWord(chunk, to)) to--
  return from === to ? pieceFrom('', '', chunk) : pieceFrom(chunk.slice(0, from), chunk.slice(from, to), chunk.slice(to))
}

function pieceFrom(before: string, core: string, after: string): Piece {
  const key = isToken(core) ? core : keyOf(core)
  const ends = endsThere(after)
  return {
    before, core, after, key, text: `${before}${core}${after}`, comma: hasComma(after), ends,
    loose: core === '' || FILLERS.has(key) || ASIDES.has(key) || TAGS.has(key) || PHRASES_FROM.has(key),
    stray: STRAY.test(core) && before === '' && !/[.?!'’]/.test(after),
    softens: maySoften(key),
    begun: core === key || core === core.toLowerCase() ? key : `${key}.`,
  }
}

const hasComma = (mark: string): boolean => /[,;:—–-]/.test(mark)
const endsThere = (mark: string): boolean => /[.?!…]/.test(mark)

/** A comma behind one of these is a pause for breath. */
const BREATHLESS = new Set('the a an of our my your their because'.split(' '))

/** Takes a piece out and hands what punctuation matters to its neighbour. */
function take(pieces: Piece[], at: number, count: number): void {
  const last = pieces[at + count - 1]
  const previous = pieces[at - 1]
  pieces.splice(at, count)
  if (last?.ends === true && previous?.ends === false) pieces[at - 1] = pieceFrom(previous.before, previous.core, last.after)
}

function dropFillers(pieces: Piece[]): void {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at]
    if (piece?.loose !== true) continue
    const before = pieces[at - 1]
    const apart = before?.comma !== false && piece.comma
    const tagged = TAGS.has(piece.key) && at > 1 && at === pieces.length - 1 && before?.comma === true
    if (FILLERS.has(piece.key) || (piece.core === '' && !piece.ends) || (ASIDES.has(piece.key) && apart && at > 0) || tagged) {
      take(pieces, at, 1)
      continue
    }
    const phrase = phraseAt(pieces, at)
    if (phrase === undefined) continue
    const end = pieces[at + phrase.length - 1]
    const next = pieces[at + phrase.length]
    // "do you know", "I mean it", "something else": part of what is said.
    const bound = before !== undefined && /^(?:do|did|does|if|what|that|let|as|to|how|don't|didn't)$/.test(before.key)
    const opened = phrase[0] !== 'or' && phrase[0] !== 'and' && before?.comma === true
    const free = end !== undefined && (opened || next === undefined || end.comma || end.ends)
    if (!bound && free) take(pieces, at, phrase.length)
  }
}

/** From the end, so that what stands before a softener is still as spoken. */
function dropSofteners(pieces: Piece[]): void {
  for (let at = pieces.length - 1; at >= 0; at--) {
    if (pieces[at]?.softens !== true) continue
    const count = softenerAt(pieces.slice(Math.max(0, at - 1), at + 3).map(({ key }) => key), Math.min(1, at))
    if (count > 0 && pieces.length > count + 2) take(pieces, at, count)
  }
}

/** "the the", "we should we should", "st starts", "u user", "wh-". */
function dropStutters(pieces: Piece[]): void {
  let count = 0 // those that are kept stand in front
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    if (piece === undefined) continue
    pieces[count++] = piece
    for (let size = Math.min(4, count >> 1); size >= 1; size--) {
      if (!repeats(pieces, count, size)) continue
      pieces.copyWithin(count - 2 * size, count - size, count) // the later copy has the punctuation that belongs
      count -= size
      break
    }
    const earlier = pieces[count - 2]
    const later = pieces[count - 1]
    if (count > 1 && earlier !== undefined && later !== undefined && isFragment(earlier, later)) pieces[--count - 1] = later
  }
  pieces.length = count
}

/** Whether the last `size` of the first `count` pieces say what those before them do. */
function repeats(pieces: readonly Piece[], count: number, size: number): boolean {
  for (let at = count - size; at < count; at++) {
    const later = pieces[at]
    const earlier = pieces[at - size]
    if (later === undefined || earlier === undefined || later.key !== earlier.key || later.key === '' || earlier.ends) return false
    if (size === 1 && NUMERIC.test(later.key)) return false
  }
  return true
}

function dropUnfinished(pieces: Piece[]): Piece[] {
  const begun = unfinished(pieces.map((piece) => piece.begun))
  return begun.size === 0 ? pieces : pieces.filter(({ ends }, at) => !begun.has(at) || ends)
}

/** A lone small consonant is the start of a word that was never finished: "w our time"; but "plan b", "the x axis". */
const STRAY = /^[bcdfghjklmnpqrstvwz]$/
const NAMED_BY_LETTER = new Set('plan option letter letters vitamin type series grade section part item class size point exhibit group team block the a an and or'.split(' '))

const ARTICLES = new Set(['the', 'a', 'an'])

function dropStrays(pieces: Piece[]): Piece[] {
  return pieces.some(({ stray }) => stray) ? pieces.filter((piece, at) => !piece.stray || !isAlone(pieces[at - 1], pieces[at + 1])) : pieces
}

/** Whether a small consonant between these is nothing's name. */
function isAlone(before: Piece | undefined, after: Piece | undefined): boolean {
  if (before !== undefined && ARTICLES.has(before.key) && after !== undefined && ARTICLES.has(after.key)) return true
  return before === undefined || !(NAMED_BY_LETTER.has(before.key) || /^\p{N}/u.test(before.key) || STRAY.test(before.core))
}

function isFragment(earlier: Piece, later: Piece): boolean {
  if (!later.key.startsWith(earlier.key)) return false
  if (later.key.startsWith(`${earlier.key}'`) && earlier.key !== '' && !earlier.ends) return true // "I I'll"
  if (isToken(earlier.key) || earlier.key === '' || earlier.ends) return false
  if (/^[-–—]/.test(earlier.after) && earlier.key.length <= 3) return true
  if (earlier.key.length > 6 || later.key.length <= earlier.key.length) return false
  if (/\p{N}/u.test(earlier.key) || /[.'-]/.test(later.key.slice(earlier.key.length, earlier.key.length + 1))) return false
  if (earlier.key.length === 1) return earlier.key !== 'a' && earlier.key !== 'i' && earlier.core === earlier.key
  return !isStopWord(earlier.key) && (earlier.key.length <= 3 || later.key.length - earlier.key.length <= 1) && earlier.core !== earlier.core.toUpperCase()
}

/** Openers that join on to what was said before, and mean something only in front of other words: "like you can", "right what happens", "then we". */
const JOINS_ON: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['like', new Set("i we you they let's if when i'm we're you're people".split(' '))],
  ['right', new Set("what i we you they let's so the if i'll we'll".split(' '))],
  ['no', new Set(['but', 'i', 'we', 'because'])],
  ['finally', new Set(['you', 'we', 'i'])],
])

function trimEdges(pieces: Piece[]): void {
  for (let first = pieces[0]; first !== undefined && pieces.length > 2; first = pieces[0]) {
    const phrase = phraseAt(pieces, 0)
    const next = pieces[1]?.key ?? ''
    const joins = LEADING.has(first.key) || (first.key === 'then' && next !== 'again') || JOINS_ON.get(first.key)?.has(next) === true
    if (first.core === '' || joins || (LEADING_COMMA.has(first.key) && first.comma)) pieces.shift()
    else if (phrase !== undefined && pieces[1]?.comma === true) pieces.splice(0, 2)
    else break
  }
  for (let last = pieces.at(-1); last !== undefined && pieces.length > 2; last = pieces.at(-1)) {
    if (last.core !== '' && !(TRAILING.has(last.key) && !last.ends) && !TRAILING_ALWAYS.has(last.key)) break
    const mark = last.after.trim()
    pieces.pop()
    const previous = pieces.at(-1)
    if (last.ends && previous?.ends === false) pieces[pieces.length - 1] = pieceFrom(previous.before, previous.core, mark)
  }
}
/** Left hanging even before a question mark. */
const TRAILING_ALWAYS = new Set(['and', 'but', 'or', 'um', 'uh'])

/** How words are written and what that makes of them; for a caller with much text to keep for as long. */
export type Pieces = Map<string, Piece>

/**
 * The words of a sentence as one would write them down: fillers, stutters, broken-off words and a leading "okay so" are
 * gone; nothing else changes and no word is added. Tokens survive whole. Empty when nothing is left.
 */
export function cleanWords(text: string, known: Pieces = new Map()): string[] {
  let pieces = piecesOf(text, known)
  dropFillers(pieces)
  pieces = dropUnfinished(dropStrays(pieces))
  dropStutters(pieces)
  dropSofteners(pieces)
  trimEdges(pieces)
  return pieces.map(({ before, core, after, key, text }, at) => (after === ',' && at + 1 < pieces.length && BREATHLESS.has(key) ? `${before}${core}` : text))
}

/** Marks that mean nothing at the end of a line. */
const LOOSE = new Set(' ,;:–—-')
const OPENING_MARKS = /^[\s"'“”‘’,;:.–—-]+/
const ENDED = /[.?!…。？！]["'”’)]*$/

/** A bullet: capital at its start, one mark at its end. */
export function asLine(said: string): string {
  const joined = said.replace(OPENING_MARKS, '')
  let end = joined.length
  while (end > 0 && LOOSE.has(joined.charAt(end - 1))) end--
  const text = joined.slice(0, end)
  if (text === '') return ''
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0)
  const upper = first.toUpperCase()
  const capital = upper === first ? text : `${upper}${text.slice(first.length)}`
  return ENDED.test(capital) ? capital : `${capital}.`
}
