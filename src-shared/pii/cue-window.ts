import type { RecogniserContext } from './recogniser.ts'
import { tokenPattern } from '../domain/token.ts'
import type { View } from './views.ts'

/** About a dozen words: as far as a question reaches to its answer. */
const BEFORE_CHARS = 72
const AFTER_CHARS = 40

/** The words just before a place, lower case; at the start of a text they come from the turn before. */
export function wordsBefore(view: View, at: number, context: RecogniserContext, chars = BEFORE_CHARS): string {
  const own = withoutTokens(view, Math.max(0, at - chars), at)
  return own.length < chars && context.previous !== '' ? `${context.previous.slice(own.length - chars)}\n${own}` : own
}

export function wordsAfter(view: View, at: number, chars = AFTER_CHARS): string {
  return view.lower.slice(at, at + chars)
}

const ASKED_CHARS = 240
const ANSWER_CHARS = 48
/** "Speaker 2: ", whose number is none that was said. */
const NUMBERED_SPEAKER = /\n\p{L}{1,12} \d{1,2}[ \u00a0]?: /gu

/**
 * What was said of a value that is an answer: up to three turns before, and what stands before the value in its own,
 * if that is little. Empty where the value stands in the first turn or further inside its own.
 */
export function askedBefore(view: View, at: number, context: RecogniserContext): string {
  const turns = wordsBefore(view, at, context, ASKED_CHARS).replace(NUMBERED_SPEAKER, '\n').split('\n').slice(-4)
  return turns.length > 1 && (turns.at(-1)?.length ?? 0) <= ANSWER_CHARS ? turns.join('\n') : ''
}

/** Whether digits stand among so many characters of that, those of tokens too: what was hidden was a value as well. */
export function hasDigitsBefore(view: View, at: number, { previous }: RecogniserContext, chars: number): boolean {
  const said = `${previous}\n${view.lower.slice(Math.max(0, at - ASKED_CHARS), at)}`.replace(NUMBERED_SPEAKER, '\n')
  return chars > 0 && /\d/.test(said.slice(-chars))
}

const TOKEN = new RegExp(tokenPattern().source, 'gi')

/** What was hidden already explains nothing: "[PHONE_1]" is no cue. The length stays, since distances are counted. */
function withoutTokens(view: View, start: number, end: number): string {
  return view.lower.slice(start, end).replace(TOKEN, (token) => '·'.repeat(token.length))
}
