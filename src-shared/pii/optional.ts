import type { OptionalType, Span } from '../domain/pii.ts'
import type { Recogniser, RecogniserContext } from './recogniser.ts'
import { organisationRecogniser } from './recognisers/organisations.ts'
import { placeRecogniser } from './recognisers/places.ts'
import { sourceView } from './views.ts'

/**
 * Kinds that are hidden only where a person asks for it. They come after everything else: whatever is hidden without them is hidden with
 * them, under the same type, but for names of people that nothing but a capital spoke for.
 */
const RECOGNISERS: Readonly<Record<OptionalType, Recogniser>> = { ORG: organisationRecogniser, LOCATION: placeRecogniser }

/** What the recognisers of those kinds find beside `others`, and what of the others stays. */
export function withOptionalTypes(text: string, others: readonly Span[], types: readonly OptionalType[], context: RecogniserContext): Span[] {
  const view = sourceView(text)
  const found = types.flatMap((type) => {
    const recogniser = RECOGNISERS[type]
    return Array.from(recogniser.find(view, context), (candidate): Span => ({ ...candidate, recognizer: recogniser.name }))
  })
  if (found.length === 0) return [...others]
  found.sort((a, b) => a.start - b.start)
  const beside = [...others].sort((a, b) => a.start - b.start)
  const taken = new Set<Span>()
  const kept: Span[] = []
  let near: Span[] = []
  let next = 0
  for (const span of found) {
    for (let other = beside[next]; other !== undefined && other.start < span.end; other = beside[++next]) near.push(other)
    near = near.filter(({ end }) => end > span.start)
    const touched = near.filter(({ start }) => start < span.end)
    if (!touched.every((other) => givesWay(other, span))) continue
    for (const other of touched) taken.add(other)
    kept.push(span)
  }
  return [...others.filter((span) => !taken.has(span)), ...kept]
}

/** "Schmidt & Söhne GmbH" is a firm whoever Schmidt is; by itself, a name gives way only where its capital was all that spoke for it. */
function givesWay(other: Span, span: Span): boolean {
  if (other.type !== 'PERSON' || other.start < span.start || other.end > span.end) return false
  if (isDoubtfulName(other)) return true
  return (span.cue === 'legal form' || span.cue === 'head word') && other.end - other.start < span.end - span.start
}

const DOUBTFUL = new Set(['capital', 'word before', 'word behind'])

/** A name of somebody for which no list, title or introduction speaks. */
export const isDoubtfulName = ({ type, recognizer, cue }: Span): boolean => type === 'PERSON' && recognizer === 'name' && DOUBTFUL.has(cue ?? '')
