import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where the engine's sources come from: npm packages, with the integrity the registry publishes for each version.
 * They are not devDependencies: together they unpack to 50 MB that only this build needs, the addon's wrapper would bring
 * its GPU builds along (270 MB), and nothing of them may ever run here. `npm pack` runs no script of a package.
 */
const SOURCES = {
  addon: {
    spec: '@fugood/whisper.node@1.1.1',
    integrity: 'sha512-uROWen32jejBkdz3Jx/Y2xjWog/AzPy7h8Bb1WqRn6gFM0V7ULCnGx7GwkCZ+05jgYb8lmT9yNnBPfEH6NQKfQ==',
  },
  whisper: {
    // for whisper.cpp 1.9.1 inside it
    spec: 'nodejs-whisper@0.3.1',
    integrity: 'sha512-ceoilUVraRuR5FnNyXpGQT2auAR48Oc3AQBEmkXnVpSn9iN6yVRzQBFCqVTGWbk6Wdi95NhvwXNzFvuR7erLWw==',
  },
  napi: {
    spec: 'node-addon-api@8.9.2',
    integrity: 'sha512-VijLXbi3UACN69I0JVXJsX4tjACjNoQDgv2gTF6sx2wWEi8tkSg2eX8p5gSIFi8z2+DL3oHmY6OyKce38SDolg==',
  },
  headers: {
    spec: 'node-api-headers@1.9.0',
    integrity: 'sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==',
  },
} as const

type Source = keyof typeof SOURCES

/** The sources as one text that changes when they do. */
export const sourceVersions = JSON.stringify(SOURCES)

/** Fetches, verifies and unpacks all sources below `cache`; what is there and verified is not fetched again. Gives their folders. */
export function fetchSources(cache: string): Record<Source, string> {
  const fetched = (source: Source): string => fetchSource(source, cache)
  return { addon: fetched('addon'), whisper: fetched('whisper'), napi: fetched('napi'), headers: fetched('headers') }
}

function fetchSource(source: Source, cache: string): string {
  const { spec, integrity } = SOURCES[source]
  const folder = join(cache, source)
  const tarball = join(cache, `${source}.tgz`)
  const sound = (): boolean => existsSync(tarball) && `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}` === integrity
  if (!sound()) {
    process.stderr.write(`fetching ${spec}\n`)
    mkdirSync(folder, { recursive: true })
    const packed = execFileSync('npm', ['pack', spec, '--silent', '--ignore-scripts', '--pack-destination', '.'], { cwd: folder, encoding: 'utf8' })
    const name = packed.trim().split('\n').at(-1) ?? ''
    mkdirSync(cache, { recursive: true })
    rmSync(tarball, { force: true })
    renameSync(join(folder, name), tarball)
    if (!sound()) throw new Error(`${spec} is not the package this build was written for: its integrity differs`)
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'])
  return folder
}
