import { randomBytes } from 'node:crypto'
import type { Span } from '../../../src-shared/domain/pii.ts'
import { tokensIn, type Token } from '../../../src-shared/domain/token.ts'
import { languageOf } from '../../../src-shared/pii/index.ts'
import { createTokens } from './meeting.ts'
import { nfcWithOffsets } from './nfc.ts'
import { linkPeople } from './people.ts'
import type { UserRules } from './rules.ts'
import { scanTexts } from './scan.ts'
import { createTokenBook } from './token-book.ts'

export interface PlainRedaction {
  readonly redacted: string
  /** Offsets are UTF-16 code units into the text as it was given. */
  readonly entities: readonly (Span & { readonly token: Token })[]
}

/**
 * Redacts one text that is not stored (`sotto redact`). Tokens that already stand in it are left alone and their numbers
 * not used again, so redacting what is redacted changes nothing.
 */
export function redactPlain(text: string, options: { participants?: readonly string[]; lang?: string; rules?: UserRules } = {}): PlainRedaction {
  const { text: source, toGiven } = nfcWithOffsets(text)
  const participants = (options.participants ?? []).map((name) => name.normalize('NFC'))
  const [spans = []] = scanTexts([source], {
    participants,
    ...(options.lang === undefined ? {} : { lang: options.lang }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  })
  const book = createTokenBook({ indexKey: randomBytes(32), entries: [] })
  for (const { token } of tokensIn(source)) book.reserve(token)
  const names = spans.filter((span) => span.type === 'PERSON').map((span) => source.slice(span.start, span.end))
  const tokens = createTokens(linkPeople([...participants, ...names], book), book, languageOf(options.lang))
  const entities = spans.map((span) => ({ ...span, ...toGiven(span.start, span.end), token: tokens.of(span.type, source.slice(span.start, span.end)) }))
  const parts: string[] = []
  let at = 0
  for (const { start, end, token } of entities) {
    parts.push(text.slice(at, start), token)
    at = end
  }
  parts.push(text.slice(at))
  return { redacted: parts.join(''), entities }
}
