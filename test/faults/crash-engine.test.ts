import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { transcribe, type SpokenSegment } from '../../src-main/core/speech/index.ts'
import { inBlocks, MODEL, samplesOf } from '../unit/speech/recording.ts'

/** `SOTTO_CRASH_TRIALS=50 npm run test:crash`: the engine is killed at random moments of a job. Linux only: /proc says whom. */
const trials = Number(process.env['SOTTO_CRASH_TRIALS'] ?? 5)

function engines(): number[] {
  return readdirSync('/proc/self/task')
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
    .filter((pid) => pid !== '' && existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine.worker'))
    .map(Number)
}

describe.skipIf(process.platform !== 'linux')('kill -9 of the engine', () => {
  it(`at ${trials} random moments leaves the transcript as it was, nothing heard twice`, async () => {
    const hear = (onSegments: (found: readonly SpokenSegment[]) => void) =>
      transcribe({ pcm: inBlocks(samplesOf('meeting-launch')), model: MODEL, language: 'en', onSegments })
    const from = performance.now()
    const undisturbed = await hear(() => undefined)
    const wallMs = performance.now() - from
    let killed = 0
    for (let trial = 0; trial < trials; trial++) {
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
    expect(killed).toBeGreaterThan(trials / 3)
  }, 120_000 + trials * 60_000)
})
