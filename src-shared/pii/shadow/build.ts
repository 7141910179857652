import { foldCharacters } from './fold.ts'

/** A shadow text; `starts[i]`/`ends[i]` bound the source characters that shadow character `i` stands for. Both never decrease. */
export interface Shadow {
  readonly text: string
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Builds the normalised shadow of a text, or null where nothing needs normalising. */
export function buildShadow(text: string, lang: string): Shadow | null {
  void lang
  return foldCharacters(text)
}
