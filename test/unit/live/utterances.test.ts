import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STEP_SAMPLES, UtteranceCutter, type Utterance } from '../../../src-main/core/live/utterances.pure.ts'

const STEP_MS = 32
/** A step whose samples all say which one it is. */
const stepOf = (index: number): Int16Array => new Int16Array(STEP_SAMPLES).fill(index + 1)

/** @param sentenceAfter so many steps after each pause it is known that a sentence ended there; Infinity: never */
function cut(likely: readonly number[], sentenceAfter = Infinity): { ends: Utterance[]; pauses: Utterance[]; done: number[] } {
  const cutter = new UtteranceCutter()
  const ends: Utterance[] = []
  const pauses: Utterance[] = []
  const done: number[] = []
  let known = { at: -1, pause: null as Utterance | null } // none yet
  likely.forEach((probability, index) => {
    const heard = cutter.push(stepOf(index), probability, index * STEP_MS)
    if (heard?.kind === 'end') ends.push(heard.utterance)
    if (heard?.kind === 'pause') {
      pauses.push(heard.utterance)
      known = { at: index + sentenceAfter, pause: heard.utterance }
    }
    const ended = known.at === index && known.pause !== null ? cutter.sentence(known.pause) : null
    if (ended !== null) ends.push(ended.utterance)
    done.push(cutter.doneMs((index + 1) * STEP_MS))
  })
  const last = cutter.flush()
  if (last !== null) ends.push(last.utterance)
  return { ends, pauses, done }
}

const runs = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60 })), { maxLength: 40 })
const probabilities = runs.map((list) => list.flatMap(([isSpeech, steps]) => Array.from({ length: steps }, () => (isSpeech ? 0.9 : 0.05))))

describe('cutting a side into utterances', () => {
  it('loses no speech, overlaps nowhere and stays within what the engine hears', () => {
    fc.assert(
      fc.property(probabilities, fc.integer({ min: 0, max: 20 }), (likely, sentenceAfter) => {
        const { ends } = cut(likely, sentenceAfter)
        const covered = new Map<number, number>()
        for (const { startMs, samples } of ends) {
          expect(samples.length / 16).toBeLessThanOrEqual(28_032)
          for (let at = 0; at < samples.length; at += STEP_SAMPLES) {
            const step = startMs / STEP_MS + at / STEP_SAMPLES
            expect(samples[at]).toBe(step + 1)
            covered.set(step, (covered.get(step) ?? 0) + 1)
          }
        }
        expect([...covered.values()].every((times) => times === 1)).toBe(true)
        likely.forEach((probability, step) => {
          const isLone = likely[step - 1] !== 0.9 && likely[step + 1] !== 0.9
          if (probability === 0.9 && !isLone) expect(covered.has(step)).toBe(true)
        })
      }),
    )
  })

  it('ends what is known to be a sentence at a shorter pause, and what a pause heard is what ends', () => {
    const speak = (steps: number, probability: number): number[] => Array.from({ length: steps }, () => probability)
    const likely = [...speak(30, 0.9), ...speak(13, 0.05), ...speak(30, 0.9), ...speak(40, 0.05)]
    expect(cut(likely).ends).toHaveLength(1)
    for (const after of [0, 4, 5]) {
      const { ends, pauses } = cut(likely, after)
      expect(ends).toEqual(pauses)
      expect(ends).toHaveLength(2)
    }
    // Who knows it when somebody speaks on, knows it too late.
    expect(cut(likely, 6).ends).toHaveLength(1)
  })

  it('never says that something is done of which more is to come', () => {
    fc.assert(
      fc.property(probabilities, fc.integer({ min: 0, max: 20 }), (likely, sentenceAfter) => {
        const { ends, done } = cut(likely, sentenceAfter)
        for (const { startMs, samples } of ends) {
          const lastStep = startMs / STEP_MS + samples.length / STEP_SAMPLES - 1
          for (let step = 0; step < Math.min(lastStep, done.length); step++) expect(done[step]).toBeLessThanOrEqual(startMs)
        }
      }),
    )
  })

  it('says at a short pause what the utterance will be if it ends there', () => {
    const speech = Array.from({ length: 40 }, () => 0.9)
    const { ends, pauses } = cut([...speech, ...Array.from({ length: 30 }, () => 0)])
    expect(pauses).toEqual(ends)
  })

  it('takes a click for no utterance', () => {
    expect(cut([0, 0, 0.9, ...Array.from({ length: 30 }, () => 0)]).ends).toEqual([])
  })
})
