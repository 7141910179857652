import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transcribe } from '../../src-main/core/speech/index.ts'
import { MODEL, speechOf } from './speech-audio.ts'

const STEP_MINUTES = 10

/**
 * Resident memory of the speech process and of this one while it hears `minutes` of sound made as it goes, printed every ten
 * minutes of sound. Linux only: /proc says how much.
 */
export async function speechMemory(minutes: number): Promise<void> {
  if (process.platform !== 'linux') return console.log('memory: this system does not tell another process\'s resident memory; skipped')
  const series: { minute: number; engineKb: number; appKb: number }[] = []
  const from = performance.now()
  const { audioMs, segments } = await transcribe({
    pcm: sound(minutes * 60),
    model: fileURLToPath(MODEL),
    language: 'en',
    onProgress: ({ doneMs }) => {
      const minute = (series.length + 1) * STEP_MINUTES
      if (doneMs < minute * 60_000) return
      series.push({ minute, engineKb: residentKb(speechProcess()), appKb: residentKb('self') })
    },
  })
  const wallS = (performance.now() - from) / 1000
  console.log(`\nresident memory over ${audioMs / 60_000} minutes of sound, heard in ${wallS.toFixed(0)} s, ${segments.length} segments`)
  console.table(series.map(({ minute, engineKb, appKb }) => ({ 'minute of sound': minute, 'speech process, MB': mb(engineKb), 'this process, MB': mb(appKb) })))
  const first = series[0]?.engineKb ?? Number.NaN
  const highest = Math.max(...series.map(({ engineKb }) => engineKb))
  console.log(`speech process: highest ${mb(highest)} MB, ${(highest / first).toFixed(3)} of its ${mb(first)} MB at minute ${STEP_MINUTES}`)
}

async function* sound(seconds: number): AsyncGenerator<Int16Array> {
  yield* speechOf(seconds)
}

const mb = (kilobytes: number): number => Number((kilobytes / 1024).toFixed(1))

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
