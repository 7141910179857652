import type { Answer } from '../../../src-shared/contract/ask.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { humanTime } from '../../../src-shared/text/timecode.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { findNote, shortId } from '../note-ref.ts'
import { withStore } from '../store.ts'

export interface AskOptions {
  readonly note?: string
  readonly engine: 'embedded' | 'ollama'
  readonly model?: string
  readonly reveal?: boolean
}

const STAGES = { finding: 'Looking for notes', reading: 'Reading', writing: 'Writing' } as const

/** `sotto ask QUESTION`: sentences of the notes that answer it, each with its place; or that they do not. */
export function ask(invocation: Invocation, question: string, { note, engine, model, reveal = false }: AskOptions): Promise<ExitCode> {
  const { terminal, signal } = invocation
  return withStore<ExitCode>(invocation, async (client) => {
    const noteId = note === undefined ? undefined : await findNote(client, note)
    const events = await client.asking.question(
      { question, reveal, engine, ...(noteId === undefined ? {} : { noteId }), ...(model === undefined ? {} : { model }) },
      { signal },
    )
    let answer: Answer | null = null
    for await (const event of events) {
      if (event.kind === 'answer') answer = event.answer
      else terminal.progress(STAGES[event.stage], event.stage === 'finding' ? null : event.done)
    }
    terminal.endProgress()
    if (answer === null) throw new Failure('CANCELLED', {})
    const told = answer
    terminal.result(told, () => render(told, terminal.style))
    return 0
  })
}

function render({ outcome, sentences, notesRead, fallback, withoutNames }: Answer, style: Invocation['terminal']['style']): string[] {
  const instead = fallback === undefined ? [] : [style('yellow', `Ollama was asked for and could not do it (${fallback}). These are words of your notes.`)]
  if (outcome === 'not-in-notes') {
    const hint = withoutNames ? ['People are looked for by name with --reveal alone.'] : []
    return [...instead, 'Not in your notes.', style('dim', `${notesRead} ${notesRead === 1 ? 'note was' : 'notes were'} read for it.`), ...hint]
  }
  return [
    ...instead,
    ...sentences.flatMap(({ text, citations }) => [
      `• ${text}`,
      ...citations.map(({ noteId, title, segment, startMs, speaker }) => {
        const place = startMs === null ? `line ${segment}` : humanTime(startMs)
        return style('dim', `    ${shortId(noteId)}  ${title ?? 'Untitled'}, ${place}${speaker === null ? '' : `, ${speaker}`} [${segment}]`)
      }),
    ]),
  ]
}
