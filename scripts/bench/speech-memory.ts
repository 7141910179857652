import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transcribe } from '../../src-main/core/speech/index.ts'
import { MODEL, speechOf } from './speech-audio.ts'

const STEP_MINUTES = 10

/**
 * `npm run bench -- speech-memory [--quick]`: resident memory of the speech process and of this one over four hours of sound
 * made as it goes, printed every ten minutes of sound. Linux only: /proc says how much.
 */
export async function benchSpeechMemory({ quick }: { quick: boolean }): Promise<void> {
  const minutes = quick ? 30 : 240
  if (process.platform !== 'linux') return console.log('memory: this system does not tell another process\'s resident memory; skipped')
  const series: { minute: number; engineKb: number; appKb: number }[] = []
  console.log('\nminute of sound · resident memory of the speech process · of this one')
  const from = performance.now()
  const { audioMs, segments } = await transcribe({
    pcm: sound(minutes * 60),
    model: fileURLToPath(MODEL),
    language: 'en',
    onProgress: ({ doneMs }) => {
      const minute = (series.length + 1) * STEP_MINUTES
      if (doneMs < minute * 60_000) return
      const [engineKb, appKb] = [residentKb(speechProcess()), residentKb('self')]
      series.push({ minute, engineKb, appKb })
      console.log(`${String(minute).padStart(5)} ${mb(engineKb).padStart(9)} MB ${mb(appKb).padStart(9)} MB`)
    },
  })
  const wallS = (performance.now() - from) / 1000
  console.log(`${audioMs / 60_000} minutes of sound, heard in ${wallS.toFixed(0)} s, ${segments.length} segments`)
  for (const [name, key] of [['speech process', 'engineKb'], ['this process', 'appKb']] as const) {
    const first = series[0]?.[key] ?? Number.NaN
    const highest = Math.max(...series.map((step) => step[key]))
    console.log(`${name}: highest ${mb(highest)} MB, ${(highest / first).toFixed(3)} of its ${mb(first)} MB at minute ${STEP_MINUTES}`)
  }
}

async function* sound(seconds: number): AsyncGenerator<Int16Array> {
  yield* speechOf(seconds)
}

const mb = (kilobytes: number): string => (kilobytes / 1024).toFixed(1)

function residentKb(pid: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1])
}

/** The one child of this process that runs the engine. */
function speechProcess(): string {
  const children = readdirSync('/proc/self/task').flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'latin1').trim().split(' '))
  const found = children.find((pid) => existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('engine.worker'))
  if (found === undefined) throw new Error('no speech process runs')
  return found
}
