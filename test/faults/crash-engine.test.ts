import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { transcribe, type SpokenSegment } from '../../src-main/core/speech/index.ts'
import { inBlocks, MODEL, samplesOf } from '../unit/speech/recording.ts'

/** `SOTTO_CRASH_TRIALS=50 npm run test:crash`: the engine is killed, or its job cancelled, at random moments. Linux only: /proc says whom. */
const trials = Number(process.env['SOTTO_CRASH_TRIALS'] ?? 5)

function engines(): number[] {
  return readdirSync('/proc/self/task')
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
    .filter((pid) => pid !== '' && commandOf(pid).includes('engine.worker'))
    .map(Number)
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // gone meanwhile
  }
}

describe.skipIf(process.platform !== 'linux')('the engine', () => {
  it(`killed at ${trials} random moments leaves the transcript as it was, nothing heard twice`, async () => {
    const hear = (onSegments: (found: readonly SpokenSegment[]) => void) =>
      transcribe({ pcm: inBlocks(samplesOf('meeting-launch')), model: MODEL, language: 'en', onSegments })
    const from = performance.now()
    const undisturbed = await hear(() => undefined)
    const wallMs = performance.now() - from
    let killed = 0
    let jobs = 0
    // A moment after the job's end kills nothing and is no trial.
    for (; killed < trials && jobs < trials * 3; jobs++) {
      const handed: SpokenSegment[] = []
      const timer = setTimeout(() => {
        for (const pid of engines()) {
          process.kill(pid, 'SIGKILL')
          killed++
        }
      }, Math.random() * wallMs)
      const { segments } = await hear((found) => handed.push(...found))
      clearTimeout(timer)
      expect(segments).toEqual(undisturbed.segments)
      expect(handed).toEqual(undisturbed.segments)
      expect(engines()).toEqual([])
    }
    console.log(`kill -9 met a running engine ${killed} times in ${jobs} jobs; every transcript was the undisturbed one`)
    expect(killed).toBe(trials)
  }, 120_000 + trials * 60_000)

  it(`cancelling at ${trials} random moments ends it within a second and leaves no process`, async () => {
    let cancelled = 0
    let slowestMs = 0
    let wallMs = 6000
    for (let trial = 0; trial < trials; trial++) {
      const stop = new AbortController()
      const from = performance.now()
      let stoppedAt = Number.NaN
      const timer = setTimeout(() => {
        stoppedAt = performance.now()
        stop.abort()
      }, Math.random() * wallMs)
      const outcome = await transcribe({ pcm: inBlocks(samplesOf('meeting-launch')), model: MODEL, language: 'en', signal: stop.signal }).then(
        () => 'done',
        (thrown) => thrown.code,
      )
      clearTimeout(timer)
      expect(engines()).toEqual([])
      if (outcome === 'done') wallMs = performance.now() - from
      else {
        expect(outcome).toBe('CANCELLED')
        cancelled++
        slowestMs = Math.max(slowestMs, performance.now() - stoppedAt)
      }
    }
    console.log(`cancelled in ${cancelled} of ${trials} trials; the slowest took ${slowestMs.toFixed(0)} ms`)
    expect(cancelled).toBeGreaterThan(trials / 3)
    expect(slowestMs).toBeLessThan(1000)
  }, 120_000 + trials * 60_000)
})
