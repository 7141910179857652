import type { Range } from './pieces-at.pure.ts'

type Likely = ReadonlyMap<string, number>

/** One word of letters and digits, and how likely each label is for each of its pieces; at least one piece. */
export interface Judged extends Range {
  readonly pieces: readonly Likely[]
}

export interface Labelled extends Range {
  /** Of the label, without the letter of its place. */
  readonly entity: string
  readonly score: number
}

/** "B-PER" is the beginning of a PER; a label without a letter of place ("PER") says nothing of where it begins. */
function partsOf(label: string): { place: string; entity: string } {
  const match = /^([BIESLU])[-_](.+)$/.exec(label)
  return match === null ? { place: 'I', entity: label } : { place: match[1] ?? 'I', entity: match[2] ?? label }
}

/**
 * Joins words to entities as BIO, BIOES (BILOU) or plain labels say. A word belongs to the entity that its pieces together make most
 * likely: models are trained to judge words, and what they say of one inner piece alone is noise. Where an entity begins and ends is
 * told by a word's first and last piece. Below `threshold` a word belongs to none. Entities go over hyphens, apostrophes, dots and
 * blanks, and over no line's end.
 */
export function spansOfLabels(words: readonly Judged[], text: string, threshold: number): Labelled[] {
  const spans: { start: number; end: number; entity: string; scores: number[]; isOpen: boolean }[] = []
  for (const { start, end, pieces } of words) {
    const best = bestEntity(pieces)
    const before = spans.at(-1)
    if (best === null || best.score < threshold) {
      if (before !== undefined) before.isOpen = false
      continue
    }
    const { entity, score } = best
    const isOpen = !'ELSU'.includes(placeOf(entity, pieces.at(-1)))
    const goesOn = before?.isOpen === true && before.entity === entity && !'BSU'.includes(placeOf(entity, pieces[0]))
    if (goesOn && /^[-'’.\p{Zs}]{0,3}$/u.test(text.slice(before.end, start))) {
      before.end = end
      before.scores.push(score)
      before.isOpen = isOpen
    } else spans.push({ start, end, entity, scores: [score], isOpen })
  }
  return spans.map(({ scores, isOpen: _, ...span }) => ({ ...span, score: scores.reduce((sum, score) => sum + score, 0) / scores.length }))
}

/** The entity the pieces agree on by the mean of what they say, or null where nothing at all is likelier. */
function bestEntity(pieces: readonly Likely[]): { entity: string; score: number } | null {
  const means = new Map<string, number>()
  for (const likely of pieces) {
    for (const [label, score] of likely) {
      const { entity } = partsOf(label)
      means.set(entity, (means.get(entity) ?? 0) + score / pieces.length)
    }
  }
  let best = { entity: NOTHING, score: means.get(NOTHING) ?? 0 }
  for (const [entity, score] of means) if (score > best.score) best = { entity, score }
  return best.entity === NOTHING ? null : best
}

/** The likeliest place of a piece within such an entity. */
function placeOf(entity: string, likely: Likely | undefined): string {
  let best = { place: 'I', score: 0 }
  for (const [label, score] of likely ?? []) {
    const parts = partsOf(label)
    if (parts.entity === entity && score > best.score) best = { place: parts.place, score }
  }
  return best.place
}

const NOTHING = 'O'
