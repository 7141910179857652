import { endsSentence } from '../../../../src-shared/text/sentence-end.ts'

const CLOSERS = new Set(['"', '’', "'", '”', ')', ']', '»'])
const ENDS = new Set(['.', '?', '!', '…', '。', '？', '！'])
// Patterns written where they are used would be made anew for each sentence.
const NEXT_END = /[.?!…。？！]/g
const BLANK = /\s/
const NO_BLANK = /\S/
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
  for (let at = endFrom(text, 0); at !== -1; ) {
    const char = text[at] ?? ''
    let end = at + 1
    while (end < text.length && (ENDS.has(text[end] ?? '') || CLOSERS.has(text[end] ?? ''))) end++
    const free = end >= text.length || SOLID_ENDS.has(char) || BLANK.test(text[end] ?? '')
    if (free && endsSentence(text.slice(Math.max(from, end - LOOK_BACK), end))) {
      addPieces(spans, text, from, end)
      from = end
    }
    at = endFrom(text, end)
  }
  addPieces(spans, text, from, text.length)
  return spans
}

/** Where the next mark that may end a sentence stands; -1 where there is none. */
function endFrom(text: string, from: number): number {
  NEXT_END.lastIndex = from
  return NEXT_END.test(text) ? NEXT_END.lastIndex - 1 : -1
}

/** At least as many as there are blanks. */
function gapsIn(text: string): number {
  let gaps = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= SPACE || code > LAST_ASCII) gaps++
  }
  return gaps
}
const SPACE = 0x20
const LAST_ASCII = 0x7f

function addPieces(spans: { start: number; end: number }[], text: string, start: number, end: number): void {
  const said = text.slice(start, end)
  const opening = said.search(NO_BLANK)
  if (opening === -1) return
  let from = start + opening
  // Nearly all are looked at no closer.
  const words = gapsIn(said) < LONG ? [] : [...said.matchAll(/\S+/g)]
  let count = 0
  for (const match of words) {
    const at = start + match.index
    if (words.length > LONG && (count >= LONG || (count >= BREAK_AFTER && BREAKS.has(match[0].toLowerCase())))) {
      spans.push({ start: from, end: at })
      from = at
      count = 0
    }
    count++
  }
  spans.push({ start: from, end })
}
