import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../../src-shared/errors/failure.ts'

/**
 * Makes the data directory where it is missing, step by step, since Node's own recursive making never ends below a place
 * where nothing can be made (such as /proc).
 * @throws Failure BAD_USAGE when no directory can be there
 */
export function makeDataDir(dir: string): void {
  if (existsSync(dir)) {
    if (!statSync(dir).isDirectory()) throw new Failure('BAD_USAGE', { detail: 'The data directory is a file.' })
    return
  }
  const parent = dirname(dir)
  if (parent !== dir) makeDataDir(parent)
  try {
    mkdirSync(dir, { mode: 0o700 })
  } catch (cause) {
    throw new Failure('BAD_USAGE', { detail: 'The data directory cannot be made there.' }, { cause })
  }
}
