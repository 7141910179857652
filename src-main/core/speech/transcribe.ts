import type { EngineBuild } from '../../../src-shared/contract/speech.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { openEar, type EarOptions } from './ear.ts'
import type { SpokenSegment } from './spoken.pure.ts'
import { WindowCutter, type Window } from './windows.pure.ts'

export interface SpeechJob extends EarOptions {
  /** Mono, 16 kHz, in blocks of any size. */
  readonly pcm: AsyncIterable<Int16Array>
  /** The time of the first sample; times of segments count from there. */
  readonly startMs?: number
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
  const ear = await openEar(job)
  const segments: SpokenSegment[] = []
  let audioMs = job.startMs ?? 0
  const cutter = cut(job, (ms) => (audioMs = ms))
  try {
    let next = cutter.next()
    for (;;) {
      const step = await ear.orCancelled(next)
      if (step.done === true) break
      const window = step.value
      next = cutter.next() // the next window is read while this one is heard
      next.catch(() => undefined) // awaited at the top of the loop, unless this window fails first
      const found = await ear.hear(window)
      ear.keep(found)
      segments.push(...found)
      job.onSegments?.(found)
      job.onProgress?.({ doneMs: window.nextMs, language: ear.language })
    }
    return { segments, language: ear.language === 'auto' ? null : ear.language, engine: ear.build, audioMs }
  } finally {
    await ear.close()
    // Lets the source clean up; one that is stuck must not hold up the cancelling.
    await ear.orCancelled(cutter.return(undefined)).catch(() => undefined)
  }
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
