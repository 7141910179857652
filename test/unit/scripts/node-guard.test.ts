import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../..')
const GUARD = join(ROOT, 'scripts/node-guard.mjs')

/** Runs the guard on this Node while it claims to be another one. */
function guardOn(version: string): { status: number | null; stderr: string } {
  const disguise = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); await import('${pathToFileURL(GUARD).href}')`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', disguise], { encoding: 'utf8' })
}

/** A Node on the search path that is really too old, if there is one. */
function olderNode(): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      if (!existsSync(path)) return false
      const [major = 0, minor = 0] = execFileSync(path, ['--version'], { encoding: 'utf8' }).slice(1).split('.').map(Number)
      return major >= 18 && (major < 22 || (major === 22 && minor < 18))
    })
}

describe('version guard', () => {
  it.each(['18.20.0', '20.20.2', '21.7.3', '22.17.1'])('stops on %s, saying what is needed and how to get it', (version) => {
    const { status, stderr } = guardOn(version)
    expect(status).toBe(1)
    expect(stderr).toContain(`this is ${version}`)
    expect(stderr).toMatch(/needs Node 22\.18 or newer/)
    expect(stderr).toMatch(/npm run -s sotto/)
  })

  it.each(['22.18.0', '22.20.1', '24.0.0', '26.3.0'])('lets %s pass without a word', (version) => {
    expect(guardOn(version)).toMatchObject({ status: 0, stderr: '' })
  })

  it('is what a really old Node says instead of failing on our code', (context) => {
    const old = olderNode()
    if (old === undefined) context.skip('no Node older than 22.18 on the search path')
    const { status, stderr, stdout } = spawnSync(String(old), [join(ROOT, 'bin/sotto.mjs'), 'list'], { encoding: 'utf8' })
    expect(stderr).toMatch(/^Sotto needs Node 22\.18 or newer/)
    expect(stderr).not.toMatch(/Error|\bat /)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  })
})
