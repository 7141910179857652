import { randomBytes } from 'node:crypto'
import type { OptionalType, PiiType, Span } from '../../../src-shared/domain/pii.ts'
import { redactedTextSchema, type RedactedText } from '../../../src-shared/domain/text.ts'
import { tokensIn } from '../../../src-shared/domain/token.ts'
import { languageOf } from '../../../src-shared/pii/index.ts'
import { isOptionalType, linkFirms } from './firms.ts'
import { createTokens, type DisplayName } from './meeting.ts'
import { namesInBook } from './names-in-book.ts'
import { linkPeople } from './people.ts'
import { scanTexts } from './scan.ts'
import { createTokenBook, type TokenBook } from './token-book.ts'

/**
 * Looks once more at texts that are redacted already, before they are stored as a model's words or leave: what an earlier scan missed,
 * or what only other words around it give away, is hidden. Tokens stay as they are.
 * @param book the meeting's own; without one, what is hidden gets numbers that stand nowhere in these texts
 * @returns the texts in their order, and the names of tokens that were given out
 */
export function scanMade(
  texts: readonly RedactedText[],
  { book = createTokenBook({ indexKey: randomBytes(32), entries: [] }), language, never, isCautious, alsoTypes }: {
    readonly book?: TokenBook
    readonly language: string | null
    /** Words that a person wants to see. */
    readonly never: readonly string[]
    /** Leaves alone what only looks like a name: a model writes titles in capitals, and sentences nobody said. */
    readonly isCautious: boolean
    readonly alsoTypes?: readonly OptionalType[] | undefined
  },
): { texts: RedactedText[]; names: DisplayName[]; hidden: number } {
  for (const text of texts) for (const { token } of tokensIn(text)) book.reserve(token)
  const lang = language === null ? {} : { lang: language }
  const scanned = scanTexts(texts, { participants: [], rules: { always: [], never }, namesOfBook: namesInBook(book, alsoTypes), alsoTypes, ...lang })
  const spans = isCautious ? onlySure(texts, scanned) : scanned
  const surfaces = (wanted: PiiType): string[] =>
    texts.flatMap((text, at) => (spans[at] ?? []).filter(({ type }) => type === wanted).map(({ start, end }) => text.slice(start, end)))
  const spoken = languageOf(language ?? undefined)
  const tokens = createTokens(linkPeople(surfaces('PERSON'), book), book, spoken, linkFirms(surfaces('ORG'), spoken))
  let hidden = 0
  const out = texts.map((text, at) =>
    redactedTextSchema.parse(
      (spans[at] ?? []).reduceRight((rest, { start, end, type }) => {
        hidden++
        return `${rest.slice(0, start)}${tokens.of(type, text.slice(start, end))}${rest.slice(end)}`
      }, String(text)),
    ),
  )
  return { texts: out, names: tokens.names(), hidden }
}

const DOUBTFUL = new Set(['capital', 'word before', 'word behind', 'addressed'])
/** Sure by itself, which what repeats another find is not. */
const isSure = ({ type, score, cue, recognizer }: Span): boolean =>
  (type !== 'PERSON' && !isOptionalType(type)) ||
  ((score >= 0.8 || isOptionalType(type)) && recognizer !== 'same-name' && !DOUBTFUL.has(cue ?? ''))

/** What is sure by itself, and other mentions of that. */
function onlySure(texts: readonly string[], scanned: readonly (readonly Span[])[]): Span[][] {
  const wordsOf = (at: number, { start, end }: Span): string[] => (texts[at] ?? '').slice(start, end).toLowerCase().split(/\s+/)
  const named = new Set(scanned.flatMap((found, at) => found.filter(isSure).flatMap((span) => wordsOf(at, span))))
  return scanned.map((found, at) => found.filter((span) => isSure(span) || wordsOf(at, span).some((word) => named.has(word))))
}
