import { readAtoms } from './atoms.ts'
import { foldCharacters } from './fold.ts'
import { joinAddresses } from './addresses.ts'
import { joinValues } from './values.ts'
import { ShadowWriter } from './writer.ts'
import type { Shadow } from './shadow.ts'

/** Builds the normalised shadow of a text, or null where nothing needs normalising. */
export function buildShadow(text: string, lang: string): Shadow | null {
  const folded = foldCharacters(text)
  const spoken = speakOut(folded?.text ?? text, lang)
  if (folded === null || spoken === null) return spoken ?? folded
  return {
    text: spoken.text,
    starts: spoken.starts.map((at) => folded.starts[at] ?? text.length),
    ends: spoken.ends.map((at) => folded.ends[at - 1] ?? text.length),
  }
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
