import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import type { Action, Bullet, Summary } from '../../../../src-shared/domain/summary.ts'
import type { RedactedText } from '../../../../src-shared/domain/text.ts'
import type { Verdict } from '../../../../src-shared/domain/verdict.ts'

/** Given each text with what it cites, says what stands there instead. */
type Visit = (text: RedactedText, evidence?: readonly SegmentId[]) => RedactedText

const bullet = <Line extends Bullet>(line: Line, visit: Visit): Line => ({ ...line, text: visit(line.text, line.evidence) })

function action(line: Action, visit: Visit): Action {
  const { owner, duePhrase } = line
  return {
    ...bullet(line, visit),
    ...(owner === undefined ? {} : { owner: visit(owner, line.evidence) }),
    ...(duePhrase === undefined ? {} : { duePhrase: visit(duePhrase, line.evidence) }),
  }
}

/** Every text of a summary, in a fixed order. The headings are the template's own. */
export function mapSummary(summary: Summary, visit: Visit): Summary {
  const { sections, own } = summary
  return {
    ...summary,
    title: visit(summary.title),
    overview: summary.overview.map((line) => bullet(line, visit)),
    topics: summary.topics.map((topic) => ({ ...topic, title: visit(topic.title, topic.evidence) })),
    decisions: summary.decisions.map((line) => bullet(line, visit)),
    actions: summary.actions.map((line) => action(line, visit)),
    questions: summary.questions.map((line) => bullet(line, visit)),
    ...(sections === undefined ? {} : { sections: sections.map(({ heading, lines }) => ({ heading, lines: lines.map((line) => bullet(line, visit)) })) }),
    ...(own === undefined ? {} : { own: own.map((part) => ({ ...part, text: visit(part.text), lines: part.lines.map((line) => bullet(line, visit)) })) }),
  }
}

export function mapVerdict(verdict: Verdict, visit: Visit): Verdict {
  const { line, newText } = verdict
  return { ...verdict, line: action(line, visit), newText: newText === null ? null : visit(newText, line.evidence) }
}
