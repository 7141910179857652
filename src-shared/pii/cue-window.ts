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

const TOKEN = new RegExp(tokenPattern().source, 'gi')

/** What was hidden already explains nothing: "[PHONE_1]" is no cue. The length stays, since distances are counted. */
function withoutTokens(view: View, start: number, end: number): string {
  return view.lower.slice(start, end).replace(TOKEN, (token) => '·'.repeat(token.length))
}
