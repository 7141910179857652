import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EngineBuild } from '../../../src-shared/contract/speech.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'

export interface EngineInfo {
  readonly build: EngineBuild
  /** A package's name or a file. */
  readonly addon: string
}

/** Built by `npm run engine:build`; from the sources and from the build alike, resources/ lies three folders up. */
const BUILT = fileURLToPath(new URL('../../../resources/engine/bin', import.meta.url))

/** What the fast build was compiled for; see scripts/engine-build. */
const NEEDED = ['avx2', 'fma', 'f16c', 'bmi2']

/** Set once the fast build died of an instruction this processor does not know; later jobs then start with the other. */
let fastRefused = false

/**
 * The engine a job runs: the fast build where there is one and the processor can run it, else the package's.
 * @param wanted a certain one instead
 * @throws Failure SPEECH_ENGINE_MISSING
 */
export function engineInfo(wanted?: EngineBuild): EngineInfo {
  if (wanted === 'avx2' || (wanted === undefined && !fastRefused)) {
    const fast = join(BUILT, `${process.platform}-${process.arch}-avx2`, 'index.node')
    if (process.arch === 'x64' && existsSync(fast) && processorKnows(NEEDED)) return { build: 'avx2', addon: fast }
    if (wanted === 'avx2') throw new Failure('SPEECH_ENGINE_MISSING', {})
  }
  const build = wanted === 'vulkan' || wanted === 'cuda' ? wanted : 'prebuilt'
  const name = `@fugood/node-whisper-${process.platform}-${process.arch}${build === 'prebuilt' ? '' : `-${build}`}`
  try {
    return { build, addon: createRequire(import.meta.url).resolve(name) }
  } catch (thrown) {
    throw new Failure('SPEECH_ENGINE_MISSING', {}, { cause: thrown })
  }
}

export function refuseFastEngine(): void {
  fastRefused = true
}

/** Linux says what the processor can do. Elsewhere the fast build is tried: where it dies, the job goes on with the other. */
function processorKnows(features: readonly string[]): boolean {
  if (process.platform !== 'linux') return true
  try {
    const flags = /^flags\s*:(.*)$/mu.exec(readFileSync('/proc/cpuinfo', 'latin1'))?.[1]?.split(' ') ?? []
    return features.every((feature) => flags.includes(feature))
  } catch {
    return false // no telling, so the safe one
  }
}
