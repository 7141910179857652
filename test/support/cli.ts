import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PASSPHRASE = 'correct horse battery staple'
const ENTRY = fileURLToPath(new URL('../../src-main/cli/sotto.ts', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own for one test, with a temporary directory inside that the process under test is pointed at. */
export function workFolder(): { dir: string; data: string; temp: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'sotto-test-'))
  const data = join(dir, 'data')
  const temp = mkdtempSync(join(dir, 'tmp-'))
  return { dir, data, temp, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }) }
}

export interface StartOptions {
  readonly data: string
  readonly temp?: string
  readonly passphrase?: string | null
  readonly input?: string
  readonly env?: Record<string, string>
}

/** The real command line as a process of its own. */
export function start(
  args: readonly string[],
  { data, temp, passphrase = PASSPHRASE, input, env = {} }: StartOptions,
): { child: ChildProcess; ran: Promise<Ran> } {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      SOTTO_DATA_DIR: data,
      SOTTO_DEBUG: '1',
      ...(temp === undefined ? {} : { TMPDIR: temp, TMP: temp, TEMP: temp }),
      ...(passphrase === null ? {} : { SOTTO_PASSPHRASE: passphrase }),
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdin?.end(input ?? '')
  const ran = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout, stderr }))
  })
  return { child, ran }
}

export const run = (args: readonly string[], options: StartOptions): Promise<Ran> => start(args, options).ran

/** Runs with `--json` and parses the one document. */
export async function runJson(args: readonly string[], options: StartOptions): Promise<{ status: number | null; document: unknown; stderr: string }> {
  const { status, stdout, stderr } = await run(['--json', ...args], options)
  const lines = stdout.trim().split('\n')
  if (lines.length !== 1) throw new Error(`expected one JSON document, found ${lines.length} lines; stderr: ${stderr}`)
  return { status, document: JSON.parse(lines[0] ?? ''), stderr }
}
