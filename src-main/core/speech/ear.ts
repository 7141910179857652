import { availableParallelism } from 'node:os'
import type { EngineBuild, Heard } from '../../../src-shared/contract/speech.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { engineInfo } from './addon.ts'
import { createEngineHost } from './engine-host.ts'
import { markSegments, promptEchoes, remember, rushedSegments, skippedStretches } from './guards.pure.ts'
import { speechLanguage } from './languages.pure.ts'
import { readModelFile } from './model-file.ts'
import { windowPrompt } from './prompt.pure.ts'
import { spokenSegments, type SpokenSegment } from './spoken.pure.ts'
import { halves, type Window } from './windows.pure.ts'

export interface EarOptions {
  /** A ggml Whisper model. */
  readonly model: string
  /** A language tag ("en", "de-AT"), or "auto": told from the first words, and kept. */
  readonly language: string
  /** Names and vocabulary that may be heard. */
  readonly prompt?: string | undefined
  /** Default: half the processors, two to four. */
  readonly threads?: number | undefined
  /** Default: the fastest CPU build there is. */
  readonly engine?: EngineBuild | undefined
  readonly signal?: AbortSignal | undefined
}

/** One warm speech process that hears window after window. */
export interface Ear {
  /**
   * What is said in a window, doubts marked. A process that dies is started again, and hears the same window.
   * @param side whose words these are, where several are heard in turn: loops are looked for in what was kept of that side
   * @throws Failure CANCELLED, BAD_SPEECH_MODEL, SPEECH_ENGINE_MISSING, WORKER_DIED
   */
  hear(window: Window, side?: number): Promise<SpokenSegment[]>
  /** These are final: later words of the side are compared with them. */
  keep(segments: readonly SpokenSegment[], side?: number): void
  /** As `hear`, once and in a hurry: single words are not timed, nothing is doubted. */
  glance(window: Window): Promise<SpokenSegment[]>
  /** Whisper's code: the one asked for, or the one told; "auto" while nobody has spoken. */
  readonly language: string
  readonly build: EngineBuild
  /** @throws Failure CANCELLED as soon as the signal says so, whatever the work does */
  orCancelled<T>(work: Promise<T>): Promise<T>
  /** Leaves no process behind. */
  close(): Promise<void>
}

/** Windows in which a token ended inside a character, after which words are no longer timed: each costs hearing twice. */
const TORN_WINDOWS = 2

/** @throws Failure SPEECH_MODEL_MISSING, BAD_SPEECH_MODEL, BAD_USAGE (language) */
export async function openEar(options: EarOptions): Promise<Ear> {
  const { model, engine, signal } = options
  let language = usableLanguage(options.language, await readModelFile(model))
  const host = createEngineHost({ model, engine, signal })
  const threads = options.threads ?? Math.min(availableParallelism(), Math.max(2, Math.min(4, Math.floor(availableParallelism() / 2))))
  const prompt = windowPrompt(options.prompt ?? '')
  const before = new Map<number, string[]>()
  let torn = 0

  const listen = async (window: Window, prompt: string, tokens: boolean): Promise<{ heard: Heard; spoken: SpokenSegment[] }> => {
    const heard = await host.hear({ samples: window.samples, language, prompt, threads, tokens })
    if (tokens && !heard.tokens) torn++
    return { heard, spoken: spokenSegments(heard, { startMs: window.startMs, endMs: window.startMs + window.samples.length / 16 }) }
  }
  const listenDoubting = async (window: Window, prompt: string, side: number): Promise<{ heard: Heard; segments: SpokenSegment[] }> => {
    const { heard, spoken } = await listen(window, prompt, torn < TORN_WINDOWS)
    return { heard, segments: markSegments(spoken, window, before.get(side) ?? []) }
  }
  const trouble = (found: readonly SpokenSegment[], window: Window): number =>
    found.filter(({ marks }) => marks?.includes('loop')).length + promptEchoes(found, prompt) + skippedStretches(found, window) + rushedSegments(found)

  return {
    async hear(window, side = 0) {
      let { heard, segments: found } = await listenDoubting(window, prompt, side)
      // A prompt feeds loops, gets read out and makes the engine skip: then once without it. What comes all the same, was said.
      if (prompt !== '' && trouble(found, window) > 0) {
        const again = await listenDoubting(window, '', side)
        if (trouble(again.segments, window) < trouble(found, window)) ({ heard, segments: found } = again)
      }
      // What still comes out wrong was often mixed up with what is said after it: then each half by itself.
      const parts = trouble(found, window) > 0 ? halves(window) : null
      if (parts !== null) {
        const apart: SpokenSegment[] = []
        for (const part of parts) apart.push(...(await listen(part, '', torn < TORN_WINDOWS)).spoken)
        const again = markSegments(apart, window, before.get(side) ?? [])
        if (trouble(again, window) < trouble(found, window)) found = again
      }
      if (language === 'auto' && found.length > 0) language = heard.language
      return found
    },
    keep: (segments, side = 0) => void before.set(side, remember(before.get(side) ?? [], segments)),
    glance: async (window) => (await listen(window, prompt, false)).spoken,
    get language() {
      return language
    },
    get build() {
      return host.build ?? engineInfo(engine).build
    },
    orCancelled: host.orCancelled,
    close: () => host.close(),
  }
}

function usableLanguage(tag: string, model: { multilingual: boolean }): string {
  const language = speechLanguage(tag)
  if (language === null) throw new Failure('BAD_USAGE', { detail: 'Whisper does not know this language. Use a code such as "en" or "de", or "auto".' })
  if (model.multilingual) return language
  if (language !== 'auto' && language !== 'en') throw new Failure('BAD_USAGE', { detail: 'This speech model hears English only. Choose a multilingual one.' })
  return 'en'
}
