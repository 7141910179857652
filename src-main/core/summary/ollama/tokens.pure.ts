/**
 * Counting tokens without the model's tokenizer, which no endpoint offers.
 *
 * `likelyTokens` is meant to be a little high, for planning: a prompt that is too long is refused or, worse, cut.
 * `fewestTokens` is a floor, for finding out that a prompt was cut: tokenizers of language models split before every word
 * and every number, so a text has no fewer tokens than words and numbers together.
 */
const PIECES = /\p{L}[\p{L}\p{M}'’]*|\p{N}+|[^\s\p{L}\p{N}]+|\n/gu
/** Letters a token of running English, and of other Latin-script languages, covers on average at least. */
const LETTERS_PER_TOKEN = 4
const ACCENTED_LETTERS_PER_TOKEN = 2.5

export function likelyTokens(text: string): number {
  let tokens = 0
  for (const [piece] of text.matchAll(PIECES)) tokens += tokensOfPiece(piece)
  return tokens
}

export function fewestTokens(text: string): number {
  let words = 0
  // Scripts without spaces between words are left out: there one token may hold several of our "words", or half of one.
  for (const [piece] of text.matchAll(PIECES)) if (/^[\p{Script=Latin}\p{N}]/u.test(piece)) words += 1
  return words
}

function tokensOfPiece(piece: string): number {
  if (/^[A-Za-z'’]/.test(piece)) {
    const perToken = /^[\w'’]*$/.test(piece) ? LETTERS_PER_TOKEN : ACCENTED_LETTERS_PER_TOKEN
    return Math.ceil(piece.length / perToken)
  }
  if (/^\p{N}/u.test(piece)) return piece.length // some tokenizers take digits one by one
  if (/^\p{Script=Latin}/u.test(piece)) return Math.ceil(piece.length / ACCENTED_LETTERS_PER_TOKEN)
  // Punctuation often joins a neighbour but may stand alone; other scripts take about a token a character, rarely two.
  return [...piece].length
}
