import type { OptionalType, PiiType, Span } from '../../../src-shared/domain/pii.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import type { RawText } from '../../../src-shared/domain/raw-text/raw-text.ts'
import { tokensIn, type Token } from '../../../src-shared/domain/token.ts'
import type { RawCue, TimedPiece } from '../../../src-shared/domain/transcript.ts'
import { languageOf } from '../../../src-shared/pii/index.ts'
import { isRole } from '../../../src-shared/pii/names/everyday.ts'
import { isNeutralLabel } from '../../../src-shared/pii/names/parse.ts'
import { joinCues, type Block } from './blocks.ts'
import { linkFirms, type Firms } from './firms.ts'
import { namesInBook } from './names-in-book.ts'
import { normalForm } from './normal-form.ts'
import { linkPeople, type People } from './people.ts'
import type { UserRules } from './rules.ts'
import { scanTexts } from './scan.ts'
import { timesAfter } from './timed.pure.ts'
import type { TokenBook } from './token-book.ts'
import { redactUnit, type RedactedUnit } from './unit.ts'

export interface MeetingToRedact {
  readonly title?: RawText
  readonly cues: readonly RawCue[]
  /** What was written down about it: texts by themselves, each. */
  readonly typed?: readonly RawText[]
  readonly participants: readonly RawText[]
  /** BCP 47; English where nothing is said. */
  readonly language?: string
  readonly rules?: UserRules
  /** What a model found in one of `textsToScan`. */
  readonly foundByModel?: ((text: string) => readonly Span[]) | undefined
  /** Kinds that are hidden only where a person asks for it. */
  readonly alsoTypes?: readonly OptionalType[] | undefined
}

export interface RedactedMeeting {
  readonly title: RedactedUnit | null
  /** In the order given. */
  readonly participants: readonly RedactedUnit[]
  /** In the order given. */
  readonly typed: readonly RedactedUnit[]
  /** In the order given. */
  readonly cues: readonly { readonly speaker: RedactedUnit | null; readonly text: RedactedUnit; readonly times?: TimedPiece[] }[]
  readonly names: readonly DisplayName[]
}

/** What a token is shown as once names may be seen: the fullest surface it stands for. */
export interface DisplayName {
  readonly token: Token
  readonly type: PiiType
  readonly display: RawText
}

/** Hides personal data in a whole meeting. The same thing has the same token throughout; `book` remembers which. */
export function redactMeeting(input: MeetingToRedact, book: TokenBook): RedactedMeeting {
  const lang = languageOf(input.language)
  const participants = input.participants.map(wordsOf)
  const speakers = input.cues.map((cue) => (cue.speaker === undefined ? null : wordsOf(cue.speaker)))
  const present = [...new Set([...participants, ...speakers.filter((speaker) => speaker !== null)])].filter((label) => !namesNobody(label))
  const title = input.title === undefined ? null : wordsOf(input.title)
  const blocks = blocksOf(input)
  // Texts by themselves stand before what was said.
  const single = [...(title === null ? [] : [title]), ...(input.typed ?? []).map(wordsOf)]
  const texts = [...single, ...blocks.map((block) => block.text)]
  const spans = scanTexts(texts, {
    participants: present,
    namesOfBook: namesInBook(book, input.alsoTypes),
    alsoTypes: input.alsoTypes,
    ...(input.language === undefined ? {} : { lang: input.language }),
    ...(input.rules === undefined ? {} : { rules: input.rules }),
    foundByModel: input.foundByModel,
  })

  const people = linkPeople([...present, ...surfacesOf('PERSON', texts, spans)], book)
  const tokens = createTokens(people, book, lang, linkFirms(surfacesOf('ORG', texts, spans), lang))
  const label = (text: string): RedactedUnit => {
    if (namesNobody(text)) return redactUnit(text, [])
    return redactUnit(text, [{ span: { start: 0, end: text.length, type: 'PERSON', score: 1, recognizer: 'label' }, token: tokens.of('PERSON', text) }])
  }
  const redactedParticipants = participants.map(label)
  const redactedSingle = single.map((text, at) =>
    redactUnit(text, (spans[at] ?? []).map((span) => ({ span, token: tokens.of(span.type, text.slice(span.start, span.end)) }))))
  const cueTexts = blocks.flatMap((block, at) => redactBlock(block, spans[at + single.length] ?? [], tokens.of))
  return {
    title: title === null ? null : (redactedSingle[0] ?? null),
    participants: redactedParticipants,
    typed: redactedSingle.slice(title === null ? 0 : 1),
    cues: cueTexts.map((text, at) => {
      const speaker = speakers[at] ?? null
      const cue = input.cues[at]
      return {
        speaker: speaker === null ? null : label(speaker),
        text,
        ...(cue?.times === undefined ? {} : { times: timesAfter(cue.times, wordsOf(cue.text), text.text, text.hidden) }),
      }
    }),
    names: tokens.names(),
  }
}

const blocksOf = ({ cues }: MeetingToRedact): Block[] =>
  joinCues(
    cues.map(({ speaker, text, startMs }) => {
      return { speaker: speaker === undefined ? null : wordsOf(speaker), text: wordsOf(text), isTimed: startMs !== undefined }
    }),
  )

/** The texts that are looked at one by one: what a model has to be asked about beforehand, since redaction does not wait. */
export const textsToScan = (input: MeetingToRedact): string[] => [
  ...(input.title === undefined ? [] : [wordsOf(input.title)]),
  ...(input.typed ?? []).map(wordsOf),
  ...blocksOf(input).map(({ text }) => text),
]

function surfacesOf(type: PiiType, texts: readonly string[], spans: readonly (readonly Span[])[]): string[] {
  return texts.flatMap((text, at) => (spans[at] ?? []).filter((span) => span.type === type).map((span) => text.slice(span.start, span.end)))
}

/** A span that runs over the seam of two cues hides a piece in each, under one token. */
function redactBlock(block: Block, spans: readonly Span[], tokenOf: (type: PiiType, surface: string) => Token): RedactedUnit[] {
  let next = 0
  return block.cues.map(({ start, text }) => {
    const end = start + text.length
    const inside: { span: Span; token: Token }[] = []
    while ((spans[next]?.end ?? Infinity) <= start) next++
    for (let i = next; i < spans.length; i++) {
      const span = spans[i]
      if (span === undefined || span.start >= end) break
      const piece = { ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }
      if (piece.start < piece.end) inside.push({ span: piece, token: tokenOf(span.type, block.text.slice(span.start, span.end)) })
    }
    return redactUnit(text, inside)
  })
}

const namesNobody = (label: string): boolean => isNeutralLabel(label) || isRole(label)

interface Tokens {
  of(type: PiiType, surface: string): Token
  names(): DisplayName[]
}

/** Remembers each token's fullest surface beside giving it out. */
export function createTokens(people: People, book: TokenBook, lang: string, firms: Firms): Tokens {
  const displays = new Map<Token, string>()
  const given = new Map<string, Token>()
  const tokenOf = (type: PiiType, surface: string): Token => {
    if (type === 'PERSON') return people.tokenOf(surface)
    if (type !== 'ORG') return book.assign(type, normalForm(type, surface, lang))
    const { form, aliases } = firms.formOf(surface)
    return book.assign(type, form, aliases)
  }
  return {
    of(type, surface) {
      const before = given.get(`${type} ${surface}`)
      if (before !== undefined) return before
      const token = tokenOf(type, surface)
      given.set(`${type} ${surface}`, token)
      const display = displays.get(token)
      if (display === undefined || surface.length > display.length) displays.set(token, surface)
      return token
    },
    names() {
      const persons = people.displays()
      return Array.from(displays, ([token, surface]) => ({ token, type: typeOf(token), display: rawText(persons.get(token) ?? surface) }))
    },
  }
}

function typeOf(token: Token): PiiType {
  for (const { type } of tokensIn(token)) return type
  throw new Error('a token without a type')
}
