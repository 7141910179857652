import { endsSentence } from '../../../src-shared/text/sentence-end.ts'
import type { Heard } from '../../../src-shared/contract/speech.ts'

/** Why a segment may not have been said; it is kept, and the person is told. */
export type Mark = 'silence' | 'loop' | 'stock-phrase'

export interface SpokenWord {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

/** One thing said. The words are raw: as heard, before redaction. Times are milliseconds from the recording's start. */
export interface SpokenSegment {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  /** Where the engine can time single words. */
  readonly words?: readonly SpokenWord[]
  readonly marks?: readonly Mark[]
}

/** Without a full stop in sight, a segment ends at the next word after this. */
const LONGEST_SEGMENT_MS = 15_000

/**
 * Makes segments of what the engine heard in a window.
 * Single tokens are put together again: a segment of Whisper's own ends where two tokens do not touch in time; a sentence's
 * end also ends a segment, since a note's evidence is a sentence.
 * @param window its start, and the end no time may pass
 */
export function spokenSegments(heard: Heard, window: { startMs: number; endMs: number }): SpokenSegment[] {
  const at = (ms: number): number => Math.min(window.endMs, Math.max(window.startMs, window.startMs + Math.round(ms)))
  if (!heard.tokens) {
    return heard.spans
      .map(({ text, t0, t1 }) => ({ startMs: at(t0), endMs: Math.max(at(t0), at(t1)), text: text.trim() }))
      .filter(({ text }) => text !== '')
  }
  const segments: SpokenSegment[] = []
  let words: SpokenWord[] = []
  let text = ''
  const close = (): void => {
    const [first] = words
    const last = words.at(-1)
    if (first !== undefined && last !== undefined && text.trim() !== '') {
      segments.push({ startMs: first.startMs, endMs: last.endMs, text: text.trim(), words })
    }
    words = []
    text = ''
  }
  let end = Number.NaN
  for (const token of heard.spans) {
    const startsWord = /^\s/u.test(token.text)
    const first = words[0]
    const tooLong = first !== undefined && at(token.t0) - first.startMs > LONGEST_SEGMENT_MS
    if (token.t0 !== end || (startsWord && (tooLong || endsSentence(text)))) close()
    end = token.t1
    text += token.text
    const startMs = at(token.t0)
    const endMs = Math.max(startMs, at(token.t1))
    const last = words.at(-1)
    if (startsWord || last === undefined) words.push({ startMs, endMs, text: token.text.trim() })
    else words[words.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, endMs), text: last.text + token.text }
  }
  close()
  return segments
}
