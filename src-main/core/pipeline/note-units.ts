import type { StoredTexts } from '../../../src-shared/contract/corrections.ts'
import type { Occurrence } from '../../../src-shared/contract/store.ts'
import type { SegmentId } from '../../../src-shared/domain/ids.ts'
import type { Span } from '../../../src-shared/domain/pii.ts'
import type { RedactedText } from '../../../src-shared/domain/text.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import { tokensIn } from '../../../src-shared/domain/token.ts'
import { madeLayer, mapSummary, mapVerdict, type Layer, type NoteUnit } from '../redaction/index.ts'
import type { NoteWords } from '../vault/index.ts'

type Words = NoteWords
type Place = Pick<Occurrence, 'unit' | 'place'>

/** A unit with the names other tables have for it. */
export interface PlacedUnit {
  readonly unit: NoteUnit
  /** Its row of the vault; null for what was made, or what is kept of an earlier version. */
  readonly said: Place | null
  /** Where its tokens are listed for those who search; null where an edit lies over it. */
  readonly shown: Place | null
}

type MakeUnit = (
  key: string,
  text: RedactedText,
  said: Place,
  shown: Place | null,
  rest: { readonly context: NoteUnit['contexts'][number]; readonly times?: Layer['times'] },
) => PlacedUnit

/** Every stored text of a note as something to correct. */
export function unitsOf(texts: StoredTexts, words: Words): PlacedUnit[] {
  const spansOf = spansByPlace(texts.occurrences)
  const fitting = new Set(texts.edits.filter(({ fits }) => fits).map(({ segmentId }) => segmentId))
  const saidAt = (text: RedactedText, said: Place, shown: Place | null, times: Layer['times'] = null): Layer => {
    const behind = words.at(said.unit, said.place)
    const tokens = [...tokensIn(text)].length
    // A title that a summary gave was said by nobody; so is what was stored with fewer words than tokens.
    if ((behind?.length ?? 0) !== tokens) return { ...madeLayer(text), times }
    return { text, words: behind ?? [], spans: shown === null ? [] : spansOf(shown), times }
  }
  const one: MakeUnit = (key, text, said, shown, rest) => {
    const layer = saidAt(text, said, shown, rest.times ?? null)
    const isSaid = layer.words !== null
    return { unit: { key, layers: [layer], contexts: [rest.context] }, said: isSaid ? said : null, shown: isSaid ? shown : null }
  }
  const made = (key: string, each: readonly { text: RedactedText; evidence?: readonly SegmentId[] }[], madeAt: number): PlacedUnit => ({
    unit: {
      key,
      layers: each.map(({ text }) => madeLayer(text)),
      contexts: each.map(({ evidence }) => (evidence === undefined ? {} : { evidence })),
      madeAt,
    },
    said: null,
    shown: null,
  })

  const units: PlacedUnit[] = []
  if (texts.title !== null) units.push(titleUnit(texts, texts.title, one))
  texts.participants.forEach((name, ordinal) => {
    const place: Place = { unit: `participant:${ordinal}`, place: 'participant' }
    units.push(one(`participant:${ordinal}`, name, place, place, { context: {} }))
  })
  for (const segment of texts.segments) {
    const { id, transcriptId, isCurrent, speaker, text, times, isTimed } = segment
    const textKey = `text:${transcriptId}:${id}`
    const context = { place: id, group: transcriptId, speaker, isTimed }
    if (isCurrent) {
      const said: Place = { unit: id, place: 'text' }
      units.push(one(textKey, text, said, fitting.has(id) ? null : said, { times, context }))
    } else {
      units.push({ unit: { key: textKey, layers: [{ ...madeLayer(text), times }], contexts: [context] }, said: null, shown: null })
    }
    if (speaker === null) continue
    const speakerKey = `speaker:${transcriptId}:${id}`
    const spoken: Place = { unit: id, place: 'speaker' }
    if (isCurrent) units.push(one(speakerKey, speaker, spoken, spoken, { context: { speaks: id } }))
    else units.push({ unit: { key: speakerKey, layers: [madeLayer(speaker)], contexts: [{ speaks: id }] }, said: null, shown: null })
  }
  for (const { segmentId, text, fits } of texts.edits) {
    const said: Place = { unit: `edit:${segmentId}`, place: 'text' }
    units.push(one(said.unit, text, said, fits ? { unit: segmentId, place: 'text' } : null, { context: { place: segmentId } }))
  }
  for (const { id, text } of texts.own) {
    const place: Place = { unit: ownUnit(id), place: 'text' }
    units.push(one(place.unit, text, place, place, { context: { place: id } }))
  }
  for (const { id, createdAt, summary } of texts.summaries) {
    units.push(made(`summary:${id}`, collected((visit) => void mapSummary(summary, visit)), createdAt))
  }
  for (const { createdAt, verdict } of texts.verdicts) {
    units.push(made(`verdict:${verdict.id}`, collected((visit) => void mapVerdict(verdict, visit)), createdAt))
  }
  return units
}

/** A title given by a summary is as old as the first summary that has it. */
function titleUnit(
  texts: StoredTexts,
  title: RedactedText,
  one: MakeUnit,
): PlacedUnit {
  const place: Place = { unit: 'title', place: 'title' }
  const placed = one('title', title, place, place, { context: { place: null } })
  const from = texts.summaries.find(({ summary }) => summary.title === title)
  return from === undefined ? placed : { ...placed, unit: { ...placed.unit, madeAt: from.createdAt } }
}

type Collected = { text: RedactedText; evidence?: readonly SegmentId[] }

function collected(walk: (visit: (text: RedactedText, evidence?: readonly SegmentId[]) => RedactedText) => void): Collected[] {
  const all: Collected[] = []
  walk((text, evidence) => {
    all.push({ text, ...(evidence === undefined ? {} : { evidence }) })
    return text
  })
  return all
}

function spansByPlace(occurrences: readonly Occurrence[]): (place: Place) => Span[] {
  const by = Map.groupBy(occurrences, ({ unit, place }) => `${place} ${unit}`)
  return ({ unit, place }) => [...(by.get(`${place} ${unit}`) ?? [])].sort((a, b) => a.ordinal - b.ordinal).map(({ span }) => span)
}
