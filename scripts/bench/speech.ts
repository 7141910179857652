import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { engineInfo, THREADING } from '../../src-main/core/speech/index.ts'
import type { SpeechRun } from './speech-run.ts'

/**
 * `npm run bench -- speech [--quick]`: the app's path against the addon called directly on the same recording, and our build
 * of the engine against the package's. The model is the tests' own, which
 * computes least and so shows overhead most.
 */
const THREADS = 2
type Engine = 'avx2' | 'prebuilt'
/** `tuned` is the addon called directly under the settings for OpenMP that the app gives its speech process. */
const PATHS = ['direct', 'tuned', 'app'] as const
type Path = (typeof PATHS)[number]
const NAMES: Record<Path, string> = { direct: 'addon directly', tuned: 'addon directly, our OpenMP settings', app: 'core/speech' }

interface Best {
  readonly wallMs: number
  readonly cpuMs: number
  readonly words: number
}

function run(path: Path, engine: Engine, seconds: number): SpeechRun {
  const script = fileURLToPath(new URL('speech-run.ts', import.meta.url))
  const said = execFileSync(process.execPath, [script, path === 'app' ? 'app' : 'direct', engine, String(seconds), String(THREADS)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: path === 'tuned' ? { ...process.env, ...THREADING } : process.env,
  })
  return JSON.parse(said) as SpeechRun // written by speech-run.ts, this line's other half
}

/** The best of its runs: whatever else the machine does can only add. */
function best(runs: readonly SpeechRun[]): Best {
  return {
    wallMs: Math.min(...runs.map(({ wallMs }) => wallMs)),
    cpuMs: Math.min(...runs.map(({ cpuMs }) => cpuMs ?? Number.NaN)),
    words: runs[0]?.words ?? 0,
  }
}

function measure(engine: Engine, seconds: number, turns: number): Record<Path, Best> {
  const done: Record<Path, SpeechRun[]> = { direct: [], tuned: [], app: [] }
  for (let turn = 0; turn < turns; turn++) {
    for (const path of PATHS) done[path].push(run(path, engine, seconds)) // in turns, so that a busy minute hits all
  }
  return { direct: best(done.direct), tuned: best(done.tuned), app: best(done.app) }
}

function hasFastBuild(): boolean {
  try {
    return engineInfo('avx2').build === 'avx2'
  } catch {
    return false
  }
}

const ratio = (above: number, below: number, digits: number): string => (above / below).toFixed(digits)

export async function benchSpeech({ quick }: { quick: boolean }): Promise<void> {
  const turns = quick ? 1 : 3
  const seconds: Record<Engine, number> = quick ? { avx2: 140, prebuilt: 140 } : { avx2: 420, prebuilt: 140 }
  const engines: Engine[] = hasFastBuild() ? ['avx2', 'prebuilt'] : ['prebuilt']
  console.log(`best of ${turns} runs in turns, each in a process of its own, loading the model included, ${THREADS} threads`)
  const rows = engines.map((engine) => ({ engine, seconds: seconds[engine], ...measure(engine, seconds[engine], turns) }))
  console.table(
    rows.flatMap((row) =>
      PATHS.map((path) => ({
        engine: row.engine,
        path: NAMES[path],
        'sound, s': row.seconds,
        'wall, s': Number((row[path].wallMs / 1000).toFixed(2)),
        'CPU, s': Number((row[path].cpuMs / 1000).toFixed(2)),
        words: row[path].words,
      })),
    ),
  )
  for (const { engine, app, direct, tuned } of rows) {
    for (const [name, base] of [[NAMES.direct, direct], [NAMES.tuned, tuned]] as const) {
      console.log(`${engine}: core/speech over ${name}: wall ${ratio(app.wallMs, base.wallMs, 3)}, CPU ${ratio(app.cpuMs, base.cpuMs, 3)}`)
    }
  }
  const [fast, ready] = rows
  if (fast === undefined || ready === undefined) console.log('no AVX2 build (npm run engine:build), so nothing to compare it with')
  else {
    for (const path of PATHS) {
      const times = (key: 'wallMs' | 'cpuMs'): string => ratio(ready[path][key] / ready.seconds, fast[path][key] / fast.seconds, 1)
      console.log(`prebuilt over avx2 for the same sound, ${NAMES[path]}: wall ${times('wallMs')} times, CPU ${times('cpuMs')} times`)
    }
  }
}
