import type { Atom } from './atoms.ts'
import { behindCorrection, withoutTakenBack } from './corrections.ts'
import { isMonth } from './months.ts'
import type { Piece } from './shadow.ts'

/**
 * Joins what belongs to one value read aloud: "four one one one, um, double two" → "411122", "e c two a" → "EC2A",
 * "ten dot four" → "10.4", "7-4-9-2" → "7492". Numbers that are written as such ("12 34") stay as they stand.
 */
export function joinValues(atoms: readonly Atom[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < atoms.length;) {
    const first = atoms[at]
    if (first === undefined) break
    if (!isValue(first) && first.out !== '+') {
      pieces.push(single(first))
      at++
      continue
    }
    const run = runFrom(atoms, at)
    // What does not join is passed over whole: to try again inside it would take the square of its length.
    if (run?.isJoined === true) for (const part of run.parts) pieces.push({ out: part.out, start: part.start, end: part.end, isCopy: false, kind: 'value' })
    else for (const atom of atoms.slice(at, run?.next ?? at + 1)) pieces.push(single(atom))
    at = run?.next ?? at + 1
  }
  return pieces
}

function single(atom: Atom): Piece {
  if (atom.kind === 'digits' && atom.isSpoken && !atom.isWeak) return { out: atom.out, start: atom.start, end: atom.end, isCopy: false, kind: 'value' }
  const kind = atom.kind === 'digits' || atom.kind === 'letter' ? 'value' : atom.kind
  const isCopy = !(atom.kind === 'word' && atom.isSpoken)
  return { out: atom.out, start: atom.start, end: atom.end, isCopy, kind, ...(atom.kind === 'symbol' ? { said: atom.lower } : {}) }
}

interface Run {
  readonly isJoined: boolean
  readonly parts: readonly Atom[]
  readonly next: number
}

const isValue = (atom: Atom | undefined): boolean => (atom?.kind === 'digits' && atom.isOrdinal !== true) || atom?.kind === 'letter'
/** Who speaks, at the beginning of a line: "Speaker 1: ", "B : ". */
const SPEAKS = String.raw`\p{L}{1,12}(?: (?:\d|\p{L}{2,12}))?[ \u00a0]?: `
/** "900", "Mm-hm.", "217": the one who listens says a word or two, or asks back, and the value goes on. */
const HEARD = String.raw`(?:mm?[- ]?hm+|mhm+|uh[- ]?huh|hmm?|hm[- ]hm|yes|yeah|yep|okay|ok|right|sure|got (?:it|that)|go on|go ahead|go|carry on|keep going|noted|next|and then|then|thank you|thanks|lovely|perfect|great|ja|jo|genau|gut|alles klar|verstanden|notiert|danke|(?:mach )?weiter|und (?:dann|weiter)|aha|oui|ouais|d.accord|très bien|merci|continue[rz]?|vas-y|allez-y|c.est noté|(?:et )?ensuite|s[íi]|vale|ajá|perfecto|bien|claro|gracias|sig[ue]e?|adelante|apuntado|y luego|precis|okej|japp|tack|fortsätt|kör|och sen|mm)`
const LISTENING = String.raw`(?:${SPEAKS})?(?:${HEARD}(?:[,.]? ${HEARD}){0,2}[.,!?…]?|[^\n\d?]{3,36}\?) ?`
const LISTENS = new RegExp(String.raw`^(?:,? (?:and|then|und|dann|et|puis|y|luego|och|sen))?[.,;…]?\n${LISTENING}\n(?:${SPEAKS})?$`, 'u')
const LISTENS_ALONE = new RegExp(`^${LISTENING}$`, 'iu')

/** True for a line in which somebody only listens: "A: Okay." */
export const isListening = (line: string): boolean => line.length < 48 && LISTENS_ALONE.test(line)
const MAX_LISTENED = 24

/** Where the value goes on behind the other's word; null where what stands between is more, as is a question between a spelled name and a number. */
function overTurn(atoms: readonly Atom[], from: number, isSpelled: boolean): number | null {
  let between = ''
  for (let at = from; at < from + MAX_LISTENED; at++) {
    const atom = atoms[at]
    if (atom === undefined || between.length > 56) return null
    const goesOn = atom.kind === 'digits' ? !NUMBERED_SPEAKER.test(between) : atom.kind === 'letter' && !isSpeaker(atoms, at) && isValue(atoms[at + 2])
    if (isValue(atom) && goesOn) return LISTENS.test(between) && !(isSpelled && atom.kind === 'digits' && between.includes('?')) ? at : null
    between += atom.lower
  }
  return null
}

/** "Speaker 1:" */
const LABEL = '(?:speaker|sprecher|participant|person|hablante|talare|locuteur)'
const NUMBERED_LABEL = new RegExp(`^${LABEL}$`, 'u')
const NUMBERED_SPEAKER = new RegExp(`\\n${LABEL} $`, 'u')

/** Blank, comma, hyphen or dash between two parts that were said one by one. A line break ends a value: it ends a turn. */
const isThinGap = (atom: Atom): boolean => atom.kind === 'gap' && /^(?:[ \u00a0\t,;…–—]{1,4}|\.{2,4} ?)$/.test(atom.lower)

/** "B: four five", "B : quatre", "Speaker 1: nine": who speaks, at the beginning of a line. */
function isSpeaker(atoms: readonly Atom[], from: number): boolean {
  if (atoms[from]?.kind === 'digits') {
    const [label, before] = [atoms[from - 2], atoms[from - 3]]
    const isLabel = NUMBERED_LABEL.test(label?.lower ?? '') && (before === undefined || before.lower.endsWith('\n'))
    return isLabel && atoms[from + 1]?.lower === ':' && atoms[from + 2]?.kind === 'gap'
  }
  const colon = /^[ \u00a0]$/.test(atoms[from + 1]?.lower ?? '') ? from + 2 : from + 1
  return atoms[from]?.kind === 'letter' && atoms[colon]?.lower === ':' && atoms[colon + 1]?.kind === 'gap' &&
    (from === 0 || atoms[from - 1]?.lower.endsWith('\n') === true)
}

function runFrom(atoms: readonly Atom[], from: number): Run | null {
  if (isSpeaker(atoms, from)) return null
  const parts: Atom[] = []
  let at = from
  let next = from
  if (atoms[at]?.out === '+') {
    const plus = atoms[at]
    const first = atoms[at + 1]?.kind === 'gap' ? at + 2 : at + 1
    if (plus === undefined || atoms[first]?.kind !== 'digits') return null
    parts.push(plus)
    at = first
  }
  const corrections: number[] = []
  let stops = 0
  let isTurned = false
  while (isValue(atoms[at])) {
    const atom = atoms[at]
    if (atom === undefined) break
    if (parts.length === 1 && isDayOfYear(atoms, from, at)) break
    // The very first sign can be taken back; a pause behind it is hardly one inside a value.
    const again = behindCorrection(atoms, at + 1, isValue)
    const isFirstInside = again !== null && (again.isTakenBack ? /^\d{1,2}$/.test(atom.out) : /^\d{1,4}$/.test(atom.out) && hasRowBehind(atoms, again.next))
    if (again !== null && (parts.length > 1 || isFirstInside) && corrections.length < MAX_CORRECTIONS) {
      parts.push(atom)
      next = at + 1
      if (again.isTakenBack) corrections.push(parts.length)
      at = again.next
      continue
    }
    // "ninety-seven i think": behind nothing but digits and before a word, a letter that is a word is one.
    const bridge = bridgeTo(atoms, at + 1)
    const turned = bridge === null && parts.length > 0 ? overTurn(atoms, at + 1, [...parts, atom].every(isOneLetter)) : null
    if (turned !== null) {
      parts.push(atom)
      next = at + 1
      isTurned = true
      at = turned
      continue
    }
    // "the Irish one, P A one two": before letters a bare "one" ends what was said.
    if (parts.length === 0 && atom.isWeak && atom.kind === 'digits' && bridge?.isPause === true && atoms[bridge.next]?.kind === 'letter') return null
    if (bridge === null && endsSentence(atom, parts) && atoms[at + 1]?.lower !== ', ' && (atoms[at + 2]?.kind === 'word' || atom.kind === 'digits')) break
    if (bridge === null && isLetterWord(atom) && atoms[at + 2]?.kind === 'word' && parts.length > 0 && parts.every(isNumeric)) break
    // "ocho, B y nació": a word of one letter goes on with the sentence, unless letters are being spelled.
    const isSpelling = parts.length === 0 || (parts.length === 1 && !isWholeNumber(parts[0])) || parts.slice(-2).every((part) => part.kind === 'letter')
    const goesOn = bridge === null && atoms[at + 1]?.lower === ' ' && atoms[at + 2]?.kind === 'word'
    if (goesOn && !isSpelling && atom.kind === 'letter' && atom.isWeak && atom.lower.length === 1) break
    parts.push(atom)
    next = at + 1
    if (bridge === null || (bridge.isPause && bridge.symbols.length === 0 && !isLettered(atom, atoms[bridge.next])
      && !bridge.isFilled && (isWholeNumber(atom) || isWholeNumber(atoms[bridge.next]) || isOtherDress(atom, atoms[bridge.next], atoms[from - 2])))) break
    // The article stays a word: the run begins after it, at the next call. Seen here, before the rest is read over and over.
    if (parts.length === 1 && isArticle(atom, bridge.symbols[0] ?? atoms[bridge.next]) && !hasLettersBehind(atoms, bridge.next)) return null
    parts.push(...bridge.symbols)
    if (atom.kind === 'letter' && bridge.next === at + 2 && atoms[at + 1]?.lower === '.') stops++
    at = bridge.next
  }
  while (parts.at(-1)?.kind === 'symbol') parts.pop()
  if (parts.length > 0 && isArticle(parts[0], parts[1]) && !parts.slice(2).some(isPlainLetter)) return null
  if (parts.length === 0) return null
  const isOne = stops > 1 || isTurned || isJoined(parts)
  return { isJoined: isOne, parts: withLetterO(isOne ? withoutTakenBack(parts, corrections) : parts), next }
}

/** "twenty-two, wait, forty-three, sixty": behind a first sign a pause is one inside a value where more than one sign follows. */
const hasRowBehind = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.kind === 'digits' && atoms[at + 1]?.lower === ' ' && atoms[at + 2]?.kind === 'digits'

/** Nobody reads worse. */
const MAX_CORRECTIONS = 4

const isOneLetter = ({ kind, lower }: Atom): boolean => kind === 'letter' && lower.length === 1
const isPlainLetter = (atom: Atom): boolean => atom.kind === 'letter' && !atom.isWeak && atom.lower.length === 1

/** "a four five e six": an "a" before more letters among the digits is a letter itself. */
function hasLettersBehind(atoms: readonly Atom[], from: number): boolean {
  for (let at = from; at < from + 12; at++) {
    const atom = atoms[at]
    if (atom === undefined || atom.kind === 'word') return false
    if (isPlainLetter(atom)) return true
  }
  return false
}

/** "april twenty-seven nineteen ninety-eight": behind a month the day and the year are two numbers. */
function isDayOfYear(atoms: readonly Atom[], from: number, at: number): boolean {
  const day = atoms[from]
  return day !== undefined && Number(day.out) <= 31 && /^(?:1[89]|20|1[89]\d\d|20\d\d)$/.test(atoms[at]?.out ?? '') && isMonth(atoms[from - 2]?.lower ?? '')
}

/** Beside a letter "o" is a letter, else a nought; "D L O" ends in one too. */
function withLetterO(parts: readonly Atom[]): Atom[] {
  const isLetters = (part: Atom | undefined): boolean => part !== undefined && /^\p{L}+$/u.test(part.out)
  return parts.map((part, at) => {
    const isLast = at === parts.length - 1 && isLetters(parts[at - 1]) && isLetters(parts[at - 2])
    const isLetter = part.lower === 'o' && part.out === '0' && ((parts[at - 1]?.kind !== 'digits' && isLetters(parts[at + 1])) || isLast)
    return isLetter ? { ...part, out: 'O', kind: 'letter' } : part
  })
}

/** From behind a value to the next one, over thin gaps, fillers and at most one symbol. */
function bridgeTo(atoms: readonly Atom[], from: number): { next: number; symbols: Atom[]; isPause: boolean; isFilled: boolean } | null {
  const symbols: Atom[] = []
  let isPause = false
  let isFilled = false
  for (let at = from; at < from + 8; at++) {
    const atom = atoms[at]
    if (atom === undefined || atom.kind === 'word') return null
    if (isValue(atom)) return { next: at, symbols: symbols.filter(isKept), isPause, isFilled }
    isFilled ||= atom.kind === 'filler'
    if (atom.kind === 'symbol') {
      const isMore = symbols.length > 0 && !isSecondColon(atom, symbols)
      if (isMore || atom.out === '@' || atom.out === '+' || (atom.out === '.' && !atom.isSpoken && !isTight(atoms, at))) return null
      symbols.push(atom)
    } else if (atom.kind === 'gap') {
      if (!isThinGap(atom)) return null
      isPause ||= /[,;…–—.]/.test(atom.lower)
    }
  }
  return null
}

/** "deux points deux points": what a version 6 address leaves out. */
const isSecondColon = (atom: Atom, symbols: readonly Atom[]): boolean => symbols.length === 1 && atom.out === ':' && atom.isSpoken && symbols[0]?.out === ':'

/** "F R, one hundred and twelve": letters said one by one and their number. */
const isLettered = (atom: Atom, next: Atom | undefined): boolean =>
  (atom.kind === 'letter' && !atom.isWeak && next?.kind === 'digits') || (atom.kind === 'digits' && next?.kind === 'letter' && !next.isWeak)

/** "two thousand and two", "483": said whole, so a pause behind it ends it. */
const isWholeNumber = (atom: Atom | undefined): boolean => atom?.kind === 'digits' && atom.out.length > 2 && !/^(.)\1+$/.test(atom.out)

/** "Unit 6, one six zero Dock Road": over a pause, what is written and what is said are two numbers. */
const isOtherDress = (atom: Atom, next: Atom | undefined, before: Atom | undefined): boolean =>
  atom.kind === 'digits' && next?.kind === 'digits' && atom.isSpoken !== next.isSpoken && PARTS_OF_HOUSES.has(before?.lower ?? '')
const PARTS_OF_HOUSES = new Set('unit flat apartment apt suite floor room number no wohnung zimmer stock appartement étage bâtiment piso puerta número lägenhet lgh rum'.split(' '))

/** "e. c. two" and "10.4": the stop is part of the value; "seven. Five people" is not one value. */
function isTight(atoms: readonly Atom[], at: number): boolean {
  const letter = atoms[at - 1]
  const isLetter = letter?.kind === 'letter' && (!letter.isWeak || atoms[at - 2]?.lower === '.')
  return isLetter || (letter?.kind === 'digits' && atoms[at + 1]?.kind === 'digits')
}

/** A written hyphen or stop between single signs only spaces them out; a spoken one is said because it is there. */
const isKept = (atom: Atom): boolean => atom.isSpoken || !/^[.-]$/.test(atom.out)

const isNumeric = (atom: Atom): boolean => atom.kind === 'digits' || atom.kind === 'symbol'
const isLetterWord = (atom: Atom): boolean => atom.kind === 'letter' && atom.isWeak && atom.lower.length === 1

/** "… nueve tres a partir", "… vier fünf ein": behind a row of digits a small word goes on with the sentence. */
function endsSentence(atom: Atom, parts: readonly Atom[]): boolean {
  if (parts.length < 3 || !parts.slice(-3).every((part) => part.kind === 'digits')) return atom.lower === 'ein' && parts.length > 0
  return atom.lower === 'ein' || (atom.kind === 'letter' && atom.isWeak && atom.lower.length === 1)
}

/** "a five percent", "hotel 24": a letter that is a word, and no letter behind it; "alpha two four" may be one. */
const isArticle = (first: Atom | undefined, second: Atom | undefined): boolean =>
  first?.kind === 'letter' && first.isWeak && second?.kind !== 'letter' && !(first.lower.length > 1 && second?.isSpoken === true && second.out.length === 1)

function isJoined(parts: readonly Atom[]): boolean {
  const values = parts.filter(isValue)
  if (values.length < 2) return false
  if (parts.filter((part) => part.kind === 'symbol' && part.isSpoken).length > 1) return true
  const single = values.filter((atom) => atom.out.length === 1).length
  if (!values.some((atom) => atom.isSpoken && atom.kind === 'digits')) {
    // Written digits and letters: only when spaced out one by one ("3 1 2 5", "E C 2 A").
    const isSpaced = single >= values.length - 2 || (single > 6 && single >= (values.length * 2) / 3)
    return single >= 4 && isSpaced && values.some((atom) => atom.kind === 'digits' || values.length >= 4)
  }
  const weak = values.filter((atom) => atom.isWeak).length
  return values.length - weak >= 1
}
