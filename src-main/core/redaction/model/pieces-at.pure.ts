/** Where something stands in a text, in UTF-16 code units, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Where the pieces that a tokenizer made of a word stand in it. Tokenizers change letters before they cut (case, accents,
 * compatibility forms) and say nothing of where they cut, so both sides are folded and walked along. A piece that is nowhere to be found
 * (an unknown character, say) takes what lies between its neighbours; a letter is never torn from its combining marks.
 * @param word as it stands in the text
 * @param pieces what each piece stands for, null where that is not known
 * @returns one range a piece, within the word; empty where a piece stands for nothing in it
 */
export function piecesAt(word: string, pieces: readonly (string | null)[]): Range[] {
  const source = foldedWithOrigin(word)
  let at = 0
  const found = pieces.map((piece): { from: number; to: number } | null => {
    const wanted = piece === null ? '' : folded(piece)
    if (wanted === '') return null
    const from = source.text.indexOf(wanted, at)
    if (from < 0) return null
    at = from + wanted.length
    return { from, to: at }
  })
  return found.map((place, index) => {
    const from = place?.from ?? found.slice(0, index).findLast((other) => other !== null)?.to ?? 0
    const to = place?.to ?? found.slice(index + 1).find((other) => other !== null)?.from ?? source.text.length
    if (to <= from) return { start: source.startOf(from), end: source.startOf(from) }
    return { start: source.startOf(from), end: source.endOf(to - 1) }
  })
}

const folded = (text: string): string => text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}+/gu, '')

/** The folded word, and for each of its units the character of the word, with its marks, that it came from. */
function foldedWithOrigin(word: string): { text: string; startOf: (at: number) => number; endOf: (at: number) => number } {
  let text = ''
  const origins: Range[] = []
  // A character with what belongs to it: marks, joiners, variation selectors.
  for (const match of word.matchAll(/[^\p{M}\u200C\u200D\uFE0F][\p{M}\u200C\u200D\uFE0F]*|[\p{M}\u200C\u200D\uFE0F]+/gsu)) {
    const out = folded(match[0])
    const origin = { start: match.index, end: match.index + match[0].length }
    for (let unit = 0; unit < out.length; unit++) origins.push(origin)
    text += out
  }
  return { text, startOf: (at) => origins[at]?.start ?? word.length, endOf: (at) => origins[at]?.end ?? word.length }
}
