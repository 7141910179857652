import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halves, WindowCutter, type Window } from '../../../src-main/core/speech/windows.pure.ts'

const RATE = 16_000

/** Noise from a fixed series; where somebody "speaks" it comes in syllables, four a second. Parts are [seconds, amplitude]. */
function sound(parts: readonly (readonly [number, number])[]): Int16Array {
  const samples: number[] = []
  let state = 12_345
  for (const [seconds, amplitude] of parts) {
    for (let n = 0; n < Math.round(seconds * RATE); n++) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      const level = amplitude === SPEECH && n % 4000 > 3200 ? amplitude / 30 : amplitude
      samples.push(Math.round((state / 1_073_741_824 - 1) * level))
    }
  }
  return Int16Array.from(samples)
}

function cut(samples: Int16Array, { block = RATE, startMs = 0 } = {}): Window[] {
  const cutter = new WindowCutter(startMs)
  const windows: Window[] = []
  for (let at = 0; at < samples.length; at += block) windows.push(...cutter.push(samples.subarray(at, at + block)))
  return [...windows, ...cutter.end()]
}

const SPEECH = 8000
const HUSH = 20
const spans = (windows: readonly Window[]): [number, number][] => windows.map(({ startMs, samples }) => [startMs, startMs + samples.length / 16])

describe('cutting a recording into windows', () => {
  it('sends no silence, no steady noise and no click', () => {
    expect(cut(sound([[70, 0]]))).toEqual([])
    expect(cut(sound([[70, HUSH]]))).toEqual([])
    expect(cut(sound([[70, SPEECH - 1]]))).toEqual([])
    expect(cut(sound([[20, HUSH], [0.03, SPEECH], [20, HUSH]]))).toEqual([])
  })

  it('starts a window shortly before the first word, wherever it comes', () => {
    for (const lead of [0.1, 1, 4.2, 31, 125.5]) {
      const [window] = cut(sound([[lead, HUSH], [2, SPEECH], [1, HUSH]]))
      const before = lead * 1000 - (window?.startMs ?? Number.NaN)
      expect(before).toBeGreaterThanOrEqual(Math.min(lead * 1000, 280))
      expect(before).toBeLessThanOrEqual(900)
    }
  })

  it('cuts in a pause and never within words if a pause is there', () => {
    const said = Array.from({ length: 30 }, (_, n): [number, number][] => [[2.5 + (n % 5) / 3, SPEECH], [0.5, HUSH]]).flat()
    const samples = sound(said)
    const windows = cut(samples)
    expect(windows.length).toBeGreaterThan(3)
    let at = 0
    const spoken = said.map(([seconds, amplitude]) => ({ from: at * 1000, to: (at += seconds) * 1000, amplitude }))
    const speech = spoken.filter(({ amplitude }) => amplitude === SPEECH)
    for (const [, end] of spans(windows)) {
      for (const { from, to } of speech) expect(end <= from + 20 || end >= to - 20).toBe(true)
    }
  })

  it('leaves out no speech, overlaps nowhere and stays within 30 s', () => {
    const part = fc.tuple(fc.double({ min: 0.2, max: 12, noNaN: true }), fc.constantFrom(HUSH, 3000, SPEECH))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 10 }), (parts) => {
        const samples = sound([[1, HUSH], ...parts, [1, HUSH]])
        const windows = cut(samples)
        let before = 0
        for (const [start, end] of spans(windows)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end - start).toBeLessThanOrEqual(30_000)
          before = end
        }
        const covered = (ms: number): boolean => spans(windows).some(([start, end]) => start <= ms && ms <= end)
        let at = 1
        for (const [seconds, amplitude] of parts) {
          if (amplitude === SPEECH) expect(covered((at + seconds / 2) * 1000)).toBe(true)
          at += seconds
        }
      }),
      { numRuns: 25 },
    )
  })

  it('does not depend on the blocks the samples come in', () => {
    const samples = sound([[3, HUSH], [9, SPEECH], [0.4, HUSH], [30, SPEECH], [1, HUSH], [5, SPEECH], [0.013, HUSH]])
    const whole = cut(samples, { block: samples.length })
    for (const block of [1, 319, 320, 16_000, 480_001]) expect(cut(samples, { block })).toEqual(whole)
  })

  it('goes on from any window as if it had heard what came before', () => {
    const samples = sound(Array.from({ length: 12 }, (): [number, number][] => [[7, SPEECH], [0.6, HUSH]]).flat())
    const whole = cut(samples)
    expect(whole.length).toBeGreaterThan(2)
    whole.forEach(({ nextMs }, index) => {
      expect(cut(samples.subarray(nextMs * 16), { startMs: nextMs })).toEqual(whole.slice(index + 1))
    })
  })
})

describe('a window in two', () => {
  it('is cut in the longest pause near its middle, and holds every sample once', () => {
    const [window] = cut(sound([[3, SPEECH], [0.4, HUSH], [2, SPEECH], [1, HUSH], [4, SPEECH], [1.5, HUSH], [1, SPEECH]]), { startMs: 7000 })
    if (window === undefined) throw new Error('nobody spoke')
    const parts = halves(window)
    if (parts === null) throw new Error('no pause')
    const [first, second] = parts
    expect(Int16Array.from([...first.samples, ...second.samples])).toEqual(window.samples)
    expect([...first.speech, ...second.speech]).toEqual([...window.speech])
    expect([first.startMs, first.nextMs, second.nextMs]).toEqual([window.startMs, second.startMs, window.nextMs])
    const cutMs = second.startMs - 7000
    expect(cutMs).toBeGreaterThan(5400)
    expect(cutMs).toBeLessThan(6400)
  })

  it('is none where nobody pauses', () => {
    const [window] = cut(sound([[6, SPEECH], [1, HUSH]]))
    expect(window === undefined ? undefined : halves({ ...window, speech: new Uint8Array(window.speech.length).fill(1) })).toBeNull()
  })
})
