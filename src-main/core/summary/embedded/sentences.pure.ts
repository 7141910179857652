import { endsSentence } from '../../../../src-shared/text/sentence-end.ts'

const CLOSERS = new Set(['"', '’', "'", '”', ')', ']', '»'])
const ENDS = new Set(['.', '?', '!', '…', '。', '？', '！'])
/** Ideographic full stops need no space behind them. */
const SOLID_ENDS = new Set(['。', '？', '！'])
/** Longest abbreviation that `endsSentence` looks back for, with what stands around it. */
const LOOK_BACK = 12

const LONG = 45
const BREAK_AFTER = 14
const BREAKS = new Set(['and', 'so', 'but', 'because', 'then', 'or'])

/**
 * Spans of the sentences in a text. Talk without punctuation (a recogniser's output) is cut before a conjunction once
 * it has gone on for a while, so that one speaker's hour is not one sentence.
 */
export function sentenceSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (!ENDS.has(char)) continue
    let end = at + 1
    while (end < text.length && (ENDS.has(text[end] ?? '') || CLOSERS.has(text[end] ?? ''))) end++
    const free = end >= text.length || SOLID_ENDS.has(char) || /\s/.test(text[end] ?? '')
    if (free && endsSentence(text.slice(Math.max(from, end - LOOK_BACK), end))) {
      spans.push(...pieces(text, from, end))
      from = end
    }
    at = end - 1
  }
  spans.push(...pieces(text, from, text.length))
  return spans
}

function* pieces(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  const words = [...text.slice(start, end).matchAll(/\S+/g)]
  const opening = words[0]
  if (opening === undefined) return
  let from = start + opening.index
  let count = 0
  for (const match of words) {
    const at = start + match.index
    if (words.length > LONG && (count >= LONG || (count >= BREAK_AFTER && BREAKS.has(match[0].toLowerCase())))) {
      yield { start: from, end: at }
      from = at
      count = 0
    }
    count++
  }
  yield { start: from, end }
}
