import { randomBytes } from 'node:crypto'
import type { OptionalType, Span } from '../../../src-shared/domain/pii.ts'
import { makeToken, tokensIn, type Token } from '../../../src-shared/domain/token.ts'
import { languageOf } from '../../../src-shared/pii/index.ts'
import { linkFirms } from './firms.ts'
import { createTokens } from './meeting.ts'
import type { Looking } from './model/looking.ts'
import { nfcWithOffsets } from './nfc.ts'
import { linkPeople } from './people.ts'
import type { UserRules } from './rules.ts'
import { scanTexts } from './scan.ts'
import type { Place } from './settle.ts'
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
export function redactPlain(
  text: string,
  options: {
    participants?: readonly string[]
    lang?: string
    rules?: UserRules
    foundByModel?: (text: string) => readonly Span[]
    alsoTypes?: readonly OptionalType[]
  } = {},
): PlainRedaction {
  const { text: source, toGiven } = nfcWithOffsets(text)
  const participants = (options.participants ?? []).map((name) => name.normalize('NFC'))
  const scan = (part: string, changed?: readonly Place[]): Span[] => scanTexts([part], {
    participants,
    ...(changed === undefined ? {} : { changed }),
    ...(options.lang === undefined ? {} : { lang: options.lang }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
    foundByModel: options.foundByModel,
    alsoTypes: options.alsoTypes,
  })[0] ?? []
  let spans = scan(source)
  let tokens = tokensFor(source, spans, participants, options.lang)
  // The scan looked behind tokens of one digit; a longer one moves what stands around it, so another look is due.
  for (let look = 0; look < MAX_LOOKS && spans.some((span, at) => tokens[at]?.length !== makeToken(span.type, 1).length); look++) {
    const more = scan(withTokens(source, spans, tokens), longTokens(spans, tokens)).map((span) => toSource(span, spans, tokens))
    if (more.length === 0) break
    spans = [...spans, ...more].sort((a, b) => a.start - b.start)
    tokens = tokensFor(source, spans, participants, options.lang)
  }
  const entities = spans.map((span, at) => ({ ...span, ...toGiven(span.start, span.end), token: tokens[at] ?? makeToken(span.type, 1) }))
  return { redacted: withTokens(text, entities, tokens), entities }
}

/** The same with what a model finds. @throws Failure BAD_PII_MODEL */
export async function redactPlainWith(looking: Looking, text: string, options: Parameters<typeof redactPlain>[1] = {}): Promise<PlainRedaction> {
  const { found } = await looking.look([nfcWithOffsets(text).text])
  looking.forget()
  return redactPlain(text, { ...options, foundByModel: found })
}

const MAX_LOOKS = 12

/** The token of each span, in order; the same person's are the same. Numbers that stand in the text are not used again. */
function tokensFor(source: string, spans: readonly Span[], participants: readonly string[], lang: string | undefined): Token[] {
  const book = createTokenBook({ indexKey: randomBytes(32), entries: [] })
  for (const { token } of tokensIn(source)) book.reserve(token)
  const names = spans.filter((span) => span.type === 'PERSON').map((span) => source.slice(span.start, span.end))
  const firms = spans.filter((span) => span.type === 'ORG').map((span) => source.slice(span.start, span.end))
  const language = languageOf(lang)
  const tokens = createTokens(linkPeople([...participants, ...names], book), book, language, linkFirms(firms, language))
  return spans.map((span) => tokens.of(span.type, source.slice(span.start, span.end)))
}

/** Where the text with tokens has longer ones than the scan looked behind. */
function longTokens(spans: readonly Span[], tokens: readonly Token[]): Place[] {
  const places: Place[] = []
  let moved = 0
  for (const [at, { type, start, end }] of spans.entries()) {
    const length = tokens[at]?.length ?? 0
    if (length !== makeToken(type, 1).length) places.push({ start: start + moved, end: start + moved + length })
    moved += length - (end - start)
  }
  return places
}

/** A span of the text with tokens, none of which it touches, as one of the text without. */
function toSource(span: Span, spans: readonly Span[], tokens: readonly Token[]): Span {
  let moved = 0
  for (const [at, before] of spans.entries()) {
    if (before.start + moved >= span.start) break
    moved += (tokens[at]?.length ?? 0) - (before.end - before.start)
  }
  return { ...span, start: span.start - moved, end: span.end - moved }
}

function withTokens(text: string, spans: readonly { readonly start: number; readonly end: number }[], tokens: readonly Token[]): string {
  const parts: string[] = []
  let last = 0
  for (const [at, { start, end }] of spans.entries()) {
    parts.push(text.slice(last, start), tokens[at] ?? '')
    last = end
  }
  parts.push(text.slice(last))
  return parts.join('')
}
