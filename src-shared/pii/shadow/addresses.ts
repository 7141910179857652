import { isEnglishWord } from '../names/english-words.ts'
import { isFunctionWord } from '../names/function-words.ts'
import type { Piece } from './shadow.ts'
import { isZone } from './vocabulary.ts'

/**
 * Joins spoken mail and web addresses and handles: "alice at example dot com" → "alice@example.com",
 * "github dot com slash leora hyphen nienow" → "github.com/leora-nienow", "lunar underscore fox" → "lunar_fox".
 * A chain is labels with symbols between them; it is joined when it has a symbol that says nothing else (underscore), or
 * a dot before a known zone.
 */
export function joinAddresses(spoken: readonly Piece[]): readonly Piece[] {
  const pieces = markSpelled(markSplitDomains(markWrittenTogether(spoken)))
  // Every chain has a symbol in it that was said.
  if (!pieces.some(({ kind, out, said }) => kind === 'symbol' && said !== undefined && said !== out)) return pieces
  const joined: Piece[] = []
  for (let at = 0; at < pieces.length;) {
    const chain = chainFrom(pieces, at)
    if (chain === null) {
      const piece = pieces[at]
      if (piece !== undefined) joined.push(piece)
      at++
      continue
    }
    joined.push(...chain.parts)
    at = chain.next
  }
  return joined
}

/** "all one word" and its like: what is said before it is written without a gap. */
const TOGETHER = new Set(['all one word', 'one word', 'no spaces', 'in einem wort', 'alles zusammen', 'zusammengeschrieben', 'alles klein',
  'en un mot', 'tout attaché', 'tout en minuscules', 'todo junto', 'en una palabra', 'i ett ord', 'allt ihop', 'ihopskrivet'])

/** Turns such a remark into a filler and joins the two words before it. */
function markWrittenTogether(pieces: readonly Piece[]): readonly Piece[] {
  let marked: Piece[] | null = null
  for (let at = 4; at < pieces.length; at++) {
    const length = remarkLength(pieces, at)
    if (length === 0) continue
    marked ??= [...pieces]
    for (let i = at; i < at + length; i++) marked[i] = { ...pieces[i] ?? { out: '', start: 0, end: 0, isCopy: true }, kind: 'filler' }
    const [first, gap, second] = pieces.slice(at - 4, at - 1)
    if (first?.kind === 'word' && second?.kind === 'word' && isBlank(gap) && isPauseOrBlank(pieces[at - 1])) {
      marked[at - 3] = { out: '', start: first.end, end: second.start, isCopy: false, kind: 'symbol', said: ' ' }
    }
  }
  return marked ?? pieces
}

/** "accounts at tall pines dot org": recognisers write a domain of two words as two. */
function markSplitDomains(pieces: readonly Piece[]): readonly Piece[] {
  let marked: Piece[] | null = null
  for (let at = 2; at + 8 < pieces.length; at++) {
    if (pieces[at]?.out !== '@') continue
    const [sign, gap, first, between, second, behind, dot, last, zone] = pieces.slice(at, at + 9)
    if (sign?.kind !== 'symbol' || sign.out !== '@' || sign.said === '@' || first?.kind !== 'word' || second?.kind !== 'word') continue
    if (dot?.kind !== 'symbol' || dot.out !== '.' || dot.said === '.' || zone?.kind !== 'word' || ![gap, between, behind, last].every(isBlank)) continue
    if (!isZone(zone.out.toLowerCase(), dot.said === 'dot') || [first, second].some(({ out }) => out.length < 3 || isFunctionWord(out.toLowerCase()))) continue
    marked ??= [...pieces]
    marked[at + 3] = { out: '', start: first.end, end: second.start, isCopy: false, kind: 'symbol', said: ' ' }
  }
  return marked ?? pieces
}

/** "s k underscore test", "r denby at …": letters said before the first symbol are of the label there. */
function markSpelled(pieces: readonly Piece[]): readonly Piece[] {
  let marked: Piece[] | null = null
  const isLetter = (at: number): boolean => pieces[at]?.kind === 'value' && /^[b-hj-z]$/i.test(pieces[at].out)
  for (let at = 0; at + 4 < pieces.length; at++) {
    const [next, symbol] = [pieces[at + 2], pieces[at + 4]]
    if (!isLetter(at) || !isBlank(pieces[at + 1]) || !isBlank(pieces[at + 3]) || symbol?.kind !== 'symbol' || symbol.said === symbol.out) continue
    // A word is of it where a mailbox follows, a letter before any symbol.
    const word = next?.out.toLowerCase() ?? ''
    const isInitial = symbol.out === '@' && next?.kind === 'word' && word.length > 2 && !isFunctionWord(word) && !isEnglishWord(word)
    if ((!isLetter(at + 2) && !isInitial) || (isBlank(pieces[at - 1]) && isLetter(at - 2))) continue
    marked ??= [...pieces]
    marked[at + 1] = { out: '', start: pieces[at]?.end ?? 0, end: next?.start ?? 0, isCopy: false, kind: 'symbol', said: ' ' }
  }
  return marked ?? pieces
}

const TOGETHER_BEGINS = new Set([...TOGETHER].map((remark) => remark.split(' ', 1)[0] ?? ''))

function remarkLength(pieces: readonly Piece[], at: number): number {
  const first = pieces[at]
  if (first?.kind !== 'word' || !TOGETHER_BEGINS.has(first.out === '1' ? 'one' : first.out)) return 0
  for (const length of [5, 3, 1]) {
    if (TOGETHER.has(pieces.slice(at, at + length).map((piece) => piece.kind === 'gap' ? ' ' : piece.out === '1' ? 'one' : piece.out).join(''))) return length
  }
  return 0
}

interface Chain {
  readonly parts: readonly Piece[]
  readonly next: number
}

/** More labels than any address has; bounds what a text made of dots can cost. */
const MAX_STEPS = 40

/** Labels and symbols of the longest chain from a label on, with where each part's text ends. */
function chainFrom(pieces: readonly Piece[], from: number): Chain | null {
  const first = pieces[from]
  if (first === undefined || !isLabel(first)) return null
  // "con mayúscula, guion": how the word before is written, and no label.
  if (isFunctionWord(first.out.toLowerCase()) && pieces[from + 2]?.kind === 'filler') return null
  if (stepFrom(pieces, from + 1) === null) return null
  const parts: Piece[] = [asPart(first)]
  let next = from + 1
  let cut = 0
  let cutNext = from
  let hasAt = false
  let isWhole = false
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const step = stepFrom(pieces, next)
    if (step === null) break
    if (step.symbol?.out === '@') {
      if (hasAt || !leadsToZone(pieces, step.next, step.symbol.said !== 'at') || isPlace(parts, step.symbol, pieces[from - 2])) break
      hasAt = true
    }
    parts.push(...step.parts)
    next = step.next
    if (step.symbol === null) {
      // "slash raven twenty-two": the number goes with the label it follows.
      if (cut === parts.length - step.parts.length) {
        cut = parts.length
        cutNext = next
      }
      continue
    }
    const label = parts.at(-1)
    // "t point me slash …": behind a slash goes a path, so what stood before was a site.
    const isDomainEnd = step.symbol.out === '.' && label !== undefined &&
      isZone(label.out.toLowerCase(), hasAt || step.symbol.said === 'dot' || stepFrom(pieces, next)?.symbol?.said === 'slash')
    const isPath = isWhole && step.symbol.out === '/'
    if (isDomainEnd || isPath || step.symbol.out === '_' || isHyphen(step.symbol) || (isWhole && !hasAt)) {
      isWhole ||= isDomainEnd
      cut = parts.length
      cutNext = next
    }
  }
  if (cut === 0) return null
  const kept = parts.slice(0, cut)
  // What is written without gaps needs no joining; copies of it are found in the source.
  return kept.some((part) => part.kind === 'symbol' && part.said !== undefined && part.said !== part.out) ? { parts: kept, next: cutNext } : null
}

const PLACING = new Set((
  'look looks looked looking write writing blog blogging stream streaming points pointing see seen find found visit visited work works worked working is are was were be live lives hosted running available meet ' +
  'it\'s that\'s he\'s she\'s i\'m we\'re they\'re here\'s slot copy page link profile photo photos video talk post thread shop stall stand booth ticket tickets seat room place portfolio online published posted stored documented start started up us it them me over stare staring aim'
).split(' '))

/** "look at", "hosted at": where something is, not whose mailbox. */
function isPlace(before: readonly Piece[], at: Piece, prior: Piece | undefined): boolean {
  const label = before[0]?.out ?? ''
  // "the docs at example dot com"
  const isThing = prior !== undefined && /^(?:the|these|those|our)$/i.test(prior.out) && isEnglishWord(label)
  return before.length === 1 && at.said === 'at' && (PLACING.has(label) || isThing)
}

/** Said to be written; "minus" is arithmetic as often. */
const isHyphen = (symbol: Piece): boolean => /^(?:dash|hyphen|bindestrich|tiret|gui[oó]n|bindestreck)$/.test(symbol.said ?? '')

const isLabel = (piece: Piece): boolean => piece.kind === 'word' || piece.kind === 'value'
const isBlank = (piece: Piece | undefined): boolean => piece?.kind === 'gap' && /^[ \u00a0]{1,2}$/.test(piece.out)
const isPauseOrBlank = (piece: Piece | undefined): boolean => piece?.kind === 'gap' && /^[ \u00a0,]{1,3}$/.test(piece.out)

function asPart(piece: Piece): Piece {
  return { ...piece, isCopy: piece.isCopy && piece.kind === 'word' }
}

/** The next label and the symbol before it, if the two are joined to what came before. */
function stepFrom(pieces: readonly Piece[], from: number): { parts: Piece[]; symbol: Piece | null; next: number } | null {
  let at = from
  while (isPauseOrBlank(pieces[at]) || pieces[at]?.kind === 'filler') at++
  const here = pieces[at]
  if (here === undefined) return null
  if (here.kind === 'symbol') {
    let after = at + 1
    while (isPauseOrBlank(pieces[after]) || pieces[after]?.kind === 'filler') after++
    // "hyphen, um, hyphen": said again behind a sound.
    const isAgain = pieces.slice(at + 1, after).some(({ kind }) => kind === 'filler') && pieces[after]?.kind === 'symbol' && pieces[after]?.said === here.said
    if (isAgain) do after++; while (isPauseOrBlank(pieces[after]))
    const sign = pieces[after]
    // "tiktok dot com slash at gareth"
    if (here.out === '/' && sign?.kind === 'symbol' && sign.out === '@' && isBlank(pieces[after + 1])) {
      const handle = pieces[after + 2]
      if (handle === undefined || !isLabel(handle)) return null
      return { parts: [{ ...here, isCopy: false }, { ...sign, isCopy: false }, asPart(handle)], symbol: here, next: after + 3 }
    }
    const label = pieces[after]
    // A written full stop or colon with a blank behind it ends a sentence.
    if (label === undefined || !isLabel(label) || (here.said === here.out && after !== at + 1)) return null
    return { parts: [{ ...here, isCopy: false }, asPart(label)], symbol: here, next: after + 1 }
  }
  const before = pieces[from - 1]
  // A number that was read digit by digit.
  if (at === from && here.kind === 'value' && before?.kind === 'value') return { parts: [asPart(here)], symbol: null, next: at + 1 }
  if (here.kind !== 'value') return null
  // "folasade sixty two": a number is part of the word before it; "to l dash stone": the preposition of a letter is not.
  if (before?.kind === 'word' && /^\p{L}$/u.test(here.out) && isFunctionWord(before.out.toLowerCase())) return null
  // "email v e d a at": what is spelled begins something new.
  if (/^\p{L}/u.test(here.out)) return null
  // "puffin, um, oh six at": a sound between the two hides nothing.
  const isFilled = pieces.slice(from, at).some(({ kind }) => kind === 'filler')
  if (!(isFilled ? isPauseOrBlank(pieces[from]) : isBlank(pieces[from]) && at === from + 1) || before?.kind !== 'word') return null
  return { parts: [asPart(here)], symbol: null, next: at + 1 }
}

/** After "at": labels and dots that end in a zone. Twelve pieces reach over "corvid minus analytics dot co dot uk". */
function leadsToZone(pieces: readonly Piece[], from: number, isSure: boolean): boolean {
  let at = from
  for (let steps = 0; steps < 6; steps++) {
    const step = stepFrom(pieces, at)
    if (step === null || step.symbol?.out === '@' || step.symbol?.out === '/') return false
    const label = step.parts.at(-1)
    // Behind "at" the last label may be a word too, unless both are English words: "arobase proton point me".
    // "at point me" says nothing else.
    const isDot = isSure || step.symbol?.said !== 'point' || label?.out.toLowerCase() === 'me'
    // "her stuff at example dot com slash …": a mailbox has no path.
    if (step.symbol?.out === '.' && label !== undefined && isZone(label.out.toLowerCase(), isDot)) return stepFrom(pieces, step.next)?.symbol?.out !== '/'
    at = step.next
  }
  return false
}
