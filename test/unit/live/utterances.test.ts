import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STEP_SAMPLES, UtteranceCutter, type Utterance } from '../../../src-main/core/live/utterances.pure.ts'

const STEP_MS = 32
/** A step whose samples all say which one it is. */
const stepOf = (index: number): Int16Array => new Int16Array(STEP_SAMPLES).fill(index + 1)

function cut(likely: readonly number[]): { ends: Utterance[]; pauses: Utterance[]; done: number[] } {
  const cutter = new UtteranceCutter()
  const ends: Utterance[] = []
  const pauses: Utterance[] = []
  const done: number[] = []
  likely.forEach((probability, index) => {
    const heard = cutter.push(stepOf(index), probability, index * STEP_MS)
    if (heard?.kind === 'end') ends.push(heard.utterance)
    if (heard?.kind === 'pause') pauses.push(heard.utterance)
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
      fc.property(probabilities, (likely) => {
        const { ends } = cut(likely)
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

  it('never says that something is done of which more is to come', () => {
    fc.assert(
      fc.property(probabilities, (likely) => {
        const { ends, done } = cut(likely)
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
