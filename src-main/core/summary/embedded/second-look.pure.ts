/** In lines, to either side: the exchange a line stands in, and the stretch of talk. */
const CLOSE = 3
const FAR = 12
/** So many likely lines around are as many as can be told apart. */
const MOST_AROUND = 2

/**
 * What a first look made of the lines around each candidate: work is handed out in runs, and misheard words seldom break all of one.
 * `at`: the candidates' lines, ascending; `scores`: what each was worth at first. Returns two features a candidate, 0 to 1.
 */
export function secondLook(at: readonly number[], scores: readonly number[]): (readonly [string, number])[][] {
  const likely = scores.map((score) => 1 / (1 + Math.exp(-score)))
  const upTo = [0]
  likely.forEach((one, i) => upTo.push((upTo[i] ?? 0) + one))
  let [far, close, closeEnd, farEnd] = [0, 0, 0, 0]
  return at.map((line, i) => {
    while ((at[far] ?? line) < line - FAR) far++
    while ((at[close] ?? line) < line - CLOSE) close++
    while (closeEnd < at.length && (at[closeEnd] ?? 0) <= line + CLOSE) closeEnd++
    while (farEnd < at.length && (at[farEnd] ?? 0) <= line + FAR) farEnd++
    const within = (from: number, to: number): number => (upTo[to] ?? 0) - (upTo[from] ?? 0)
    const beside = within(close, closeEnd)
    return [
      ['likely close by', Math.min(1, Math.max(0, beside - (likely[i] ?? 0)))],
      ['likely around', Math.min(MOST_AROUND, Math.max(0, within(far, farEnd) - beside)) / MOST_AROUND],
    ]
  })
}
