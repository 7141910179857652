import { availableParallelism } from 'node:os'
import type { EngineBuild, Heard } from '../../../src-shared/contract/speech.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { engineInfo } from './addon.ts'
import { createEngineHost } from './engine-host.ts'
import { markSegments, promptEchoes, remember, skippedStretches } from './guards.pure.ts'
import { speechLanguage } from './languages.pure.ts'
import { readModelFile } from './model-file.ts'
import { windowPrompt } from './prompt.pure.ts'
import { spokenSegments, type SpokenSegment } from './spoken.pure.ts'
import { WindowCutter, type Window } from './windows.pure.ts'

export interface SpeechJob {
  /** Mono, 16 kHz, in blocks of any size. */
  readonly pcm: AsyncIterable<Int16Array>
  /** A ggml Whisper model. */
  readonly model: string
  /** A language tag ("en", "de-AT"), or "auto": told from the first words, and kept. */
  readonly language: string
  /** Names and vocabulary that may be heard. */
  readonly prompt?: string
  /** Default: half the processors, two to four. */
  readonly threads?: number
  /** Default: the fastest CPU build there is. */
  readonly engine?: EngineBuild
  /** The time of the first sample; times of segments count from there. */
  readonly startMs?: number
  readonly signal?: AbortSignal
  /**
   * Everything up to this time is done; a later job may go on there with the language told so far ("auto" while nobody spoke).
   * Called after `onSegments` of the same window.
   */
  readonly onProgress?: (progress: { readonly doneMs: number; readonly language: string }) => void
  /** The segments of each window, final, as it is done. */
  readonly onSegments?: (segments: readonly SpokenSegment[]) => void
}

export interface Transcription {
  readonly segments: readonly SpokenSegment[]
  /** Whisper's code: the one asked for, or the one it told. Null if nobody spoke. */
  readonly language: string | null
  readonly engine: EngineBuild
  readonly audioMs: number
}

/** Windows in which a token ended inside a character, after which words are no longer timed: each costs hearing twice. */
const TORN_WINDOWS = 2

/**
 * Hears a recording: one process for the job, one window after the other, so memory does not grow with length. A process
 * that dies is started again at the window it was hearing; what is finished stays, and the result is the same, because a
 * window's words depend on its samples and the job's prompt alone. Earlier text is not given to the engine as context: it
 * carries one window's mistakes into the next (docs of openai/whisper, `condition_on_previous_text`), and measured here on
 * the test recordings it made errors many times as frequent.
 * @throws Failure SPEECH_MODEL_MISSING, BAD_SPEECH_MODEL, SPEECH_ENGINE_MISSING, BAD_USAGE (language), CANCELLED, WORKER_DIED
 */
export async function transcribe(job: SpeechJob): Promise<Transcription> {
  if (job.signal?.aborted === true) throw new Failure('CANCELLED', {})
  const asked = usableLanguage(job.language, await readModelFile(job.model))
  const host = createEngineHost({ model: job.model, engine: job.engine, signal: job.signal })
  const threads = job.threads ?? Math.min(availableParallelism(), Math.max(2, Math.min(4, Math.floor(availableParallelism() / 2))))
  const prompt = windowPrompt(job.prompt ?? '')
  const segments: SpokenSegment[] = []
  let language = asked
  let before: string[] = []
  let torn = 0
  let audioMs = job.startMs ?? 0

  const hear = async (window: Window, prompt: string): Promise<{ heard: Heard; segments: SpokenSegment[] }> => {
    const tokens = torn < TORN_WINDOWS
    const heard = await host.hear({ samples: window.samples, language, prompt, threads, tokens })
    if (tokens && !heard.tokens) torn++
    const spoken = spokenSegments(heard, { startMs: window.startMs, endMs: window.startMs + window.samples.length / 16 })
    return { heard, segments: markSegments(spoken, window, before) }
  }
  const trouble = (found: readonly SpokenSegment[], window: Window): number =>
    found.filter(({ marks }) => marks?.includes('loop')).length + promptEchoes(found, prompt) + skippedStretches(found, window)

  const cutter = cut(job, (ms) => (audioMs = ms))
  try {
    let next = cutter.next()
    for (;;) {
      const step = await host.orCancelled(next)
      if (step.done === true) break
      const window = step.value
      next = cutter.next() // the next window is read while this one is heard
      next.catch(() => undefined) // awaited at the top of the loop, unless this window fails first
      let { heard, segments: found } = await hear(window, prompt)
      // A prompt feeds loops, gets read out and makes the engine skip: then once without it. What comes all the same, was said.
      if (prompt !== '' && trouble(found, window) > 0) {
        const again = await hear(window, '')
        if (trouble(again.segments, window) < trouble(found, window)) ({ heard, segments: found } = again)
      }
      if (language === 'auto' && found.length > 0) language = heard.language
      before = remember(before, found)
      segments.push(...found)
      job.onSegments?.(found)
      job.onProgress?.({ doneMs: window.nextMs, language })
    }
    return { segments, language: language === 'auto' ? null : language, engine: host.build ?? engineInfo(job.engine).build, audioMs }
  } finally {
    await host.close()
    // Lets the source clean up; one that is stuck must not hold up the cancelling.
    await host.orCancelled(cutter.return(undefined)).catch(() => undefined)
  }
}

function usableLanguage(tag: string, model: { multilingual: boolean }): string {
  const language = speechLanguage(tag)
  if (language === null) throw new Failure('BAD_USAGE', { detail: 'Whisper does not know this language. Use a code such as "en" or "de", or "auto".' })
  if (model.multilingual) return language
  if (language !== 'auto' && language !== 'en') throw new Failure('BAD_USAGE', { detail: 'This speech model hears English only. Choose a multilingual one.' })
  return 'en'
}

async function* cut({ pcm, startMs = 0, signal }: SpeechJob, ends: (ms: number) => void): AsyncGenerator<Window, void, undefined> {
  const cutter = new WindowCutter(startMs)
  let samples = 0
  for await (const block of pcm) {
    if (signal?.aborted === true) throw new Failure('CANCELLED', {})
    samples += block.length
    yield* cutter.push(block)
  }
  ends(startMs + Math.round(samples / 16))
  yield* cutter.end()
}
