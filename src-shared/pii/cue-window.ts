import type { RecogniserContext } from './recogniser.ts'
import type { View } from './views.ts'

/** About a dozen words: as far as a question reaches to its answer. */
const BEFORE_CHARS = 72
const AFTER_CHARS = 40

/** The words just before a place, lower case; at the start of a text they come from the turn before. */
export function wordsBefore(view: View, at: number, context: RecogniserContext, chars = BEFORE_CHARS): string {
  const own = view.lower.slice(Math.max(0, at - chars), at)
  return own.length < chars && context.previous !== '' ? `${context.previous.slice(own.length - chars)}\n${own}` : own
}

export function wordsAfter(view: View, at: number, chars = AFTER_CHARS): string {
  return view.lower.slice(at, at + chars)
}
