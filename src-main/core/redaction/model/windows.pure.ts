/** Words from `from` to `to` (exclusive) that a model looks at together, and those of them whose answer is taken from this look. */
export interface Window {
  readonly from: number
  readonly to: number
  readonly answersFrom: number
  readonly answersTo: number
}

/**
 * Cuts a long text into looks of at most `room` pieces that overlap by about a quarter. A word's answer is taken where it has the most
 * around it, so every word is answered exactly once. A word of more than `room` pieces is looked at alone.
 * @param pieces how many pieces each word has
 */
export function planWindows(pieces: readonly number[], room: number): Window[] {
  const windows: { from: number; to: number }[] = []
  for (let from = 0; from < pieces.length; ) {
    let taken = pieces[from] ?? 0
    let to = from + 1
    while (to < pieces.length && taken + (pieces[to] ?? 0) <= room) taken += pieces[to++] ?? 0
    windows.push({ from, to })
    if (to === pieces.length) break
    let next = to
    for (let back = 0; next - 1 > from && back + (pieces[next - 1] ?? 0) <= room / 4; ) back += pieces[--next] ?? 0
    from = next
  }
  const middles = windows.slice(1).map((window, at) => Math.ceil((window.from + (windows[at]?.to ?? window.from)) / 2))
  return windows.map((window, at) => ({ ...window, answersFrom: middles[at - 1] ?? window.from, answersTo: middles[at] ?? window.to }))
}
