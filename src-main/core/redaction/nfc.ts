interface NormalisedText {
  readonly text: string
  /** The range of the given text that a range of the normalised one stands for. */
  toGiven(start: number, end: number): { start: number; end: number }
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A text in NFC with the way back. Characters compose inside a grapheme, so graphemes are normalised one by one. */
export function nfcWithOffsets(given: string): NormalisedText {
  if (given.normalize('NFC') === given) return { text: given, toGiven: (start, end) => ({ start, end }) }
  const starts: number[] = []
  const ends: number[] = []
  const parts: string[] = []
  for (const { segment, index } of graphemes.segment(given)) {
    const normal = segment.normalize('NFC')
    parts.push(normal)
    for (let i = 0; i < normal.length; i++) {
      starts.push(index)
      ends.push(index + segment.length)
    }
  }
  return {
    text: parts.join(''),
    toGiven: (start, end) => ({ start: starts[start] ?? given.length, end: ends[end - 1] ?? given.length }),
  }
}
