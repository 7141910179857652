/** Whisper takes at most 224 tokens, and every one costs time in every window. Characters, since tokens are the engine's. */
const LONGEST_PROMPT = 400

/** What the engine is told before every window: the person's words (names, vocabulary), on one line and cut at a word's end. */
export function windowPrompt(request: string): string {
  const words = request.trim().split(/\s+/u).join(' ')
  if (words.length <= LONGEST_PROMPT) return words
  const cut = words.lastIndexOf(' ', LONGEST_PROMPT)
  // Where a cut parts the halves of a character, neither is left behind.
  return words.slice(0, cut <= 0 ? LONGEST_PROMPT : cut).toWellFormed().replaceAll('\uFFFD', '')
}
