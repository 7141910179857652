import type { Span } from '../../../src-shared/domain/pii.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import type { RawText } from '../../../src-shared/domain/raw-text/raw-text.ts'
import { redactedTextSchema, type RedactedText } from '../../../src-shared/domain/text.ts'
import { escapeTokens, tokensIn, unescapeTokens, type Token } from '../../../src-shared/domain/token.ts'

/** Something that a token hides. `ordinal` counts all tokens of the unit's redacted text, from 0. */
export interface Hidden {
  readonly token: Token
  readonly ordinal: number
  readonly surface: RawText
  readonly span: Span
}

/** A title, a speaker, a participant or the words of one cue. */
export interface RedactedUnit {
  readonly text: RedactedText
  readonly hidden: readonly Hidden[]
}

/** `spans` are disjoint and sorted; look-alikes of tokens in the source are escaped. */
export function redactUnit(source: string, spans: readonly { span: Span; token: Token }[]): RedactedUnit {
  const parts: string[] = []
  const hidden: Hidden[] = []
  let at = 0
  for (const { span, token } of spans) {
    parts.push(escapeTokens(source.slice(at, span.start)), token)
    hidden.push({ token, ordinal: hidden.length, surface: rawText(source.slice(span.start, span.end)), span })
    at = span.end
  }
  parts.push(escapeTokens(source.slice(at)))
  return { text: redactedTextSchema.parse(parts.join('')), hidden }
}

/**
 * Puts the originals back: exactly the NFC source when `surfaces` knows every token; a token it does not know stays.
 */
export function rehydrate(text: string, surfaces: (token: Token, ordinal: number) => string | undefined): string {
  const parts: string[] = []
  let at = 0
  let ordinal = 0
  for (const { token, start, end } of tokensIn(text)) {
    parts.push(unescapeTokens(text.slice(at, start)), surfaces(token, ordinal) ?? token)
    at = end
    ordinal++
  }
  parts.push(unescapeTokens(text.slice(at)))
  return parts.join('')
}
