import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import type { EngineName } from '../../../src-shared/domain/summary.ts'
import { meetingDateSchema } from '../../../src-shared/contract/app.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { createEgress } from '../../core/egress/index.ts'
import { readTranscript } from '../../core/importers/index.ts'
import { showSummary } from '../../core/notebook/index.ts'
import { systemIds } from '../../core/platform/index.ts'
import { asGiven, redactUnstored, refusePersonalData } from '../../core/redaction/index.ts'
import { createEmbeddedEngine } from '../../core/summary/embedded/index.ts'
import { orEmbedded, type SummaryEngine } from '../../core/summary/index.ts'
import { createOllamaEngine } from '../../core/summary/ollama/index.ts'
import { explained, renderExplained } from '../explain.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { ollamaHostOf } from '../../core/platform/index.ts'
import { renderNote, summaryDocument } from '../render-note.ts'
import { lookingOf } from '../looking.ts'
import { readStdin } from '../stdin.ts'
import { readBytes } from '../store.ts'
import { templateOf, type TemplateOptions } from '../template.ts'

export interface SummarizeOptions extends TemplateOptions {
  readonly engine: EngineName
  readonly model?: string
  readonly date?: string
  readonly explain?: boolean
  /** The built-in engine stands in where the wanted one cannot. */
  readonly orEmbedded?: boolean
}

/**
 * `sotto summarize [FILE|-]`: notes of a transcript, stored nowhere. A model server sees redacted words only; the built-in
 * engine works on the text as given. Segments are zero-based indices into the input.
 */
export async function summarize(invocation: Invocation, file: string | undefined, options: SummarizeOptions): Promise<ExitCode> {
  const { terminal, signal } = invocation
  if (options.date !== undefined && !meetingDateSchema.safeParse(options.date).success) {
    throw new Failure('BAD_USAGE', { detail: '--date takes a day such as 2026-11-03, or a day and time in ISO 8601.' })
  }
  const chosen = templateOf(options)
  if (options.engine === 'ollama') refusePersonalData(chosen.template)
  const bytes = file === undefined || file === '-' ? await readStdin() : readBytes(file)
  const transcript = await readTranscript(bytes, file === undefined || file === '-' ? {} : { fileName: file })
  const meeting = options.engine === 'embedded' ? asGiven(transcript) : await redactUnstored(transcript, await lookingOf(invocation))

  const ids = systemIds()
  const segments = meeting.cues.map((cue) => ({ id: segmentIdSchema.parse(ids.next()), ...cue }))
  const date = options.date ?? transcript.date ?? new Date().toISOString()
  try {
    const by = (wanted: SummarizeOptions) => () =>
      engineOf(invocation, wanted).summarize(
        { segments, participants: meeting.participants, date, ...chosen },
        {
          signal,
          onProgress: ({ done, isLoading = false }) => terminal.progress(isLoading ? 'Loading the model' : 'Summarising', isLoading ? null : done),
        },
      )
    const [wanted, builtIn] = [by(options), by({ ...options, engine: 'embedded' })]
    const summary = await (options.orEmbedded === true ? orEmbedded(wanted, builtIn, { model: options.model, signal }) : wanted())
    terminal.endProgress()
    const places = new Map(segments.map(({ id }, index) => [id, index]))
    const shown = showSummary(summary, { made: meeting.restore }, (id) => places.get(id))
    const why = options.explain === true ? explained(summary, meeting.restore) : []
    const document = { ...summaryDocument(shown), ...(options.explain === true ? { explained: why } : {}) }
    terminal.result(document, () => [
      ...renderNote(
        {
          title: shown.title,
          date,
          durationMs: null,
          participants: meeting.participants.map(meeting.restore),
          summary: shown,
          redactions: [],
          revealed: false,
          state: 'ready',
          segments: segments.map(({ id, speaker, startMs, endMs, text }, index) => ({
            index,
            id,
            speaker: speaker === null ? null : meeting.restore(speaker),
            startMs,
            endMs,
            text: meeting.restore(text),
          })),
        },
        terminal,
        { transcript: false },
      ),
      ...(options.explain === true ? renderExplained(why) : []),
    ])
    return 0
  } finally {
    terminal.endProgress()
  }
}

function engineOf({ env, terminal }: Invocation, { engine, model }: SummarizeOptions): SummaryEngine {
  if (engine === 'embedded') return createEmbeddedEngine({ now: () => performance.now() })
  // Nothing is stored here, so the ledger of this one run is what the person sees.
  const egress = createEgress({
    now: () => Date.now(),
    ledger: {
      begin: async ({ method, host, port, path }) => {
        terminal.note(`${method} ${host}:${port}${path ?? ''}`)
        return ''
      },
      end: async () => undefined,
    },
  })
  return createOllamaEngine({ egress, host: ollamaHostOf(env), now: () => Date.now(), ...(model === undefined ? {} : { model }) })
}
