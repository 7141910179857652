import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const ROOT = resolve(import.meta.dirname, '../../..')
const run = promisify(execFile)

export type Files = Readonly<Record<string, string>>

/** A folder with our own rule files and the given sources, so that a rule can be seen to bite without dirtying the tree. */
export async function plant(files: Files, rules: readonly string[]): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'sotto-lint-'))
  for (const name of rules) await cp(join(ROOT, name), join(path, name), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), text)
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Lets planted files resolve the project's real packages. */
export async function linkPackages(path: string): Promise<void> {
  await symlink(join(ROOT, 'node_modules'), join(path, 'node_modules'), 'junction')
}

/** Runs the JavaScript entry of a tool of ours in `cwd`; returns its standard output whatever its exit code. */
export async function runTool(script: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd, maxBuffer: 64 * 1024 * 1024 })
    return stdout
  } catch (thrown) {
    if (thrown instanceof Error && 'stdout' in thrown && typeof thrown.stdout === 'string' && thrown.stdout !== '') return thrown.stdout
    throw thrown
  }
}
