import type { OptionalType, Span } from '../../../src-shared/domain/pii.ts'
import { isEverydayWord } from '../../../src-shared/pii/names/everyday.ts'
import { sourceView } from '../../../src-shared/pii/views.ts'
import { normalForm } from './normal-form.ts'
import type { TokenBook } from './token-book.ts'

/** Above this a text is a whole transcript, whose names come from participants and recognisers; a MAC per word would slow it. */
const MAX_CHARS = 20_000

/**
 * Finds words of a text that the book knows as a name of somebody, or of the kinds asked for, by their MAC: with the vault closed nobody can say who was in the
 * meeting, but "Alice" typed into an edit still becomes her token.
 */
export function namesInBook(book: TokenBook, alsoTypes: readonly OptionalType[] = []): (text: string) => Span[] {
  if (!book.hasPast) return () => []
  return (text) => {
    if (text.length > MAX_CHARS) return []
    const { words } = sourceView(text)
    const spans: Span[] = []
    for (const word of words) {
      const { bare } = word
      if (bare.length < 3 || (isEverydayWord(bare) && !word.hasCapital)) continue
      const type = (['PERSON', ...alsoTypes] as const).find((known) => book.known(known, normalForm(known, bare, '')) !== undefined)
      if (type === undefined) continue
      spans.push({ start: word.start, end: word.start + bare.length, type, score: 0.8, recognizer: 'token-book', cue: 'named before' })
    }
    return spans
  }
}
