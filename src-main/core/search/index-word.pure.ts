/** Letters two forms of a word share from their beginning at least. */
const SHORTEST_PREFIX = 4

/** An FTS5 expression that finds a word in its other forms too: "deciding" finds "decides" by what its stem and it begin with. */
export function asIndexWord(word: string, stem: string): string {
  let same = 0
  while (same < stem.length && stem[same] === word[same]) same++
  const prefix = same >= SHORTEST_PREFIX ? word.slice(0, same) : word
  const words = prefix.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words.length === 0 ? '' : `"${words.join(' ')}"*`
}
