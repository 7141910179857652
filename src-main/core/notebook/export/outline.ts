import { oneLine, type ActionView, type LineView, type OwnView, type SummaryView } from './view.ts'

/** A heading of a summary with its lines, the same for every format that people read. */
export interface Section {
  readonly heading: string
  readonly lines: readonly SectionLine[]
}

interface SectionLine {
  /** Who it is for. */
  readonly lead: string | undefined
  readonly text: string
  /** What is added in brackets. */
  readonly tail: string | undefined
  readonly segments: readonly number[]
}

/** A summary as headings and lines, empty ones left out. */
export function outline(summary: SummaryView): Section[] {
  return [
    { heading: 'Your notes', lines: (summary.own ?? []).map(own) },
    { heading: 'Overview', lines: summary.overview.map(line) },
    ...(summary.sections ?? []).map(({ heading, lines }) => ({ heading: oneLine(heading), lines: lines.length === 0 ? [NOTHING] : lines.map(line) })),
    { heading: 'Decisions', lines: summary.decisions.filter(sure).map(line) },
    { heading: 'Possible decisions', lines: summary.decisions.filter(unsure).map(line) },
    { heading: 'Action items', lines: summary.actions.filter(sure).map(action) },
    { heading: 'Possible action items', lines: summary.actions.filter(unsure).map(action) },
    { heading: 'Open questions', lines: summary.questions.map(line) },
    { heading: 'Topics', lines: summary.topics.map(({ title, segments }) => line({ text: title, segments: segments.slice(0, 1) })) },
  ].filter(({ lines }) => lines.length > 0)
}

const NOTHING: SectionLine = { lead: undefined, text: 'Nothing said.', tail: undefined, segments: [] }
const sure = ({ possible }: LineView): boolean => possible !== true
const unsure = ({ possible }: LineView): boolean => possible === true

const line = ({ text, segments, unsupported }: LineView): SectionLine => ({
  lead: undefined,
  text: oneLine(text),
  tail: unsupported === true ? 'not found in the recording' : undefined,
  segments,
})

/** A line of the person's, and behind it what the recording says of it. */
const own = ({ text, lines }: OwnView): SectionLine => ({
  lead: oneLine(text),
  text: lines.map((found) => oneLine(found.text)).join(' '),
  tail: lines.length === 0 ? 'not found in the recording' : undefined,
  segments: lines.flatMap(({ segments }) => segments),
})

function action(item: ActionView): SectionLine {
  const due = item.due === undefined ? item.duePhrase : item.duePhrase === undefined ? item.due : `${item.due}, "${item.duePhrase}"`
  const tails = [due === undefined ? undefined : `due ${oneLine(due)}`, line(item).tail].filter((tail) => tail !== undefined)
  return { ...line(item), lead: item.owner === undefined ? undefined : oneLine(item.owner), tail: tails.length === 0 ? undefined : tails.join('; ') }
}
