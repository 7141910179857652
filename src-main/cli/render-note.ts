import type { NamesLife, ShownNote, ShownSummary } from '../../src-shared/contract/app.ts'
import { failureOf } from '../../src-shared/errors/wire.ts'
import { DOUBTS } from '../../src-shared/text/doubts.en.ts'
import type { Terminal } from './terminal.ts'

/** A summary in the shape of DESIGN §15; `overview` is its lines as one text, `highlights` the same lines with their evidence. */
export const summaryDocument = (summary: ShownSummary) => ({
  title: summary.title,
  overview: summary.overview.map(({ text }) => text).join(' '),
  highlights: summary.overview,
  topics: summary.topics,
  decisions: summary.decisions,
  actions: summary.actions,
  questions: summary.questions,
  ...(summary.sections === undefined ? {} : { sections: summary.sections }),
  ...(summary.own === undefined ? {} : { own: summary.own }),
  ...(summary.withheld === undefined ? {} : { withheld: summary.withheld }),
  engine: summary.engine,
})

const doubt = (marks: readonly (keyof typeof DOUBTS)[], style: Terminal['style']): string =>
  marks.length === 0 ? '' : style('yellow', `  (${marks.map((mark) => DOUBTS[mark]).join(', ')})`)

const ENGINE_WORDS = { embedded: 'the built-in engine', ollama: 'Ollama on this computer' } as const

/** A note as text: summary with evidence, then the transcript. */
export function renderNote(
  note: Omit<ShownNote, 'id' | 'format' | 'transcriptId' | 'sound' | 'heardBy' | 'recorded'> & Partial<Pick<ShownNote, 'sound' | 'heardBy'>>,
  { style }: Pick<Terminal, 'style'>,
  { transcript = true }: { transcript?: boolean } = {},
): string[] {
  const heading = (text: string): string[] => ['', style('bold', text)]
  const people = note.participants.length === 0 ? '' : ` · ${note.participants.join(', ')}`
  return [
    style('bold', note.title ?? 'Untitled'),
    style('dim', `${note.date.slice(0, 10)}${note.durationMs === null ? '' : ` · ${clock(note.durationMs)}`}${people}`),
    ...(note.summary === null
      ? ['', note.state === 'processing' ? 'The summary is still being made.' : 'There is no summary.']
      : renderSummary(note.summary, note, style, heading)),
    ...heardLine(note, style),
    ...(note.names === undefined || (note.names.expiresAt === null && !note.names.areGone) ? [] : [style('dim', namesLine(note.names))]),
    ...(note.redactions.length === 0
      ? []
      : [
          ...heading(note.revealed ? 'Hidden when stored (shown here)' : 'Hidden'),
          `  ${note.redactions.map(({ token, count }) => `${token} ×${count}`).join('  ')}`,
        ]),
    ...(transcript
      ? [
          ...heading('Transcript'),
          ...note.segments.map(({ index, speaker, startMs, text, marks = [] }) => {
            const place = style('dim', `  [${index}]${startMs === null ? '' : ` ${clock(startMs)}`}`)
            return `${place}  ${speaker === null ? '' : `${style('bold', speaker)}: `}${text}${doubt(marks, style)}`
          }),
        ]
      : []),
  ]
}

/** What a person reads about how long names stay. */
export function namesLine({ expiresAt, areGone }: NamesLife): string {
  if (areGone) return 'Anonymous: nobody can know its names any more.'
  if (expiresAt === null) return 'Its names are kept as long as the note.'
  return `Its names go on ${new Date(expiresAt).toISOString().slice(0, 10)}, and its sound with them. Keep them with "sotto names keep".`
}

function heardLine({ heardBy, sound }: Partial<Pick<ShownNote, 'sound' | 'heardBy'>>, style: Terminal['style']): string[] {
  if (heardBy === null || heardBy === undefined) return []
  const expiresAt = sound?.expiresAt ?? null
  const until = expiresAt === null ? '' : `; its sound is kept until ${new Date(expiresAt).toISOString().slice(0, 10)}`
  const model = heardBy.model === 'file' ? 'a model from a file' : `the model ${heardBy.model}`
  return [style('dim', `Heard here by ${model}${until}.`)]
}

function renderSummary(
  summary: ShownSummary,
  note: Pick<ShownNote, 'segments'>,
  style: Terminal['style'],
  heading: (text: string) => string[],
): string[] {
  const cite = (segments: readonly number[]): string => style('dim', ` ${segments.map((index) => `[${index}]`).join('')}`)
  const line = (bullet: { text: string; segments: number[]; unsupported?: boolean | undefined }): string =>
    `  • ${bullet.text}${bullet.unsupported === true ? style('yellow', ' (not found in the recording)') : cite(bullet.segments)}`
  const section = (title: string, lines: readonly string[], empty?: string): string[] =>
    lines.length > 0 ? [...heading(title), ...lines] : empty === undefined ? [] : [...heading(title), style('dim', `  ${empty}`)]
  const action = (item: ShownSummary['actions'][number]): string => {
    const due = item.due === undefined ? '' : ` by ${item.due}${item.duePhrase === undefined ? '' : ` ("${item.duePhrase}")`}`
    return `  ☐ ${item.owner === undefined ? '' : `${style('bold', item.owner)}: `}${item.text}${due}${cite(item.segments)}`
  }
  const { engine } = summary
  const first = (index: number | undefined): string => {
    const startMs = index === undefined ? null : (note.segments[index]?.startMs ?? null)
    return startMs === null ? '' : style('dim', ` from ${clock(startMs)}`)
  }
  const own = (part: NonNullable<ShownSummary['own']>[number]): string[] => [
    `  ${style('bold', part.text)}${part.lines.length === 0 ? style('yellow', '  (not found in the recording)') : ''}`,
    ...part.lines.map((found) => `  ${line(found)}`),
  ]
  return [
    ...section('Your notes', (summary.own ?? []).flatMap(own)),
    ...section('Overview', summary.overview.map(line), 'Too little was said for an overview.'),
    ...(summary.sections ?? []).flatMap(({ heading: name, lines }) => section(name, lines.map(line), 'Nothing said.')),
    ...section('Decisions', summary.decisions.filter((item) => item.possible !== true).map(line)),
    ...section('Possible decisions', summary.decisions.filter((item) => item.possible === true).map(line)),
    ...section('Action items', summary.actions.filter((item) => item.possible !== true).map(action), 'None found.'),
    ...section('Possible action items', summary.actions.filter((item) => item.possible === true).map(action)),
    ...section('Open questions', summary.questions.map(line)),
    ...section(
      'Topics',
      summary.topics.map(({ title, segments }) => `  ${title}${first(segments[0])}`),
    ),
    '',
    style(
      'dim',
      `Made here by ${ENGINE_WORDS[engine.engine]}${engine.model === undefined ? '' : `, model ${engine.model}`} (${engine.version}). Numbers in brackets are the transcript's lines.`,
    ),
    ...(summary.withheld === undefined
      ? []
      : [style('yellow', `Some lines speak to a machine instead of to people; from there on they were left out of the summary:${cite(summary.withheld)}`)]),
    ...(engine.options?.['uncounted'] === undefined ? [] : [style('dim', 'This server does not say how much of the meeting it read; by our own count it had room for all of it.')]),
    ...(engine.fallbackFrom === undefined ? [] : fellBack(engine.fallbackFrom).map((line) => style('yellow', line))),
  ]
}

function fellBack({ code, params = {}, model }: NonNullable<ShownSummary['engine']['fallbackFrom']>): string[] {
  const { message } = failureOf({ code, data: params, message: '' })
  return [
    `Ollama was asked for and could not do it: ${message} The built-in engine stands in.`,
    `Make it again: sotto resummarize ID --engine ollama${model === undefined ? '' : ` --model ${model}`}`,
  ]
}

export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const part = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`
}
