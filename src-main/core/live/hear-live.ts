import { Failure } from '../../../src-shared/errors/failure.ts'
import { openEar, type EarOptions, type SpokenSegment, type Window } from '../speech/index.ts'
import { Backlog, endMs, type Waiting } from './backlog.pure.ts'
import { takeIn, type LiveBlock } from './take-in.ts'
import { openSide, type Side } from './side.ts'
import type { Utterance } from './utterances.pure.ts'

/** Running words are looked at again after so much more of them, and after twice as long as looking takes. */
const GLANCE_EVERY_MS = 1000
/** Where one look takes longer than this, there is time for final words only. */
const SLOWEST_GLANCE_MS = 4000
/** So much sound may wait in memory; then the source waits, which has it on the disk. */
const LONGEST_BACKLOG_MS = 180_000
/** A transcript is behind, and says so, from here on, and again whenever that changes by so much. */
const BEHIND_MS = 5000
const BEHIND_STEP_MS = 1000

export interface LiveJob extends EarOptions {
  readonly blocks: AsyncIterable<LiveBlock>
  /** 2: channel 0 is the microphone, channel 1 the far side. */
  readonly channels: 1 | 2
  /** Up to where the recording reaches by now, while `blocks` waits; for how far the words are behind. */
  readonly recordedMs?: () => number
  readonly onHeard: (heard: LiveHeard) => void
}

/** What comes out, in raw words. */
export type LiveHeard =
  /** What a side is saying now, as far as it can be told; replaces the side's last one. */
  | { readonly kind: 'provisional'; readonly channel: number; readonly segments: readonly SpokenSegment[] }
  /** Final words of one side; they replace its provisional ones. Everything of the side before `doneMs` is heard. */
  | { readonly kind: 'final'; readonly channel: number; readonly segments: readonly SpokenSegment[]; readonly doneMs: number; readonly language: string }
  /** How far final words are behind; 0 when they have caught up. */
  | { readonly kind: 'behind'; readonly ms: number }

export interface LiveEnd {
  /** Per channel: samples that came in, and samples that were missing between them. */
  readonly samples: number
  readonly missing: number
  /** Whisper's code; null if nobody spoke. */
  readonly language: string | null
  readonly doneMs: readonly number[]
}

/** How a sentence ends, in whatever script; three dots say that it goes on. */
const SENTENCE_END = /(?:^|[^.])[.?!。？！؟।]["'”’)]?$/u

interface Candidate extends Waiting {
  readonly segments: readonly SpokenSegment[]
}

/**
 * Hears a recording while it is made, on one warm speech process: final words at the end of each utterance, provisional ones while it
 * runs. Whoever has no time leaves out provisional words first, then hears several utterances at once; no sound is dropped, and when
 * the sound is over what is left is heard.
 * @throws Failure as `openEar` and `Ear.hear`, and whatever `blocks` throws
 */
export async function hearLive(job: LiveJob): Promise<LiveEnd> {
  if (job.signal?.aborted === true) throw new Failure('CANCELLED', {})
  const ear = await openEar(job)
  const sides: Side[] = []
  const backlog = new Backlog()
  const pauses = new Map<number, Utterance>()
  let candidate: Candidate | null = null
  let glanced: { channel: number; endMs: number } = { channel: 0, endMs: 0 }
  let glanceMs = 0
  let nextGlance = 0
  let takenMs = 0
  let saidBehindMs = 0
  let isOver = false
  let failed: Error | null = null
  let wakeUp = Promise.withResolvers<void>()
  const wake = (): void => {
    wakeUp.resolve()
    wakeUp = Promise.withResolvers<void>()
  }

  const doneMs = (channel: number): number => {
    const side = sides[channel]
    if (side === undefined) throw new Error('no such channel')
    return Math.floor(Math.min(backlog.startMs(channel) ?? Number.POSITIVE_INFINITY, side.doneMs()))
  }
  const sayBehind = (): void => {
    const oldest = backlog.oldestEndMs()
    const ms = oldest === null ? 0 : Math.max(takenMs, job.recordedMs?.() ?? 0) - oldest
    const behindMs = ms < BEHIND_MS ? 0 : Math.round(ms)
    if (Math.abs(behindMs - saidBehindMs) < BEHIND_STEP_MS && (behindMs > 0 || saidBehindMs === 0)) return
    saidBehindMs = behindMs
    job.onHeard({ kind: 'behind', ms: behindMs })
  }

  const take = async (): Promise<{ samples: number; missing: number }> => {
    const taken = takeIn(job.blocks, { channels: job.channels, sides, orCancelled: ear.orCancelled })
    for (;;) {
      const step = await taken.next()
      if (step.done === true) return step.value
      const { channel, heard, atMs } = step.value
      takenMs = Math.max(takenMs, atMs)
      if (heard?.kind === 'end') {
        pauses.delete(channel)
        backlog.add({ channel, utterance: heard.utterance })
      } else if (heard?.kind === 'pause') pauses.set(channel, heard.utterance)
      wake()
      sayBehind()
      while (backlog.lengthMs > LONGEST_BACKLOG_MS) await ear.orCancelled(wakeUp.promise)
    }
  }

  const finish = async ({ channel, utterance }: Waiting): Promise<void> => {
    const ready = candidate !== null && candidate.channel === channel && isSame(candidate.utterance, utterance) ? candidate.segments : null
    const from = performance.now()
    const segments = ready ?? (await ear.hear(windowOf(utterance), channel))
    // As long as a look takes; a machine that was busy for a while gets its provisional words back.
    if (ready === null) glanceMs = performance.now() - from
    candidate = null
    ear.keep(segments, channel)
    job.onHeard({ kind: 'final', channel, segments, doneMs: doneMs(channel), language: ear.language })
    wake()
    sayBehind()
  }

  /** The side that has said most since it was last looked at. */
  const runningSide = (): Waiting | null => {
    if (glanceMs > SLOWEST_GLANCE_MS || performance.now() < nextGlance) return null
    const running = sides.flatMap(({ channel, running, isBetweenWords }) => {
      const utterance = running()
      // Where a pause begins, the engine should be free to hear what was said before it.
      return utterance === null || isBetweenWords ? [] : [{ channel, utterance }]
    })
    const other = running.find(({ channel }) => channel !== glanced.channel) ?? running[0]
    return other !== undefined && (other.channel !== glanced.channel || endMs(other.utterance) - glanced.endMs >= GLANCE_EVERY_MS) ? other : null
  }

  const hearNext = async (): Promise<boolean> => {
    const next = backlog.take()
    if (next !== null) {
      await finish(next)
      return true
    }
    // What was said on after a pause is not final with it.
    for (const [channel, utterance] of pauses) if (sides[channel]?.isStill(utterance) !== true) pauses.delete(channel)
    const [pause] = pauses
    if (pause !== undefined && glanceMs <= SLOWEST_GLANCE_MS) {
      const [channel, utterance] = pause
      pauses.delete(channel)
      const segments = await ear.hear(windowOf(utterance), channel)
      candidate = { channel, utterance, segments }
      const isSentence = SENTENCE_END.test(segments.at(-1)?.text.trimEnd() ?? '')
      const ended = isSentence ? (sides[channel]?.sentence(utterance) ?? null) : null
      if (ended !== null) backlog.add({ channel, utterance: ended.utterance })
      else if (sides[channel]?.running() !== null) job.onHeard({ kind: 'provisional', channel, segments })
      return true
    }
    const running = runningSide()
    if (running === null) return false
    const from = performance.now()
    const segments = await ear.glance(windowOf(running.utterance))
    glanceMs = performance.now() - from
    nextGlance = performance.now() + glanceMs
    glanced = { channel: running.channel, endMs: endMs(running.utterance) }
    if (sides[running.channel]?.running() !== null) job.onHeard({ kind: 'provisional', channel: running.channel, segments })
    return true
  }

  try {
    for (let channel = 0; channel < job.channels; channel++) sides.push(await openSide(channel))
    const intake = take()
      .catch((thrown: unknown) => {
        failed = thrown instanceof Error ? thrown : new Error('the source failed', { cause: thrown })
        return { samples: 0, missing: 0 }
      })
      .finally(() => {
        isOver = true
        wake()
      })
    for (;;) {
      const woken = wakeUp.promise
      if (await hearNext()) continue
      if (isOver) break
      await ear.orCancelled(woken)
    }
    const { samples, missing } = await intake
    if (failed !== null) throw failed as Error // set in a callback, which the compiler does not follow
    return { samples, missing, language: ear.language === 'auto' ? null : ear.language, doneMs: sides.map(({ channel }) => doneMs(channel)) }
  } finally {
    await ear.close()
    for (const side of sides) await side.close()
  }
}

const windowOf = (utterance: Utterance): Window => ({ ...utterance, nextMs: endMs(utterance) })

const isSame = (one: Utterance, other: Utterance): boolean => one.startMs === other.startMs && one.samples.length === other.samples.length
