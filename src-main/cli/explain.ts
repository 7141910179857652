import type { Bullet, Summary } from '../../src-shared/domain/summary.ts'

interface Explained {
  readonly section: string
  readonly text: string
  /** Strongest first, with what each added to the score. */
  readonly reasons: readonly { readonly feature: string; readonly weight: number }[]
}

/** Why each line of a summary was chosen; nothing where its engine cannot say. */
export function explained(summary: Summary, restore: (made: string) => string): Explained[] {
  const of = (section: string, lines: readonly Bullet[]): Explained[] =>
    lines.map(({ text, reasons = [] }) => ({ section, text: restore(text), reasons }))
  return [
    ...of('Overview', summary.overview),
    ...(summary.sections ?? []).flatMap(({ heading, lines }) => of(heading, lines)),
    ...of('Decisions', summary.decisions),
    ...of('Action items', summary.actions),
    ...of('Open questions', summary.questions),
  ].filter(({ reasons }) => reasons.length > 0)
}

const sign = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`

export const renderExplained = (lines: readonly Explained[]): string[] => [
  '',
  'Why each line was chosen',
  ...(lines.length === 0 ? ['  A language model does not say.'] : []),
  ...lines.map(({ section, text, reasons }) => `  ${section}: ${text}  ${reasons.map(({ feature, weight }) => `${feature} ${sign(weight)}`).join(', ')}`),
]
