import '../node-guard.mjs'
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkInstructions } from './instructions.ts'
import { fetchSources, sourceVersions } from './sources.ts'
import { builtFrom, isUpToDate, writeStamp } from './stamp.ts'

/**
 * `npm run engine:build`: the speech addon for x64 with AVX2, several times as fast as the package's own build.
 * Needs cmake, a C++ compiler and objdump; the sources come from the package registry, see sources.ts.
 * The result lies in resources/engine/bin, where core/speech finds it, and is built again only when sources, flags or compiler
 * changed. `--clean` starts from nothing; `--if-possible` says in one line why nothing is built here, and is content with it.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const project = join(root, 'resources', 'engine')
const cache = join(root, 'node_modules', '.cache', 'engine-build')
const build = join(cache, 'build')
const target = join(project, 'bin', `${process.platform}-${process.arch}-avx2`)
const FLAGS = ['-DCMAKE_BUILD_TYPE=Release']
const COMPILER = 'c++'

/** Why nothing can be built on this machine. */
function obstacle(): string | null {
  if (process.platform === 'win32') return 'this build is written for Linux and macOS; on Windows the package\'s own build is used'
  const missing = ['cmake', 'make', COMPILER, 'tar', 'objdump'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined)
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`
}

function main(): void {
  if (process.arch !== 'x64') return say(`The package's own build is fast on ${process.arch}; there is nothing to build.`)
  const why = obstacle()
  if (why !== null && process.argv.includes('--if-possible')) return say(`The fast speech engine is skipped: ${why}. The package's own build is used.`)
  if (why !== null) throw new Error(why)
  if (process.argv.includes('--clean')) rmSync(cache, { recursive: true, force: true })
  const compiler = execFileSync(COMPILER, ['--version'], { encoding: 'utf8' })
  const from = builtFrom([sourceVersions, readFileSync(join(project, 'CMakeLists.txt')), FLAGS.join(' '), compiler, process.platform, process.arch])
  const fresh = !process.argv.includes('--clean') && isUpToDate(target, from)
  const built = fresh ? join(target, 'index.node') : compile()
  const { ymm, zmm } = checkInstructions(built)
  execFileSync(process.execPath, ['-e', 'require(process.argv[1])', built])
  if (!fresh) putInPlace(built, from)
  const size = (statSync(built).size / 1e6).toFixed(1)
  say(`${fresh ? 'Already built' : 'Built'} for AVX2: ${ymm} lines with ymm registers, ${zmm} with zmm, ${size} MB. It loads, and the next job uses it.`)
}

function compile(): string {
  mkdirSync(build, { recursive: true })
  const sources = fetchSources(cache)
  cmake([
    '-S', project, '-B', build, ...FLAGS,
    `-DADDON_SOURCES=${sources.addon}`,
    `-DWHISPER_CPP=${join(sources.whisper, 'cpp', 'whisper.cpp')}`,
    `-DNAPI_INCLUDES=${sources.napi};${join(sources.headers, 'include')}`,
  ])
  cmake(['--build', build, '--target', 'index', '--parallel', String(availableParallelism())])
  const result = join(build, 'index.node')
  if (!existsSync(result)) throw new Error('the build ended without an addon')
  return result
}

/** Renamed, not written over: a job may be running the old one. */
function putInPlace(built: string, from: string): void {
  mkdirSync(target, { recursive: true })
  copyFileSync(built, join(target, 'index.node.new'))
  renameSync(join(target, 'index.node.new'), join(target, 'index.node'))
  writeStamp(target, from)
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
