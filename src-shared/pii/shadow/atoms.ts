import { numeralsOf, valueOfWord, type Numerals } from './numerals.ts'
import { withHexPairs } from './hex-pairs.ts'
import { withHomophones } from './homophones.ts'
import { isAsIn, letterCalled, showsLetter, spelledLetter, WORDY_LETTERS } from './alphabets.ts'
import { isCaseWord, isFiller, isOneLetterWord, LOWERED, symbolsOf, TWO_WORDS } from './vocabulary.ts'
import { matchesOf } from '../matches.ts'

/** A stretch of text with what it stands for when read aloud. */
export interface Atom {
  readonly kind: 'word' | 'digits' | 'letter' | 'symbol' | 'filler' | 'gap'
  readonly start: number
  readonly end: number
  /** As it stands, in lower case. */
  readonly lower: string
  /** What is written for it. */
  readonly out: string
  /** False for what stands in the text already ("41", "-"). */
  readonly isSpoken: boolean
  /** Means something else unless it has company: "a", "one", "mike". */
  readonly isWeak: boolean
  /** "eighth": a day or a rank, never a digit of something longer. */
  readonly isOrdinal?: boolean
  /** A word that a number may begin with. */
  readonly isNumeral?: boolean
}

const RANK = /^(?:st|nd|rd|th)$/
/** A word, digits, or what stands between; together they are the whole text. */
const TOKEN = /(?<!\p{L})(?:snabel-a|x-ray|at-zeichen)(?!\p{L})|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d+|[^\p{L}\d]+/gu
const LETTER = /^\p{L}/u
const DIGIT = /^\d/

/** Reads a text into atoms; multi-word numbers ("two thousand and two", "double seven") become one. */
export function readAtoms(lower: string, lang: string): Atom[] {
  const numerals = numeralsOf(lang)
  const atoms: Atom[] = []
  let end = 0
  for (const low of lower.match(TOKEN) ?? []) {
    const start = end
    end += low.length
    if (low === ' ' || low === ', ') atoms.push({ kind: 'gap', start, end, lower: low, out: low, isSpoken: false, isWeak: false })
    else if (LETTER.test(low)) {
      const last = atoms.at(-1)
      // "14th": a rank, no part of a longer number.
      if (last?.kind === 'digits' && last.end === start && RANK.test(low)) atoms[atoms.length - 1] = { ...last, isOrdinal: true }
      const { kind, lower: word, out, isSpoken, isWeak, isOrdinal, isNumeral } = knownOf(low, lang).reading
      atoms.push({ kind, start, end, lower: word, out, isSpoken, isWeak, isOrdinal, isNumeral })
    } else if (DIGIT.test(low)) atoms.push({ kind: 'digits', start, end, lower: low, out: low, isSpoken: false, isWeak: false })
    else readPunctuation(low, start, atoms)
  }
  const paired = withHexPairs(joinPairs(lang === 'en' ? withHomophones(atoms, numerals.repeat) : atoms))
  return joinNumbers(withMonth(joinShown(lang === 'es' ? withWordyLetters(paired) : paired, lang), lower), numerals)
}

/** What a word stands for, wherever it stands. */
type Reading = Required<Omit<Atom, 'start' | 'end'>>

interface Known {
  readonly reading: Reading
  readonly spoken: Spoken
}

const known = new Map<string, Map<string, Known>>()
const MAX_KNOWN = 20_000

/** A meeting says the same words over and over: each is read once. */
function knownOf(lower: string, lang: string): Known {
  let words = known.get(lang)
  if (words === undefined || words.size >= MAX_KNOWN) known.set(lang, (words = new Map<string, Known>()))
  const before = words.get(lower)
  if (before !== undefined) return before
  const reading = readWord(lower, lang)
  const found = { reading, spoken: spokenFor(reading, lang) }
  words.set(lower, found)
  return found
}

const mayBeginNumber = (lower: string, { repeat, hundreds, hundred, thousand }: Numerals): boolean =>
  repeat.has(lower) || hundred.has(lower) || thousand.has(lower) || hundreds?.has(lower) === true

/**
 * Whether a word stands for something else when read aloud: by itself, as a number below a hundred too; only beside another one ("at"),
 * as a letter or a number too ("one"); or never.
 */
export type Spoken = 'alone' | 'number' | 'beside' | 'letter' | 'weak number' | 'never'

export const isBeside = (spoken: Spoken): boolean => spoken === 'beside' || spoken === 'letter' || spoken === 'weak number'

export const spokenAs = (lower: string, lang: string): Spoken => knownOf(lower, lang).spoken

function spokenFor({ lower, kind, out, isWeak, isSpoken }: Reading, lang: string): Spoken {
  if (numeralsOf(lang).repeat.has(lower) || LOWERED.has(lower) || /\d\p{L}|\p{L}\d/u.test(lower)) return 'alone'
  const isArticle = kind === 'letter' && isWeak && lower.length === 1
  if (!isSpoken || isArticle) return 'never'
  // "underscore" and "dot com" say nothing else; "at" and "point" do.
  const isPlain = kind === 'symbol' && (out === '_' || (out === '@' && lower !== 'at') || /^(?:dot|dash|hyphen|bindestrich|tiret|gui[oó]n|bindestreck)$/.test(lower))
  if (kind === 'letter') return 'letter'
  if (isWeak && kind === 'digits') return 'weak number'
  if (isWeak || (kind === 'symbol' && !isPlain)) return 'beside'
  return kind === 'digits' && out.length <= 2 ? 'number' : 'alone'
}

/** "w w w", unless more of them stand in a row, and symbols of two words ("tiret bas") become one. */
function joinPairs(atoms: readonly Atom[]): Atom[] {
  const joined: Atom[] = []
  for (let at = 0; at < atoms.length; at++) {
    const [atom, gap] = [atoms[at], atoms[at + 1]]
    if (atom === undefined) break
    if (gap === undefined || atom.kind === 'gap' || !PAIR_BEGINS.has(atom.lower)) {
      joined.push(atom)
      continue
    }
    const [second, third] = [atoms[at + 2], atoms[at + 4]]
    const isNear = gap.kind === 'gap' && /^[ \u00a0-]$/.test(gap.lower)
    if (isNear && second !== undefined && atom.kind === 'symbol' && LOWERED.get(atom.lower) === second.lower) {
      joined.push({ ...atom, end: second.end, lower: `${atom.lower} ${second.lower}`, out: '_' })
      at += 2
    } else if (isNear && atom.lower === 'tiret' && second?.lower === 'du' && third?.lower === 'bas') {
      joined.push({ ...atom, end: third.end, lower: 'tiret bas', out: '_' })
      at += 4
    } else if (isNear && second !== undefined && TWO_WORDS.has(`${atom.lower} ${second.lower}`)) {
      const out = TWO_WORDS.get(`${atom.lower} ${second.lower}`) ?? ':'
      joined.push({ ...atom, kind: 'symbol', end: second.end, lower: `${atom.lower} ${second.lower}`, out, isSpoken: true, isWeak: false })
      at += 2
    } else if (isNear && atom.lower === 'w' && second?.lower === 'w' && third?.lower === 'w' && atoms[at - 2]?.lower !== 'w' && atoms[at + 6]?.lower !== 'w') {
      joined.push({ kind: 'word', start: atom.start, end: third.end, lower: 'www', out: 'www', isSpoken: true, isWeak: false })
      at += 4
    } else joined.push(atom)
  }
  return joined
}

/** "B as in boy" and "B wie Berta" are one letter, and no word of the language. */
function joinShown(atoms: readonly Atom[], lang: string): readonly Atom[] {
  if (!atoms.some(isOneLetter)) return atoms
  const joined: Atom[] = []
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at]
    if (atom === undefined) break
    const length = isOneLetter(atom) ? shownLength(atoms, at, lang) : 0
    joined.push(length === 0 ? atom : { ...atom, kind: 'letter', out: atom.lower.toUpperCase(), end: atoms[at + length]?.end ?? atom.end, isWeak: false })
    at += length
  }
  return joined
}

/** An "o" is a nought until something shows that it is a letter. */
const isOneLetter = ({ kind, lower }: Atom): boolean => (kind === 'letter' && lower.length === 1) || lower === 'o'

/** "de ene i": a small word before a letter's name, or between two letters, is a letter too. */
function withWordyLetters(atoms: readonly Atom[]): readonly Atom[] {
  const isCalled = (atom: Atom | undefined): boolean => atom?.kind === 'letter' && atom.lower.length > 1
  return atoms.map((atom, at): Atom => {
    const letter = atom.kind === 'word' && atom.lower.length < 4 ? WORDY_LETTERS.get(atom.lower) : undefined
    if (letter === undefined || !isBlankAtom(atoms[at + 1])) return atom
    // "e ese noventa y uno": how an account of Spain begins.
    const isSpain = letter === 'S' && atoms[at - 2]?.lower === 'e' && isBlankAtom(atoms[at - 1]) && atoms[at + 2]?.kind === 'digits'
    const isLetter = isSpain || isCalled(atoms[at + 2]) || (isCalled(atoms[at - 2]) && (atoms[at + 2]?.kind === 'letter' || atoms[at + 2]?.kind === 'digits'))
    return isLetter ? { ...atom, kind: 'letter', out: letter, isSpoken: true, isWeak: true } : atom
  })
}

/** "born twelve november nineteen eighty": the one month that spells a letter, unless it stands among letters. */
function withMonth(atoms: readonly Atom[], text: string): readonly Atom[] {
  if (!text.includes('november')) return atoms
  const isLetter = (at: number): boolean => atoms[at]?.kind === 'letter' && atoms[at]?.lower !== 'november'
  return atoms.map((atom, at): Atom => {
    const isMonthHere = atom.lower === 'november' && atom.kind === 'letter' && !isLetter(at - 2) && !isLetter(at + 2)
    return isMonthHere ? { ...atom, kind: 'word', out: atom.lower, isSpoken: false } : atom
  })
}

/** How many atoms behind a letter only show which it is. */
function shownLength(atoms: readonly Atom[], at: number, lang: string): number {
  const letter = atoms[at]?.lower ?? ''
  for (const words of [1, 2]) {
    const between = atoms.slice(at + 2, at + 1 + 2 * words)
    const shown = atoms[at + 2 + 2 * words]
    if (![at + 1, at + 1 + 2 * words].every((gap) => isBlankAtom(atoms[gap])) || !isAsIn(between.map(({ lower }) => lower).join(''), lang)) continue
    if (shown !== undefined && (shown.kind === 'word' || shown.kind === 'letter') && showsLetter(shown.lower, letter)) return 2 + 2 * words
  }
  return 0
}

const isBlankAtom = (atom: Atom | undefined): boolean => atom?.kind === 'gap' && /^,?[ \u00a0]$/.test(atom.lower)

const HOUSE = /^\p{L}{3,40}[a-dºª]$/u

function readWord(lower: string, lang: string): Reading {
  const numerals = numeralsOf(lang)
  const isNumeral = mayBeginNumber(lower, numerals)
  const value = lower.length <= 60 ? valueOfWord(lower, numerals) : undefined
  if (value !== undefined) {
    return { kind: 'digits', lower, out: String(value), isSpoken: true, isWeak: numerals.weak.has(lower), isOrdinal: numerals.ordinals.has(lower), isNumeral }
  }
  if (lower.length === 1) {
    return { kind: 'letter', lower, out: lower.toUpperCase(), isSpoken: true, isWeak: isOneLetterWord(lower, lang), isOrdinal: false, isNumeral }
  }
  const symbol = symbolsOf(lang).get(lower)
  if (symbol !== undefined) return { kind: 'symbol', lower, out: symbol, isSpoken: true, isWeak: false, isOrdinal: false, isNumeral }
  const house = HOUSE.exec(lower)
  const number = house === null ? undefined : valueOfWord(lower.slice(0, -1), numerals)
  // "siebenunddreißigb": a house and its letter, as some write them.
  if (number !== undefined && number > 2) {
    return { kind: 'word', lower, out: `${number}${lower.slice(-1)}`, isSpoken: true, isWeak: false, isOrdinal: false, isNumeral }
  }
  const letter = letterCalled(lower, lang) ?? spelledLetter(lower, lang)
  if (letter !== undefined) return { kind: 'letter', lower, out: letter, isSpoken: true, isWeak: true, isOrdinal: false, isNumeral }
  const isNoise = isFiller(lower) || isCaseWord(lower)
  return { kind: isNoise ? 'filler' : 'word', lower, out: lower, isSpoken: false, isWeak: false, isOrdinal: false, isNumeral }
}

const PAIR_BEGINS = new Set(['w', ...[...LOWERED.keys(), ...TWO_WORDS.keys()].map((pair) => pair.split(' ', 1)[0] ?? '')])

const SIGN_OR_GAP = /\.{2,}[ \u00a0]?|[@._/:+-]|[^@._/:+-]+/g

/** Symbols one by one, blanks and commas as gaps. */
function readPunctuation(low: string, start: number, atoms: Atom[]): void {
  for (const match of matchesOf(low, SIGN_OR_GAP)) {
    const at = start + match.index
    const isSymbol = /^[@._/:+-]$/.test(match[0])
    atoms.push({ kind: isSymbol ? 'symbol' : 'gap', start: at, end: at + match[0].length, lower: match[0], out: match[0], isSpoken: false, isWeak: false })
  }
}

const isJoint = (atom: Atom | undefined): boolean => atom !== undefined && ((atom.kind === 'gap' && /^[ \u00a0]{1,2}$/.test(atom.lower)) || atom.lower === '-')

/** Joins number words into numbers, in one pass: tens and unit, hundreds, thousands, repetitions. */
function joinNumbers(atoms: readonly Atom[], numerals: Numerals): Atom[] {
  const joined: Atom[] = []
  for (let at = 0; at < atoms.length;) {
    const atom = atoms[at]
    if (atom !== undefined && atom.isNumeral !== true && !(atom.kind === 'digits' && atom.isSpoken)) {
      joined.push(atom)
      at++
      continue
    }
    const reading = readRepeat(atoms, at, numerals) ?? readNumber(atoms, at, numerals)
    const before = joined.at(-2)
    const first = atoms[at]
    const last = atoms[(reading?.next ?? at + 1) - 1]
    if (first === undefined || last === undefined) break
    // "a hundred and three": the article is of the number.
    if (reading !== null && before?.lower === 'a' && numerals.hundred.has(first.lower) && joined.at(-1)?.lower === ' ') {
      joined.splice(-2)
      const { out, isOrdinal } = reading
      joined.push({ kind: 'digits', start: before.start, end: last.end, lower: first.lower, out, isSpoken: true, isWeak: false, isOrdinal })
      at = reading.next
      continue
    }
    joined.push(reading === null ? first : {
      kind: 'digits', start: first.start, end: last.end, lower: first.lower, out: reading.out, isSpoken: true, isWeak: first.isWeak && reading.next === at + 1,
      isOrdinal: reading.isOrdinal,
    })
    at = reading?.next ?? at + 1
  }
  return joined
}

interface NumberRead {
  readonly out: string
  readonly next: number
  readonly isOrdinal: boolean
}

function readRepeat(atoms: readonly Atom[], at: number, numerals: Numerals): NumberRead | null {
  const times = numerals.repeat.get(atoms[at]?.lower ?? '')
  const what = atoms[at + 2]
  if (times === undefined || !isJoint(atoms[at + 1]) || what === undefined) return null
  const isRepeatable = what.kind === 'letter' || (what.kind === 'digits' && what.out.length === 1)
  return isRepeatable ? { out: what.out.repeat(times), next: at + 3, isOrdinal: false } : null
}

/** [below a thousand] thousand [below a thousand], or one of the two; a written number is no number word. */
function readNumber(atoms: readonly Atom[], at: number, numerals: Numerals): NumberRead | null {
  const head = readHundreds(atoms, at, numerals)
  const scale = head === null ? at : afterJoint(atoms, head.next)
  if (scale === null || !numerals.thousand.has(atoms[scale]?.lower ?? '')) {
    return head === null ? null : { out: String(head.value), next: head.next, isOrdinal: head.isOrdinal }
  }
  const rest = readRest(atoms, scale + 1, numerals, (from) => readHundreds(atoms, from, numerals))
  return { out: String((head?.value ?? 1) * 1000 + (rest?.value ?? 0)), next: rest?.next ?? scale + 1, isOrdinal: false }
}

function readHundreds(atoms: readonly Atom[], at: number, numerals: Numerals): Amount | null {
  const small = readSmall(atoms, at, numerals)
  const scale = small === null ? at : afterJoint(atoms, small.next)
  const whole = numerals.hundreds?.get(atoms[at]?.lower ?? '') ?? roundValue(atoms[at])
  const isHundred = scale !== null && numerals.hundred.has(atoms[scale]?.lower ?? '')
  if (whole === undefined && !isHundred) return small
  const value = whole ?? (small?.value ?? 1) * 100
  const next = whole === undefined ? (scale ?? at) + 1 : at + 1
  const rest = readRest(atoms, next, numerals, (from) => readSmall(atoms, from, numerals))
  return { value: value + (rest?.value ?? 0), next: rest?.next ?? next, isOrdinal: false }
}

interface Amount {
  readonly value: number
  readonly next: number
  readonly isOrdinal: boolean
}

/** "nittonhundra", "zweitausend": a compound that its last two digits may follow as a word of their own. */
function roundValue(atom: Atom | undefined): number | undefined {
  const value = atom?.kind === 'digits' && atom.isSpoken && atom.out.length > 2 ? Number(atom.out) : 0
  return value > 0 && value % 100 === 0 ? value : undefined
}

const afterJoint = (atoms: readonly Atom[], at: number): number | null => (isJoint(atoms[at]) ? at + 1 : null)

/** What follows a hundred or a thousand, over an optional "and". A nought is a digit of its own, not a rest. */
function readRest(atoms: readonly Atom[], at: number, numerals: Numerals, read: (from: number) => Amount | null): Amount | null {
  const first = afterJoint(atoms, at)
  if (first === null) return null
  const start = numerals.and.has(atoms[first]?.lower ?? '') ? afterJoint(atoms, first + 1) : first
  const rest = start === null ? null : read(start)
  return rest === null || rest.value === 0 ? null : rest
}

/** A number below a hundred: one word, or tens and unit ("seventy seven", "quatre-vingt-dix-sept", "treinta y uno"). */
function readSmall(atoms: readonly Atom[], at: number, numerals: Numerals): Amount | null {
  const first = valueAt(atoms, at)
  if (first === null) return null
  const isOrdinal = atoms[at]?.isOrdinal === true
  if (isOrdinal) return { value: first, next: at + 1, isOrdinal }
  if (first === 4 && numerals.small.has('vingt') && isJoint(atoms[at + 1]) && /^vingts?$/.test(atoms[at + 2]?.lower ?? '')) {
    return withUnit(atoms, at + 3, 80, 20, numerals)
  }
  if (first < 20 || first > 90 || first % 10 !== 0) {
    return first === 10 && numerals.small.has('vingt') ? withUnit(atoms, at + 1, 10, 10, numerals, 7) : { value: first, next: at + 1, isOrdinal: false }
  }
  return withUnit(atoms, at + 1, first, numerals.small.has('vingt') && first === 60 ? 20 : 10, numerals)
}

function withUnit(atoms: readonly Atom[], at: number, ten: number, below: number, numerals: Numerals, from = 1): Amount {
  const alone = { value: ten, next: at, isOrdinal: false }
  if (!isJoint(atoms[at])) return alone
  const hasAnd = numerals.and.has(atoms[at + 1]?.lower ?? '') && isJoint(atoms[at + 2]) && !numerals.repeat.has('treble')
  const start = hasAnd ? at + 3 : at + 1
  const unit = valueAt(atoms, start)
  if (unit === null || unit < from || unit >= below) return alone
  if (unit === 10 && below === 20) {
    const teen = withUnit(atoms, start + 1, 10, 10, numerals, 7)
    return { value: ten + teen.value, next: teen.next, isOrdinal: false }
  }
  return { value: ten + unit, next: start + 1, isOrdinal: atoms[start]?.isOrdinal === true }
}

function valueAt(atoms: readonly Atom[], at: number): number | null {
  const atom = atoms[at]
  return atom !== undefined && atom.kind === 'digits' && atom.isSpoken && atom.out.length <= 2 ? Number(atom.out) : null
}
