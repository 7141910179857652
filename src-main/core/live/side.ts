import { UtteranceCutter, STEP_SAMPLES, type Heard, type Utterance } from './utterances.pure.ts'
import { openVoice, type Voice } from './voice.ts'

/** One channel on its way to utterances. */
export interface Side {
  readonly channel: number
  /** Takes samples that follow the last ones. */
  push(samples: Int16Array): AsyncGenerator<Heard>
  /** The sound goes on at another sample, or not at all. @param sample counted from the recording's start */
  jump(sample: number): AsyncGenerator<Heard>
  running(): Utterance | null
  /** These: see `UtteranceCutter`. */
  sentence(pause: Utterance): Heard | null
  isStill(pause: Utterance): boolean
  readonly isBetweenWords: boolean
  /** Everything before this has been cut off or is silent. */
  doneMs(): number
  close(): Promise<void>
}

export async function openSide(channel: number): Promise<Side> {
  const voice: Voice = await openVoice()
  const cutter = new UtteranceCutter()
  let held = new Int16Array(0)
  let position = 0

  async function* push(samples: Int16Array): AsyncGenerator<Heard> {
    const all = joined(held, samples)
    let at = 0
    for (; at + STEP_SAMPLES <= all.length; at += STEP_SAMPLES) {
      const step = all.subarray(at, at + STEP_SAMPLES)
      const heard = cutter.push(step, await voice.probability(step), position / 16)
      position += STEP_SAMPLES
      if (heard !== null) yield heard
    }
    held = all.slice(at)
  }

  return {
    channel,
    push,
    async *jump(sample) {
      if (held.length > 0) yield* push(new Int16Array(STEP_SAMPLES - held.length))
      const ended = cutter.flush()
      voice.reset()
      position = sample
      if (ended !== null) yield ended
    },
    running: () => cutter.running(),
    isStill: (pause) => cutter.isStill(pause),
    sentence: (pause) => cutter.sentence(pause),
    get isBetweenWords() {
      return cutter.isBetweenWords
    },
    doneMs: () => Math.floor(cutter.doneMs(position / 16)),
    close: () => voice.close(),
  }
}

function joined(before: Int16Array, after: Int16Array): Int16Array<ArrayBuffer> {
  const all = new Int16Array(before.length + after.length)
  all.set(before)
  all.set(after, before.length)
  return all
}
