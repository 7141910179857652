import '../node-guard.mjs'
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkInstructions } from './instructions.ts'
import { fetchSources } from './sources.ts'

/**
 * `npm run engine:build`: the speech addon for x64 with AVX2, about ten times as fast as the package's own build.
 * Needs cmake, a C++ compiler and objdump; the sources come from the package registry, see sources.ts.
 * The result lies in resources/engine/bin, where core/speech finds it. `--clean` starts from nothing.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'engine-build')
const build = join(cache, 'build')
const target = join(root, 'resources', 'engine', 'bin', `${process.platform}-${process.arch}-avx2`)

function main(): void {
  if (process.arch !== 'x64') return say(`The package's own build is fast on ${process.arch}; there is nothing to build.`)
  if (process.platform === 'win32') throw new Error('This build is written for Linux and macOS. On Windows the package\'s own build is used.')
  for (const tool of ['cmake', 'tar', 'objdump']) {
    if (spawnSync(tool, ['--version']).error !== undefined) throw new Error(`${tool} is needed and not installed`)
  }
  if (process.argv.includes('--clean')) rmSync(cache, { recursive: true, force: true })
  mkdirSync(build, { recursive: true })
  const sources = fetchSources(cache)
  cmake([
    '-S', join(root, 'resources', 'engine'), '-B', build, '-DCMAKE_BUILD_TYPE=Release',
    `-DADDON_SOURCES=${sources.addon}`,
    `-DWHISPER_CPP=${join(sources.whisper, 'cpp', 'whisper.cpp')}`,
    `-DNAPI_INCLUDES=${sources.napi};${join(sources.headers, 'include')}`,
  ])
  cmake(['--build', build, '--target', 'index', '--parallel', String(availableParallelism())])

  const built = join(build, 'index.node')
  if (!existsSync(built)) throw new Error('the build ended without an addon')
  const { ymm, zmm } = checkInstructions(built)
  mkdirSync(target, { recursive: true })
  copyFileSync(built, join(target, 'index.node'))
  execFileSync(process.execPath, ['-e', 'require(process.argv[1])', join(target, 'index.node')])
  say(`Built for AVX2: ${ymm} lines with ymm registers, ${zmm} with zmm, ${(statSync(built).size / 1e6).toFixed(1)} MB. It loads, and the next job uses it.`)
}

function cmake(args: readonly string[]): void {
  execFileSync('cmake', args, { stdio: ['ignore', 'inherit', 'inherit'] })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

try {
  main()
} catch (thrown) {
  process.stderr.write(`engine:build: ${thrown instanceof Error ? thrown.message : 'failed'}\n`)
  process.exitCode = 1
}
