import { PII_TYPES } from '../../../src-shared/domain/pii.ts'
import { tokenCodePoint } from '../../../src-shared/domain/token.ts'

/** One word of a query: what to ask the index for, and the plain word by which a name may be found. */
export interface QueryWord {
  /** An FTS5 expression; empty when the word holds nothing that could be matched. */
  readonly match: string
  /** Null when the word is a type such as "[EMAIL]", which stands for no name. */
  readonly name: string | null
}

const TYPE_WORD = /^\[([A-Z_]+?)(?:_\d+)?\]$/

/**
 * A person's words as an index query: every word must be met, each as a prefix ("budg" finds "budgets"), a quoted part as
 * a phrase. `[EMAIL]` finds every place where an e-mail address is hidden. Nothing typed can be an FTS5 operator.
 */
export function parseQuery(query: string): QueryWord[] {
  const parts = query.normalize('NFC').match(/"[^"]*"|\S+/g) ?? []
  return parts.flatMap((part): QueryWord[] => {
    const type = TYPE_WORD.exec(part)?.[1]
    const known = PII_TYPES.find((name) => name === type)
    if (known !== undefined) return [{ match: quote(tokenCodePoint(known)), name: null }]
    const isPhrase = part.startsWith('"')
    const words = part.replaceAll('"', ' ').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
    if (words.length === 0) return []
    const phrase = quote(words.join(' '))
    return [{ match: isPhrase ? phrase : `${phrase}*`, name: part.replaceAll('"', ' ').trim() }]
  })
}

const quote = (words: string): string => `"${words.replaceAll('"', '""')}"`
