import type { Corrected, Correction } from '../../../../src-shared/domain/correction.ts'
import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import type { OwnLineId } from '../../../../src-shared/domain/own-line.ts'
import type { Span } from '../../../../src-shared/domain/pii.ts'
import type { RawText } from '../../../../src-shared/domain/raw-text/raw-text.ts'
import type { Token } from '../../../../src-shared/domain/token.ts'
import { joinCues } from '../blocks.ts'
import { phrasesOf } from '../rules.ts'
import { openLayer, writeLayer, type Held, type Layer } from './layer.ts'

/** Where a text stands in its meeting, for corrections that hold only somewhere. */
export interface Context {
  /** The segment it is the words of, edited or not, or a line of the person's own; null for the title; undefined for what has no place of its own. */
  readonly place?: SegmentId | OwnLineId | null
  /** The segment whose speaker it names. */
  readonly speaks?: SegmentId
  /** The segments a made line cites. */
  readonly evidence?: readonly SegmentId[]
  /** Texts of one group are one transcript, in order: words cut by a caption are found across the cut. */
  readonly group?: string
  readonly speaker?: string | null
  readonly isTimed?: boolean
}

export interface Correctable {
  readonly layer: Layer
  readonly context: Context
}

type Made = Pick<Correction, 'id' | 'what'>

/** Corrections in the order in which they hold, and the token each of them gives out. */
export interface InForce {
  readonly corrections: readonly Made[]
  /** Asked only where something is hidden by it. */
  readonly tokenOf: (correction: Made) => Token
  /** Without giving one out. */
  readonly knownTokenOf: (correction: Made) => Token | undefined
  /** The name a token is shown by. */
  readonly display: (token: Token) => RawText | undefined
}

interface Open {
  readonly source: string
  readonly was: readonly Held[]
  held: Held[]
  readonly context: Context
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Lays corrections over texts, one after the other. A text nothing changes comes back as the object it was. */
export function applyCorrections(texts: readonly Correctable[], { corrections, tokenOf, display }: Omit<InForce, 'knownTokenOf'>): Layer[] {
  const open = texts.map(({ layer, context }): Open => {
    const { source, held } = openLayer(layer, display)
    return { source, was: held, held, context }
  })
  for (const correction of corrections) {
    const { what } = correction
    switch (what.kind) {
      case 'hide': {
        const said = what.by === 'model' ? { recognizer: 'model', cue: 'language model' } : { recognizer: 'person', cue: 'hidden by hand' }
        const span = { type: what.type, score: 1, ...(what.why ?? said) }
        eachMatch(open, what, (text, ranges) => (text.held = hidden(text.held, ranges, { token: tokenOf(correction), span: { start: 0, end: 1, ...span } })))
        break
      }
      case 'never-hide':
        if (what.token !== null) show(open, what.token)
        else eachMatch(open, what, (text, ranges) => (text.held = shownIn(text.held, ranges)))
        break
      case 'merge':
        for (const text of open) text.held = text.held.map((held) => (held.token === what.token ? { ...held, token: what.into } : held))
        break
      case 'split':
        split(open, what, () => tokenOf(correction))
        break
      default:
        what satisfies never
    }
  }
  return open.map(({ source, was, held }, at) => {
    const layer = texts[at]?.layer
    if (layer === undefined) throw new Error('as many layers as texts')
    return sameHeld(was, held) ? layer : writeLayer(layer, source, held, was)
  })
}

const covers = (range: Range, held: Range): boolean => range.start <= held.start && held.end <= range.end

function sameHeld(a: readonly Held[], b: readonly Held[]): boolean {
  return a.length === b.length && a.every((held, at) => held.start === b[at]?.start && held.end === b[at]?.end && held.token === b[at]?.token)
}

/** Adds what must be hidden; what it touches is taken into it, what lies inside something hidden is hidden already. */
function hidden(held: readonly Held[], ranges: readonly Range[], as: { token: Token; span: Span }): Held[] {
  let out = [...held]
  for (const range of ranges) {
    if (out.some((other) => covers(other, range))) continue
    const touched = out.filter((other) => other.start < range.end && range.start < other.end)
    const start = Math.min(range.start, ...touched.map((other) => other.start))
    const end = Math.max(range.end, ...touched.map((other) => other.end))
    out = [...out.filter((other) => !touched.includes(other)), { start, end, ...as }]
  }
  return out.sort((a, b) => a.start - b.start)
}

const shownIn = (held: readonly Held[], ranges: readonly Range[]): Held[] =>
  held.filter((other) => other.isOpaque === true || !ranges.some((range) => covers(range, other)))

const show = (open: readonly Open[], token: Token): void => {
  for (const text of open) text.held = text.held.filter((held) => held.isOpaque === true || held.token !== token)
}

type WithPhrase = Extract<Corrected, { kind: 'hide' | 'never-hide' }>

/** Calls back for each text with the places of the phrase in it: everywhere, or at the one mention that is meant. */
function eachMatch(open: readonly Open[], { phrase, place }: WithPhrase, change: (text: Open, ranges: readonly Range[]) => void): void {
  const pattern = phrasesOf([phrase])
  if (pattern === null) return
  if (place === null) {
    const groups = Map.groupBy(open, ({ context }) => context.group)
    for (const [group, texts] of groups) if (group !== undefined) eachMatchInCues(texts, pattern, change)
    for (const text of groups.get(undefined) ?? []) changeWhere(text, matchesIn(text.source, pattern), change)
    return
  }
  for (const text of open) {
    const { context } = text
    const ranges = matchesIn(text.source, pattern)
    if (context.place === place.segmentId) changeWhere(text, ranges.slice(place.nth - 1, place.nth), change)
    // A line that was made of that place must not say what is hidden there, nor hide what is shown there.
    else if (place.segmentId !== null && context.evidence?.some((id) => id === place.segmentId) === true) changeWhere(text, ranges, change)
  }
}

function changeWhere(text: Open, ranges: readonly Range[], change: (text: Open, ranges: readonly Range[]) => void): void {
  if (ranges.length > 0) change(text, ranges)
}

const matchesIn = (source: string, pattern: RegExp): Range[] =>
  Array.from(source.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }))

/** As recognisers see it: neighbouring cues of one speaker are one text. */
function eachMatchInCues(texts: readonly Open[], pattern: RegExp, change: (text: Open, ranges: readonly Range[]) => void): void {
  const blocks = joinCues(
    texts.map(({ source, context: { speaker = null, isTimed = false } }) => ({ speaker, text: source, isTimed })),
  )
  let next = 0
  for (const block of blocks) {
    const ranges = matchesIn(block.text, pattern)
    for (const cue of block.cues) {
      const text = texts[next++]
      if (text === undefined) return
      const end = cue.start + cue.text.length
      const inside = ranges
        .filter((range) => range.start < end && cue.start < range.end)
        .map((range) => ({ start: Math.max(range.start, cue.start) - cue.start, end: Math.min(range.end, end) - cue.start }))
        .filter((range) => range.start < range.end)
      changeWhere(text, inside, change)
    }
  }
}

/** Mentions that mean somebody else get a token of their own; a made line follows the segments it cites, where those are all of one mind. */
function split(open: readonly Open[], { token, phrase, segments }: Extract<Corrected, { kind: 'split' }>, to: () => Token): void {
  const pattern = phrase === null ? null : phrasesOf([phrase])
  const places = new Set<string>(segments)
  const isMeant = (text: Open, held: Held): boolean => {
    const { place } = text.context
    const at = place ?? text.context.speaks
    if (at !== undefined && places.has(at)) return true
    if (pattern === null || held.isOpaque === true) return false
    const words = text.source.slice(held.start, held.end)
    return matchesIn(words, pattern).some((range) => range.start === 0 && range.end === words.length)
  }
  const moved = new Set<string>()
  const stayed = new Set<string>()
  for (const text of open) {
    if (text.context.evidence !== undefined) continue
    const { place } = text.context
    text.held = text.held.map((held) => {
      if (held.token !== token) return held
      const goes = isMeant(text, held)
      if (place !== undefined && place !== null) (goes ? moved : stayed).add(place)
      return goes ? { ...held, token: to() } : held
    })
  }
  for (const text of open) {
    const { evidence } = text.context
    if (evidence === undefined || !evidence.some((id) => moved.has(id)) || evidence.some((id) => stayed.has(id))) continue
    text.held = text.held.map((held) => (held.token === token ? { ...held, token: to() } : held))
  }
}
