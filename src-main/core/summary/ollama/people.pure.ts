import { tokensIn } from '../../../../src-shared/domain/token.ts'
import type { PromptLine } from './lines.pure.ts'
import { likelyTokens } from './tokens.pure.ts'

/** Words of a name this short ("de", "J.") say nothing about who is meant. */
const SHORTEST_NAME = 3

/**
 * Who can own an action in a stretch of a meeting: who speaks in it or is named in it. Others cannot have taken anything on,
 * and a list of a hundred invitees would fill a small model's window.
 */
export function findPeople(participants: readonly string[]): (line: PromptLine) => string[] {
  const byWord = new Map<string, Set<string>>()
  for (const name of participants) {
    for (const word of wordsOf(name)) byWord.set(word, (byWord.get(word) ?? new Set()).add(name))
  }
  const known = new Set(participants)
  return ({ speaker, text }) => {
    const found = new Set<string>()
    if (speaker !== null) found.add(speaker)
    for (const { token, type } of tokensIn(text)) if (type === 'PERSON' || known.has(token)) found.add(token)
    for (const word of wordsOf(text)) for (const name of byWord.get(word) ?? []) found.add(name)
    return [...found]
  }
}

/** What a chunk's list of people costs, line by line: each name once. */
export function costOfPeople(peopleOf: (line: PromptLine) => string[]): () => (line: PromptLine) => number {
  return () => {
    const listed = new Set<string>()
    return (line) => {
      let tokens = 0
      for (const name of peopleOf(line)) {
        if (listed.has(name)) continue
        listed.add(name)
        tokens += likelyTokens(name) + 3 // quotes and comma
      }
      return tokens
    }
  }
}

const wordsOf = (text: string): string[] =>
  (text.replace(/\[[A-Z_]+_\d+\]/g, ' ').toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length >= SHORTEST_NAME)
