import type { NoteView } from './view.ts'

/** The note as JSON, in the shape `sotto show --json` prints and every import takes. */
export function toJson({ title, date, participants, segments, summary }: NoteView): string {
  const document = {
    title,
    date,
    participants,
    segments: segments.map(({ speaker, startMs, endMs, text, marks }, index) => ({
      index,
      speaker,
      startMs,
      endMs,
      text,
      ...(marks === undefined ? {} : { marks }),
    })),
    summary:
      summary === null
        ? null
        : {
            overview: summary.overview.map(({ text }) => text).join(' '),
            highlights: summary.overview,
            topics: summary.topics,
            decisions: summary.decisions,
            actions: summary.actions,
            questions: summary.questions,
            ...(summary.sections === undefined ? {} : { sections: summary.sections }),
          },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
