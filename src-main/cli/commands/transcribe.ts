import { Failure } from '../../../src-shared/errors/failure.ts'
import { decodeInWorker } from '../../core/audio/index.ts'
import { createModels, modelsFolder } from '../../core/models/index.ts'
import { transcribe as hear, type SpokenSegment } from '../../core/speech/index.ts'
import type { ExitCode, Invocation } from '../invocation.ts'
import { DOUBTS } from '../../../src-shared/text/doubts.en.ts'
import { clock } from '../render-note.ts'

export interface TranscribeOptions {
  readonly model?: string
  readonly language: string
  readonly prompt?: string
}

/** `speaker` makes the document one that `sotto import` takes. */
type ChannelSegment = SpokenSegment & { readonly channel?: number; readonly speaker?: string }

/**
 * `sotto transcribe FILE`: sound to text, stored nowhere. Two channels that differ are two speakers, heard one after the other.
 */
export async function transcribe(invocation: Invocation, file: string, options: TranscribeOptions): Promise<ExitCode> {
  const { terminal, signal, dataDir, env } = invocation
  const started = performance.now()
  const models = createModels({ dir: modelsFolder(dataDir) })
  const model = await models.resolve({ model: options.model, fromEnvironment: env['SOTTO_WHISPER_MODEL'], language: options.language, signal })

  const first = await decodeInWorker({ path: file }, { signal })
  const { channels, durationMs } = first
  await first.close()
  const segments: ChannelSegment[] = []
  let audioMs = 0
  let engine = ''
  let language: string | null = null
  for (let channel = 0; channel < channels; channel++) {
    const label = channels === 1 ? 'Listening' : `Listening to side ${channel + 1} of ${channels}`
    const heard = await hear({
      pcm: channelOf(file, channel, signal),
      model: model.path,
      // The second side speaks what the first one spoke, unless the first was silent.
      language: language ?? options.language,
      ...(options.prompt === undefined ? {} : { prompt: options.prompt }),
      signal,
      onProgress: ({ doneMs }) => terminal.progress(label, durationMs === null ? null : Math.min(1, doneMs / durationMs)),
    })
    audioMs = Math.max(audioMs, heard.audioMs)
    engine = heard.engine
    language ??= heard.language
    segments.push(...heard.segments.map((segment) => (channels === 1 ? segment : { ...segment, channel, speaker: `Speaker ${channel + 1}` })))
  }
  terminal.endProgress()
  segments.sort((a, b) => a.startMs - b.startMs)

  const wallMs = Math.round(performance.now() - started)
  terminal.result({ segments, language, engine, model: model.name ?? 'file', audioMs, wallMs }, () => [
    ...segments.map(({ startMs, text, channel, marks = [] }) => {
      const side = channel === undefined ? '' : ` ${channel + 1}:`
      const doubt = marks.length === 0 ? '' : terminal.style('yellow', `  (${marks.map((mark) => DOUBTS[mark]).join(', ')})`)
      return `${terminal.style('dim', clock(startMs))}${side} ${text}${doubt}`
    }),
    terminal.style('dim', `${clock(audioMs)} of sound heard in ${(wallMs / 1000).toFixed(1)} s by the ${ENGINES[engine] ?? engine} engine.`),
  ])
  return 0
}

const ENGINES: Readonly<Record<string, string>> = { avx2: 'fast', prebuilt: 'ready-made' }

/** One channel of a recording; the file is read once for each, so that memory stays flat. */
async function* channelOf(file: string, channel: number, signal: AbortSignal): AsyncGenerator<Int16Array> {
  const audio = await decodeInWorker({ path: file }, { signal })
  for await (const block of audio.blocks()) {
    const samples = block[channel]
    if (samples === undefined) throw new Failure('INTERNAL', {})
    yield samples
  }
}
