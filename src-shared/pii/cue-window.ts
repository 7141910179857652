import { PREVIOUS_CHARS, type RecogniserContext } from './recogniser.ts'
import { tokenPattern } from '../domain/token.ts'
import type { View } from './views.ts'

/** About a dozen words: as far as a question reaches to its answer. */
const BEFORE_CHARS = 72
const AFTER_CHARS = 40

/** The words just before a place, lower case; at the start of a text they come from the turn before. */
export function wordsBefore(view: View, at: number, context: RecogniserContext, chars = BEFORE_CHARS): string {
  const own = view.lower.slice(Math.max(0, at - chars), at)
  return withoutTokens(own.length < chars ? context.previous.slice(own.length - chars) + own : own)
}

export function wordsAfter(view: View, at: number, chars = AFTER_CHARS): string {
  return view.lower.slice(at, at + chars)
}

const ANSWER_CHARS = 48
/** "Speaker 2: ", whose number is none that was said. */
const NUMBERED_SPEAKER = /\n\p{L}{1,12} \d{1,2}[ \u00a0]?: /gu

/**
 * What was said of a value that is an answer: up to three turns before, and what stands before the value in its own,
 * if that is little. Empty where the value stands in the first turn or further inside its own.
 */
export function askedBefore(view: View, at: number, context: RecogniserContext): string {
  const turns = wordsBefore(view, at, context, PREVIOUS_CHARS).replace(NUMBERED_SPEAKER, '\n').split('\n').slice(-4)
  return turns.length > 1 && (turns.at(-1)?.length ?? 0) <= ANSWER_CHARS ? turns.join('\n') : ''
}

/** Whether digits stand among so many characters of that, those of tokens too: what was hidden was a value as well. */
export function hasDigitsBefore(view: View, at: number, { previous }: RecogniserContext, chars: number): boolean {
  const said = `${previous}${view.lower.slice(Math.max(0, at - PREVIOUS_CHARS), at)}`.replace(NUMBERED_SPEAKER, '\n')
  return chars > 0 && /\d/.test(said.slice(-chars))
}

const TOKEN = new RegExp(tokenPattern().source, 'gi')

/** What was hidden already explains nothing: "[PHONE_1]" is no cue. The length stays, since distances are counted. */
function withoutTokens(text: string): string {
  return text.replace(TOKEN, (token) => '·'.repeat(token.length))
}
