import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const ROOT = resolve(import.meta.dirname, '../../..')

const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join('docs', name)),
].map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))

/** What a page says can be done must be possible: a page that drifts from the project fails here. */
describe('documentation', () => {
  it('links only to files that are there', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target.split('#', 1)[0] ?? '')
        .filter((target) => target !== '' && !/^[a-z]+:/.test(target) && !existsSync(join(ROOT, dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('names only npm scripts that exist', () => {
    const named = pages.flatMap(({ path, text }) => [...text.matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, script = '']) => ({ path, script })))
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([])
  })

  it('names every command of the command line as it is spelled there', () => {
    const sources = readdirSync(join(ROOT, 'src-main/cli')).filter((name) => name.endsWith('.ts'))
    const program = sources.map((name) => readFileSync(join(ROOT, 'src-main/cli', name), 'utf8')).join('\n')
    const commands = new Set([...program.matchAll(/(?:command|somewhere)\('([a-z-]+)/g)].map(([, command]) => command))
    const named = pages.flatMap(({ path, text }) => [...text.matchAll(/(?:`sotto|npm run -s sotto --) ([a-z-]+)/g)].map(([, command = '']) => ({ path, command })))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(({ command }) => command !== 'help' && !commands.has(command))).toEqual([])
  })

  it('keeps the numbers of decisions apart', () => {
    const numbers = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name)).map((name) => name.slice(0, 4))
    expect(numbers).toEqual([...new Set(numbers)])
  })

  it('lists every decision', () => {
    const index = readFileSync(join(ROOT, 'docs/decisions/README.md'), 'utf8')
    expect(readdirSync(join(ROOT, 'docs/decisions')).filter((name) => name !== 'README.md' && !index.includes(`(${name})`))).toEqual([])
  })
})
