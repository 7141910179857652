/**
 * Pieces of a byte-level tokenizer (GPT-2, RoBERTa) are written in letters that stand for bytes: printable ones for themselves, the
 * rest from U+0100 on, in order (openai/gpt-2, encoder.py, `bytes_to_unicode`).
 */
const BYTE_OF: ReadonlyMap<string, number> = (() => {
  const isPrintable = (byte: number): boolean => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174
  const letters = new Map<string, number>()
  let next = 256
  for (let byte = 0; byte < 256; byte++) letters.set(String.fromCodePoint(isPrintable(byte) ? byte : next++), byte)
  return letters
})()

/** What the pieces stand for; a character cut between pieces is given to the last of them. */
export function textsOfBytePieces(pieces: readonly string[]): (string | null)[] {
  const decoder = new TextDecoder()
  return pieces.map((piece) => {
    const bytes = Array.from(piece, (letter) => BYTE_OF.get(letter))
    if (bytes.includes(undefined)) return null
    return decoder.decode(Uint8Array.from(bytes.map((byte) => byte ?? 0)), { stream: true })
  })
}
