import { isBeside, readAtoms, spokenAs } from './atoms.ts'
import { foldCharacters } from './fold.ts'
import { joinAddresses } from './addresses.ts'
import { joinValues } from './values.ts'
import { ShadowWriter } from './writer.ts'
import { isZone } from './vocabulary.ts'
import type { Shadow } from './shadow.ts'

/** Builds the normalised shadow of a text, or null where nothing needs normalising. */
export function buildShadow(text: string, lang: string, source: Said): Shadow | null {
  const folded = foldCharacters(text)
  const spoken = folded === null && !maySpeak(source, lang) ? null : speakOut(folded?.text ?? text, lang)
  if (folded === null || spoken === null) return spoken ?? folded
  return {
    text: spoken.text,
    starts: spoken.starts.map((at) => folded.starts[at] ?? text.length),
    ends: spoken.ends.map((at) => folded.ends[at - 1] ?? text.length),
  }
}

/** What of a text must be known before it is read sign by sign. */
interface Said {
  readonly text: string
  readonly words: readonly { readonly lower: string }[]
  readonly hasDigit: boolean
}

/** Digits said or written one by one. */
const SPACED = /(?<!\d)\d\D{1,8}\d(?!\d)/

/** "alice at example.com": half said, half written. */
const INNER_STOP = /\p{L}[._-]\p{L}/u

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

function speakOut(text: string, lang: string): Shadow | null {
  const atoms = readAtoms(text, text.toLowerCase().length === text.length ? text.toLowerCase() : text, lang)
  if (!atoms.some((atom) => atom.isSpoken || atom.kind === 'digits')) return null
  const values = joinValues(atoms)
  const pieces = joinAddresses(values)
  const out = new ShadowWriter(text.length)
  let isChanged = false
  for (const piece of pieces) {
    if (piece.isCopy) out.copy(text.slice(piece.start, piece.end), piece.start)
    else {
      out.write(piece.out, piece.start, piece.end)
      isChanged = true
    }
  }
  return isChanged || pieces.length !== atoms.length ? out.finish() : null
}
