import { vttTime } from '../../../../src-shared/text/timecode.ts'
import { outline } from './outline.ts'
import { oneLine, type NoteView, type SegmentView } from './view.ts'

/**
 * Text to read anywhere. Heads stand at the margin and words are indented, so that words which look like a head cannot be
 * taken for one when the file is imported again.
 */
export function toPlainText(note: NoteView): string {
  const sections = note.summary === null ? [] : outline(note.summary)
  return [
    oneLine(note.title ?? 'Untitled'),
    `Date: ${note.date.slice(0, 10)}`,
    ...(note.participants.length === 0 ? [] : [`Participants: ${note.participants.map(oneLine).join('; ')}`]),
    ...sections.flatMap(({ heading, lines }) => [
      '',
      heading,
      ...lines.map(({ lead, text, tail }) => `  – ${lead === undefined ? '' : `${lead}: `}${text}${tail === undefined ? '' : ` (${tail})`}`),
    ]),
    '',
    'Transcript',
    ...note.segments.flatMap((segment) => ['', head(segment), `  ${oneLine(segment.text)}`.trimEnd()]),
    '',
  ].join('\n')
}

function head({ speaker, startMs, endMs }: SegmentView): string {
  const time = startMs === null ? '--:--' : endMs === null ? vttTime(startMs) : `${vttTime(startMs)} – ${vttTime(endMs)}`
  return `[${time}]${speaker === null ? '' : ` ${oneLine(speaker)}`}`
}
