/** A line as far as comparing goes; `segments` are indices into the same note. */
interface Line {
  readonly text: string
  readonly segments: readonly number[]
  readonly owner?: string | undefined
  readonly due?: string | undefined
}

export interface ComparableSummary {
  readonly overview: readonly Line[]
  readonly decisions: readonly Line[]
  readonly actions: readonly Line[]
  readonly questions: readonly Line[]
  readonly topics: readonly { readonly title: string; readonly segments: readonly number[] }[]
  readonly sections?: readonly { readonly heading: string; readonly lines: readonly Line[] }[] | undefined
}

/** What became of one line between two summaries. `before` and `after` hold its words, with owner and day behind action items. */
export interface LineChange {
  /** A list's name, or the heading of a template's section. */
  readonly section: string
  readonly change: 'gone' | 'new' | 'reworded'
  readonly before?: string
  readonly after?: string
}

/** Lines that cite a common segment and share this part of their words are one line in two wordings. */
const SAME_WORDS = 0.5

/** What differs between two summaries of a note, list by list, in the order of the newer one and then of the older. */
export function diffSummaries(older: ComparableSummary, newer: ComparableSummary): LineChange[] {
  const headings = [...new Set([...(newer.sections ?? []), ...(older.sections ?? [])].map(({ heading }) => heading))]
  const under = (summary: ComparableSummary, heading: string): readonly Line[] => summary.sections?.find((one) => one.heading === heading)?.lines ?? []
  return [
    ...(['overview', 'decisions', 'actions', 'questions'] as const).flatMap((section) => diffLines(section, older[section], newer[section])),
    ...headings.flatMap((heading) => diffLines(heading, under(older, heading), under(newer, heading))),
    ...diffLines('topics', older.topics.map(asLine), newer.topics.map(asLine)),
  ]
}

const asLine = ({ title, segments }: ComparableSummary['topics'][number]): Line => ({ text: title, segments })

function diffLines(section: string, before: readonly Line[], after: readonly Line[]): LineChange[] {
  const left = new Set(before.filter((line) => !after.some((other) => shown(other) === shown(line))))
  const changes = after
    .filter((line) => !before.some((other) => shown(other) === shown(line)))
    .map((line): LineChange => {
      const earlier = [...left].find((other) => isReworded(other, line))
      if (earlier === undefined) return { section, change: 'new', after: shown(line) }
      left.delete(earlier)
      return { section, change: 'reworded', before: shown(earlier), after: shown(line) }
    })
  return [...changes, ...[...left].map((line): LineChange => ({ section, change: 'gone', before: shown(line) }))]
}

const shown = ({ text, owner, due }: Line): string => [text, ...(owner === undefined ? [] : [owner]), ...(due === undefined ? [] : [due])].join(' · ')

function isReworded(a: Line, b: Line): boolean {
  if (!a.segments.some((segment) => b.segments.includes(segment))) return false
  const [first, second] = [wordsOf(a.text), wordsOf(b.text)]
  const shared = [...first].filter((word) => second.has(word)).length
  return shared >= SAME_WORDS * Math.min(first.size, second.size)
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu))
