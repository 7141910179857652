import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import type { Action, Bullet, SummarySection, Topic } from '../../../../src-shared/domain/summary.ts'
import { redactedTextSchema, type RedactedText } from '../../../../src-shared/domain/text.ts'
import { sectionsOf } from '../../../../src-shared/domain/template.ts'
import { tokensIn } from '../../../../src-shared/domain/token.ts'
import { findDue } from '../due/index.ts'
import type { SummaryInput } from '../engine.ts'
import { checkEvidence } from '../evidence/index.ts'
import type { ActionItem, Item, Notes } from './map.ts'
import { repairTokens } from './tokens-back.pure.ts'

/** Segments on either side of the cited ones in which a line's words may stand. */
const WINDOW = 2
const LONGEST_TITLE = 120

export interface Verified {
  readonly title: RedactedText
  readonly overview: Bullet[]
  readonly topics: Topic[]
  readonly decisions: Bullet[]
  readonly actions: Action[]
  readonly questions: Bullet[]
  readonly sections?: SummarySection[]
}

interface Doubts {
  /** Somebody tried to steer the model: then what nobody said is left out, not only marked. */
  readonly isWary?: boolean
  /** The notes are in a language of their own: their words cannot stand in the transcript, but numbers and hidden names must. */
  readonly isTranslated?: boolean
}

/**
 * What a model wrote, held against the meeting without a model. A line that its segments do not bear out is kept and marked;
 * an owner or a due phrase that they do not bear out is taken away. Tokens that were copied nearly right are put right; a line with
 * one that the meeting does not have is left out. Dates are worked out here, never by the model.
 */
export function verify(written: Notes, input: SummaryInput, { isWary = false, isTranslated = false }: Doubts = {}): Verified {
  const notes = withTokensBack(written, input)
  const wanted = sectionsOf(input.template ?? { name: 'general' })
  const places = new Map(input.segments.map(({ id }, at) => [id, at]))
  const inOrder = (ids: readonly SegmentId[]): SegmentId[] => ids.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
  const windowOf = (ids: readonly SegmentId[]): string => {
    const near = new Set(ids.flatMap((id) => Array.from({ length: 2 * WINDOW + 1 }, (_, at) => (places.get(id) ?? 0) + at - WINDOW)))
    return [...near].toSorted((a, b) => a - b).flatMap((at) => input.segments[at] ?? []).map(({ speaker, text }) => `${speaker ?? ''}: ${text}`).join('\n')
  }

  const bullet = (item: Item): Bullet => {
    const evidence = inOrder(item.ids)
    const text = asRedacted(item.text)
    const { supported, missing } = checkEvidence({ text, evidence }, input.segments, { window: WINDOW })
    const isKnown = supported || (isTranslated && missing.every((what) => what === 'content' || what === 'name') && tokensStandIn(text, windowOf(evidence)))
    return { text, evidence, ...(isKnown ? {} : { unsupported: true }) }
  }
  const action = (item: ActionItem): Action => {
    const made = bullet(item)
    const claim = { ...made, owner: item.owner ?? undefined, duePhrase: item.due ?? undefined }
    const { missing } = checkEvidence(claim, input.segments, { window: WINDOW })
    // Nobody owes, by no day, what nobody said.
    const isSaid = made.unsupported !== true
    const owner = item.owner === null || !isSaid || missing.includes('owner') ? null : ownerOf(asRedacted(item.owner), made.evidence, input)
    const duePhrase = item.due === null || !isSaid || missing.includes('date') ? null : asRedacted(item.due)
    // The quote may begin behind its "by".
    const due = duePhrase === null ? null : (findDue(duePhrase, input.date) ?? findDue(`by ${duePhrase}`, input.date))
    return {
      ...made,
      ...(isSaid ? {} : { possible: true }),
      ...(owner === null ? {} : { owner }),
      ...(duePhrase === null ? {} : { duePhrase }),
      ...(due === null ? {} : { due: due.date }),
    }
  }
  const believed = <Line extends Bullet>(lines: Line[]): Line[] => (isWary ? lines.filter(({ unsupported }) => unsupported !== true) : lines)
  const everything = isWary ? input.segments.map(({ speaker, text }) => `${speaker ?? ''}: ${text}`).join('\n') : ''
  const isSpokenOf = (text: string): boolean => !isWary || mostWordsStandIn(text, everything)
  const topics = notes.topics
    .map(({ text, ids }) => ({
      title: asRedacted(text), evidence: boundsOf(inOrder(ids)), known: tokensStandIn(text, windowOf(ids)) && isSpokenOf(text),
    }))
    .filter(({ known }) => known)
    .map(({ title, evidence }) => ({ title, evidence }))

  return {
    title: titleOf(isSpokenOf(notes.title) ? notes.title : '', topics, input),
    overview: believed(notes.overview.map(bullet)),
    topics,
    decisions: believed(notes.decisions.map(bullet)),
    actions: believed(notes.actions.map(action)),
    questions: believed(notes.questions.map(bullet)),
    ...(wanted.length === 0 ? {} : { sections: wanted.map(({ heading }, at) => ({ heading, lines: believed((notes.sections[at] ?? []).map(bullet)) })) }),
  }
}

function withTokensBack(notes: Notes, { segments, participants }: SummaryInput): Notes {
  const given = [...segments.flatMap(({ speaker, text }) => [speaker ?? '', text]), ...participants]
  const known = new Set(given.flatMap((text) => Array.from(tokensIn(text), ({ token }) => token)))
  const repaired = <Line extends Item>(lines: readonly Line[]): Line[] =>
    lines.flatMap((line) => {
      const { text, isInvented } = repairTokens(line.text, known)
      return isInvented ? [] : [{ ...line, text }]
    })
  const orNone = (words: string | null): string | null => {
    const { text, isInvented } = repairTokens(words ?? '', known)
    return words === null || isInvented ? null : text
  }
  const overview = repaired(notes.overview)
  const title = repairTokens(notes.title, known)
  return {
    title: title.isInvented ? '' : title.text,
    // Where every line is like that, they stay, and the check below marks them: a summary says something.
    overview: overview.length === 0 ? notes.overview : overview,
    topics: repaired(notes.topics),
    decisions: repaired(notes.decisions),
    actions: repaired(notes.actions).map((action) => ({ ...action, owner: orNone(action.owner), due: orNone(action.due) })),
    questions: repaired(notes.questions),
    sections: notes.sections.map((lines) => repaired(lines)),
  }
}

/** A title has no evidence of its own, so it may say nothing that is not in the meeting; else the first topic stands in. */
function titleOf(written: string, topics: readonly Topic[], { segments }: SummaryInput): RedactedText {
  const everything = segments.map(({ speaker, text }) => `${speaker ?? ''}: ${text}`).join('\n')
  const title = written.replace(/\s+/gu, ' ').trim()
  if (title !== '' && title.length <= LONGEST_TITLE && tokensStandIn(title, everything)) return asRedacted(title)
  return topics[0]?.title ?? asRedacted('Meeting')
}

/** Every token of a text is one of the window's: a token that a model made up would show somebody's name where it was never said. */
function tokensStandIn(text: string, window: string): boolean {
  const known = new Set([...tokensIn(window)].map(({ token }) => token))
  return [...tokensIn(text)].every(({ token }) => known.has(token))
}

/** "I'll", in tongues that meetings are held in: the work is the speaker's. */
const PROMISES =
  /\b(?:i'll|i will|i'm going to|i am going to|i can do|let me)\b|\bich (?:werde|mache|kümmere|schicke|übernehme)\b|\bje (?:vais|m'occupe|ferai)\b|\b(?:yo me encargo|voy a|lo haré)\b|\b(?:ci penso io|lo faccio io)\b|\bik (?:zal|ga)\b|(?<!\p{L})я (?:сделаю|отправлю|возьму)(?!\p{L})/iu

/** Where the cited lines hold promises, the work is of who made one; a model that names somebody else is put right, or not believed. */
function ownerOf(owner: RedactedText, evidence: readonly SegmentId[], { segments }: SummaryInput): RedactedText | null {
  const cited = new Set(evidence)
  const promised = segments.filter(({ id, speaker, text }) => cited.has(id) && speaker !== null && PROMISES.test(text))
  const speakers = [...new Set(promised.flatMap(({ speaker }) => speaker ?? []))]
  if (speakers.length === 0 || speakers.includes(owner)) return owner
  const [only] = speakers
  return speakers.length === 1 && only !== undefined ? only : null
}

/** More than half of the longer words were said. */
function mostWordsStandIn(text: string, window: string): boolean {
  const said = new Set(wordsOf(window))
  const words = wordsOf(text).filter((word) => word.length > 3)
  return words.filter((word) => said.has(word)).length * 2 >= words.length
}
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []

const boundsOf = (ids: readonly SegmentId[]): SegmentId[] => [...new Set([...ids.slice(0, 1), ...ids.slice(-1)])]
/** Written from redacted text alone, so it is redacted text. */
const asRedacted = (text: string): RedactedText => redactedTextSchema.parse(text)
