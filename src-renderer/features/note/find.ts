/** Where a text has the words, without regard to capitals; none where capitals change its length (some Turkish and German letters). */
export function matchesIn(text: string, words: string): number[] {
  const [haystack, needle] = [text.toLowerCase(), words.toLowerCase()]
  const found: number[] = []
  if (needle === '' || haystack.length !== text.length) return found
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) found.push(at)
  return found
}

/** The lines that have the words, in order: what "next" and "previous" walk. */
export function linesWith(texts: readonly string[], words: string): number[] {
  const needle = words.trim().toLowerCase()
  if (needle === '') return []
  return texts.flatMap((text, index) => (text.toLowerCase().includes(needle) ? [index] : []))
}
