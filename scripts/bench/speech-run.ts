import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { engineInfo, transcribe } from '../../src-main/core/speech/index.ts'
import { MODEL, speechBuffer, speechOf } from './speech-audio.ts'

/**
 * One measured run in a process of its own: `speech-run.ts app|direct avx2|prebuilt SECONDS THREADS`. Prints JSON.
 * Both paths load the model within the measured time; `app` also starts its speech process and ends it.
 */
export interface SpeechRun {
  readonly wallMs: number
  /** Of this process and the ones it waited for; null where the system does not tell. */
  readonly cpuMs: number | null
  readonly words: number
}

const TICKS_PER_SECOND = 100 // USER_HZ of Linux, the same on every architecture

/** CPU time of ended children: fields 16 and 17 of /proc/self/stat, counted from behind the name, which may hold blanks. */
function childrenCpuMs(): number | null {
  if (process.platform !== 'linux') return null
  const stat = readFileSync('/proc/self/stat', 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[13]) + Number(fields[14])) * 1000) / TICKS_PER_SECOND
}

interface Addon {
  WhisperContext: new (options: { filePath: string; useGpu: boolean; useFlashAttn: boolean }) => {
    transcribeData(pcm: ArrayBuffer, options: Record<string, unknown>): { promise: Promise<{ result: string }> }
  }
}

/** As the addon's documentation calls it: the whole recording at once, its own windows, whole segments. */
async function direct(addonFile: string, pcm: ArrayBuffer, threads: number): Promise<string> {
  const addon = createRequire(import.meta.url)(addonFile) as Addon // native code; its own TypeScript sources declare the above
  const context = new addon.WhisperContext({ filePath: fileURLToPath(MODEL), useGpu: false, useFlashAttn: true })
  return (await context.transcribeData(pcm, { language: 'en', temperature: 0, maxThreads: threads }).promise).result
}

async function throughApp(engine: 'avx2' | 'prebuilt', seconds: number, threads: number): Promise<string> {
  const { segments } = await transcribe({ pcm: blocks(seconds), model: fileURLToPath(MODEL), language: 'en', engine, threads })
  return segments.map(({ text: said }) => said).join(' ')
}

async function* blocks(seconds: number): AsyncGenerator<Int16Array> {
  yield* speechOf(seconds)
}

const [path, engine, secondsText, threadsText] = process.argv.slice(2)
if (engine !== 'avx2' && engine !== 'prebuilt') throw new Error('avx2 or prebuilt')
const seconds = Number(secondsText)
const threads = Number(threadsText)
const pcm = path === 'direct' ? speechBuffer(seconds) : null
const childrenBefore = childrenCpuMs()
const ownBefore = process.cpuUsage()
const from = performance.now()
const text = pcm === null ? await throughApp(engine, seconds, threads) : await direct(engineInfo(engine).addon, pcm, threads)
const wallMs = performance.now() - from
const own = process.cpuUsage(ownBefore)
const children = childrenCpuMs()
const run: SpeechRun = {
  wallMs,
  cpuMs: children === null || childrenBefore === null ? null : (own.user + own.system) / 1000 + children - childrenBefore,
  words: text.split(/\s+/).filter(Boolean).length,
}
process.stdout.write(JSON.stringify(run))
// The addon's threads would hold an ordinary exit up.
process.exit(0)
