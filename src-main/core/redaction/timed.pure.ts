import type { Span } from '../../../src-shared/domain/pii.ts'
import type { TimedPiece } from '../../../src-shared/domain/transcript.ts'
import { tokensIn } from '../../../src-shared/domain/token.ts'

/**
 * Carries the times of a source's words over to its redacted text: words left standing keep theirs, and a token takes the time of
 * everything it hides, so that it can be muted. Look-alikes of tokens, which are escaped, move what stands behind them.
 * @param hidden the spans that were hidden, in order, in the source's offsets
 */
export function timesAfter(times: readonly TimedPiece[], source: string, redacted: string, hidden: readonly { readonly span: Span }[]): TimedPiece[] {
  const tokens = [...tokensIn(redacted)]
  const pieces: TimedPiece[] = []
  let next = 0
  hidden.forEach(({ span }, ordinal) => {
    const token = tokens[ordinal]
    if (token === undefined) return
    const before = tokens[ordinal - 1]
    const stretch = { from: before?.end ?? 0, sourceFrom: hidden[ordinal - 1]?.span.end ?? 0 }
    for (; (times[next]?.end ?? Infinity) <= span.start; next++) pieces.push(...moved(times[next], stretch, source, redacted))
    const covered: TimedPiece[] = []
    for (let piece = times[next]; piece !== undefined && piece.start < span.end; piece = times[++next]) covered.push(piece)
    const [first] = covered
    const last = covered.at(-1)
    if (first === undefined || last === undefined) return
    pieces.push({ start: token.start, end: token.end, startMs: first.startMs, endMs: last.endMs })
    // A word that reaches out of the span ("Alice's") is muted whole and stands for the next span too.
    if (last.end > span.end) next--
  })
  const tail = { from: tokens.at(hidden.length - 1)?.end ?? 0, sourceFrom: hidden.at(-1)?.span.end ?? 0 }
  const stretch = hidden.length === 0 ? { from: 0, sourceFrom: 0 } : tail
  for (; next < times.length; next++) {
    const piece = times[next]
    if (piece !== undefined && piece.start >= stretch.sourceFrom) pieces.push(...moved(piece, stretch, source, redacted))
  }
  return pieces
}

/** Between two tokens only escapes change the text: a word is looked for from where it would stand without them. */
function moved(
  piece: TimedPiece | undefined,
  { from, sourceFrom }: { from: number; sourceFrom: number },
  source: string,
  redacted: string,
): TimedPiece[] {
  if (piece === undefined || piece.start < sourceFrom) return []
  const word = source.slice(piece.start, piece.end)
  const start = redacted.indexOf(word, from + piece.start - sourceFrom)
  return start < 0 ? [] : [{ ...piece, start, end: start + word.length }]
}
