import type { SearchHit } from '../../../src-shared/contract/store.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Token } from '../../../src-shared/domain/token.ts'
import { parseQuery } from './query.pure.ts'

export { asIndexWord } from './index-word.pure.ts'

export interface SearchParts {
  readonly find: (query: { words: { match: string; tokens: { noteId: NoteId; token: Token }[] }[]; limit: number }) => Promise<SearchHit[]>
  /** The tokens a typed word may stand for; none while the vault is closed. */
  readonly tokensNamed: (word: string) => Promise<{ noteId: NoteId; token: Token }[]>
}

/** Full-text search over redacted text in which names are still found while the vault is open. */
export async function searchNotes(query: string, limit: number, { find, tokensNamed }: SearchParts): Promise<SearchHit[]> {
  const words = await Promise.all(parseQuery(query).map(async ({ match, name }) => ({ match, tokens: name === null ? [] : await tokensNamed(name) })))
  return words.length === 0 ? [] : find({ words, limit })
}
