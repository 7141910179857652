import { humanTime } from '../../../../src-shared/text/timecode.ts'
import { DOUBTS } from '../../../../src-shared/text/doubts.en.ts'
import { outline } from './outline.ts'
import { oneLine, type NoteView } from './view.ts'

/** Characters that would format, link or start an element (CommonMark 0.31 §2.4 lets each be escaped), and list or heading marks at the start. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')

/** A note to read: summary with the lines it rests on, then the transcript. Numbers in brackets are transcript lines, from 0. */
export function toMarkdown(note: NoteView): string {
  const md = (text: string): string => escapeMarkdown(oneLine(text))
  const sections = note.summary === null ? [] : outline(note.summary)
  return [
    `# ${md(note.title ?? 'Untitled')}`,
    '',
    [md(note.date.slice(0, 10)), ...(note.participants.length === 0 ? [] : [note.participants.map(md).join(', ')])].join(' · '),
    ...sections.flatMap(({ heading, lines }) => [
      '',
      `## ${heading}`,
      '',
      ...lines.map(({ lead, text, tail, segments }) => {
        const box = heading === 'Action items' ? '[ ] ' : ''
        const cites = segments.map((index) => ` \\[${index}\\]`).join('')
        return `- ${box}${lead === undefined ? '' : `**${md(lead)}:** `}${md(text)}${tail === undefined ? '' : ` (${md(tail)})`}${cites}`
      }),
    ]),
    '',
    '## Transcript',
    ...note.segments.flatMap(({ speaker, startMs, text, marks = [] }, index) => {
      const head = [`\\[${index}\\]`, ...(startMs === null ? [] : [humanTime(startMs)]), ...(speaker === null ? [] : [`**${md(speaker)}:**`])].join(
        ' ',
      )
      const doubt = marks.length === 0 ? '' : ` *(${marks.map((mark) => DOUBTS[mark]).join(', ')})*`
      return ['', `${head} ${md(text)}${doubt}`.trimEnd()]
    }),
    '',
  ].join('\n')
}
