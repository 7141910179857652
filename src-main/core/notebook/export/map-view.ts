import type { NoteView, SummaryView } from './view.ts'

type Visit = (text: string) => string

/** A note with every text of it as `visit` gives it back, in a fixed order. Headings are the template's own. */
export function mapView(note: NoteView, visit: Visit): NoteView {
  return {
    ...note,
    title: note.title === null ? null : visit(note.title),
    participants: note.participants.map(visit),
    segments: note.segments.map((segment) => ({ ...segment, speaker: segment.speaker === null ? null : visit(segment.speaker), text: visit(segment.text) })),
    summary: note.summary === null ? null : mapSummaryView(note.summary, visit),
  }
}

function mapSummaryView(summary: SummaryView, visit: Visit): SummaryView {
  const line = <Line extends { readonly text: string }>(each: Line): Line => ({ ...each, text: visit(each.text) })
  const { sections, own } = summary
  return {
    ...summary,
    overview: summary.overview.map(line),
    topics: summary.topics.map((topic) => ({ ...topic, title: visit(topic.title) })),
    decisions: summary.decisions.map(line),
    actions: summary.actions.map((action) => ({
      ...line(action),
      ...(action.owner === undefined ? {} : { owner: visit(action.owner) }),
      ...(action.duePhrase === undefined ? {} : { duePhrase: visit(action.duePhrase) }),
    })),
    questions: summary.questions.map(line),
    ...(sections === undefined ? {} : { sections: sections.map(({ heading, lines }) => ({ heading, lines: lines.map(line) })) }),
    ...(own === undefined ? {} : { own: own.map((typed) => ({ text: visit(typed.text), lines: typed.lines.map(line) })) }),
  }
}
