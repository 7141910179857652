import { sectionsOf, type TemplateChoice } from '../../../../src-shared/domain/template.ts'
import type { Line } from './line.pure.ts'
import { lineText } from './line-text.pure.ts'
import type { OverviewCandidate } from './overview.pure.ts'
import { readsWell } from './readable.pure.ts'
import type { Reason } from './scoring.pure.ts'
import { cuesOf } from './section-cues.pure.ts'

export interface FoundSection {
  readonly heading: string
  readonly lines: readonly { readonly text: string; readonly segments: readonly number[]; readonly reasons: readonly Reason[] }[]
}

const SHOWN = 5
const MIN_WORDS = 4
const MIN_STEMS = 2
/** A line with a section's own words in it against one with its cues. */
const OWN_WORD = 0.8
const SEVERAL = 1.5
/** In fewer lines every one may count. */
const ENOUGH_LINES = 30
/** Rank by how densely a line speaks of what the meeting speaks of. */
const ABOUT_SOMETHING = 0.25

/**
 * A template's sections: the lines that sound most like each, in meeting order, none in two of them. A section nobody said
 * anything for stays empty. `chat`: lines of small talk.
 */
export function templateSections(
  lines: readonly Line[], ranked: readonly OverviewCandidate[], choice: TemplateChoice, chat: ReadonlySet<number>,
): FoundSection[] {
  const sections = sectionsOf(choice)
  if (sections.length === 0) return []
  const cues = sections.map((section) => cuesOf(section, choice.name === 'custom'))
  const long = lines.length >= ENOUGH_LINES
  const weight = new Map(ranked.map(({ line, features }) => [line.index, features.get('dense terms') ?? 0]))
  const found: { line: Line; text: string; section: number; score: number; reasons: Reason[] }[] = []
  for (const line of lines) {
    if (chat.has(line.index) || line.words.length < MIN_WORDS || line.stems.length < MIN_STEMS) continue
    if (!readsWell(line)) continue
    const scores = cues.map(({ patterns, stems, questions, never }) => {
      if (never?.test(line.cue) === true) return 0
      if (line.question !== questions && (line.question || patterns.length + stems.size === 0)) return 0
      const own = new Set(line.stems.filter((stem) => stems.has(stem))).size
      return (questions && line.question ? 1 : 0) + patterns.filter((pattern) => pattern.test(line.cue)).length + OWN_WORD * own
    })
    const best = Math.max(...scores)
    const dense = weight.get(line.index) ?? 0
    // One cue word in a line that is about nothing in particular is chance.
    if (best <= 0 || (long && best < SEVERAL && dense < ABOUT_SOMETHING)) continue
    const section = scores.indexOf(best)
    const reasons = [{ feature: 'words of the section', weight: best }, { feature: 'dense terms', weight: Math.round(dense * 1000) / 1000 }]
    found.push({ line, text: lineText(line).text, section, score: best + dense, reasons })
  }
  return sections.map(({ heading }, section) => ({
    heading,
    lines: found
      .filter((item) => item.section === section)
      .sort((a, b) => b.score - a.score || a.line.index - b.line.index)
      .slice(0, SHOWN)
      .sort((a, b) => a.line.index - b.line.index)
      .map(({ line, text, reasons }) => ({ text, segments: line.segments, reasons })),
  }))
}
