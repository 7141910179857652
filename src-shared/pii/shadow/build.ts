import { isBeside, readAtoms, spokenAs } from './atoms.ts'
import { foldCharacters } from './fold.ts'
import { joinAddresses } from './addresses.ts'
import { joinValues } from './values.ts'
import { ShadowWriter } from './writer.ts'
import { signsIn } from './stretches.ts'
import { isZone } from './vocabulary.ts'
import type { Piece, Shadow } from './shadow.ts'
import { lowerSameLength } from '../words.ts'

/** Builds the normalised shadow of a text, or null where nothing needs normalising. `signs` may be said for something else. */
export function buildShadow(text: string, lang: string, signs: readonly Place[]): Shadow | null {
  const folded = foldCharacters(text)
  if (folded === null) return speakOut(text, lang, islandsIn(text, signs))
  const spoken = speakOut(folded.text, lang, [{ start: 0, end: folded.text.length }])
  if (spoken === null) return folded
  const at = (place: number | undefined): number => (place === undefined ? undefined : folded.startOf(place)) ?? text.length
  return {
    text: spoken.text,
    hasValues: true,
    startOf: (place) => at(spoken.startOf(place)),
    endOf: (place) => folded.endOf((spoken.endOf(place) ?? text.length) - 1) ?? text.length,
  }
}

/** What of a text must be known before it is read sign by sign. */
interface Said {
  readonly text: string
  readonly words: readonly { readonly start: number; readonly end: number; readonly lower: string }[]
  readonly hasDigit: boolean
}

/** Digits said or written one by one. */
const SPACED = /(?<!\d)\d\D{1,8}\d(?!\d)/

/** "alice at example.com": half said, half written. */
const INNER_STOP = /[._-](?<=\p{L}.)\p{L}/u

/** What may be said for something else in a text by itself. */
export const saidIn = (source: Said, lang: string): readonly Place[] => (maySpeak(source, lang) ? signsIn(source.text, source.words, lang) : [])

/** False where surely nothing is said for something written: no number word, no symbol's name, no letter by itself. */
function maySpeak({ text, words, hasDigit }: Said, lang: string): boolean {
  let beside = 0
  let isBehindBeside = false
  for (const { lower } of words) {
    const spoken = spokenAs(lower, lang)
    if (spoken === 'alone' || spoken === 'number' || (isBehindBeside && isZone(lower, false))) return true
    isBehindBeside = isBeside(spoken)
    if (isBehindBeside) beside++
  }
  return beside > 1 || (beside === 1 && (hasDigit || INNER_STOP.test(text))) || (hasDigit && SPACED.test(text))
}

interface Place {
  readonly start: number
  readonly end: number
}

/** As far as words reach that belong to what is said beside them: the first of an address, "all one word", another's "go on". */
const SHORE = 40

/** What must be read sign by sign: the surroundings of what may be said for something. The rest stands in the shadow as it is. */
function islandsIn(text: string, signs: readonly Place[]): Place[] {
  const islands: Place[] = []
  for (const sign of signs) {
    const last = islands.at(-1)
    const [from, to] = [sign.start - SHORE, sign.end + SHORE]
    if (last !== undefined && to <= last.end) continue
    const blank = text.indexOf(' ', to)
    const end = blank < 0 ? text.length : blank
    if (last !== undefined && from <= last.end) islands[islands.length - 1] = { start: last.start, end }
    else islands.push({ start: from <= 0 ? 0 : Math.max(last?.end ?? 0, text.lastIndexOf(' ', from) + 1), end })
  }
  return islands
}

function speakOut(text: string, lang: string, islands: readonly Place[]): Shadow | null {
  const out = new ShadowWriter(text)
  let isChanged = false
  let hasValues = false
  let written = 0
  let lastWritten = -Infinity
  for (const { start, end } of islands) {
    const part = text.slice(start, end)
    const atoms = readAtoms(lowerSameLength(part), lang)
    if (!atoms.some((atom) => atom.isSpoken || atom.kind === 'digits')) continue
    const pieces = withoutSounds(joinAddresses(joinValues(atoms)))
    out.copy(written, start)
    written = end
    isChanged ||= pieces.length !== atoms.length
    for (const piece of pieces) {
      if (piece.isCopy) out.copy(start + piece.start, start + piece.end)
      else {
        out.write(piece.out, start + piece.start, start + piece.end)
        isChanged = true
        hasValues ||= !SMALL_NUMBER.test(piece.out) || start + piece.start - lastWritten <= JOINT || isBesideDigit(part, piece)
        lastWritten = start + piece.end
      }
    }
  }
  if (!isChanged) return null
  out.copy(written, text.length)
  return out.finish(hasValues)
}

/** "the ninth of um October", "11 uh 84": what one says while looking for the next part of a value, left out with the blank behind it. */
function withoutSounds(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(isSound)) return pieces
  const isGap = (at: number): boolean => pieces[at]?.kind === 'gap' && /^,? $/.test(pieces[at]?.out ?? '')
  const isBehindValue = (at: number): boolean => isGap(at) && pieces[at - 1]?.kind === 'value'
  const isBesideValue = (at: number): boolean =>
    isBehindValue(at - 1) || (isGap(at - 1) && PARTS_OF_DATES.has(pieces[at - 2]?.out ?? '') && isBehindValue(at - 3)) ||
    (isGap(at + 1) && pieces[at + 2]?.kind === 'value')
  const left = new Set<number>()
  pieces.forEach((piece, at) => {
    if (isSound(piece) && isGap(at - 1) && isGap(at + 1) && isBesideValue(at)) left.add(at).add(at + 1)
  })
  return left.size === 0 ? pieces : pieces.filter((_, at) => !left.has(at))
}

const isSound = ({ kind, out }: Piece): boolean => kind === 'filler' && SOUNDS.has(out)
/** "the twelfth of, um, August" */
const PARTS_OF_DATES = new Set(['of', 'de', 'du', 'i'])
/** Sounds that are no word of any of the languages. */
const SOUNDS = new Set('um uh erm ehm euh heu äh ähm öh öhm'.split(' '))

const SMALL_NUMBER = /^\d{1,2}$/
/** No number has more between two of its digits. */
const JOINT = 3
const isBesideDigit = (text: string, { start, end }: Place): boolean =>
  /\d/.test(text.slice(Math.max(0, start - JOINT - 1), start)) || /\d/.test(text.slice(end, end + JOINT + 1))
