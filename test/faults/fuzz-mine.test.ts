import { readdirSync, readFileSync } from 'node:fs'
import { check } from '@makenowjust-labo/recheck'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { forChecker, hostileTexts, ways } from './fuzz/patterns.ts'

/** Milliseconds for one look at one pattern, of a clock that goes on while others work. What is not decided by then meets hostile texts. */
const TIME = Number(process.env['SOTTO_RECHECK_MS'] ?? 15_000)
const FOLDER = new URL('../../src-shared/pii/', import.meta.url)

interface Pattern {
  readonly where: string
  readonly source: string
  readonly flags: string
}

/** Patterns that stand in the source as such. */
function literalsOf(file: string): Pattern[] {
  const tree = ts.createSourceFile(file, readFileSync(new URL(file, FOLDER), 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    const [, source, flags] = (ts.isRegularExpressionLiteral(node) && /^\/(.*)\/([a-z]*)$/s.exec(node.text)) || []
    if (source !== undefined && flags !== undefined) {
      found.push({ where: `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, source, flags })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** Patterns that are put together when a file is loaded. */
async function builtBy(files: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = []
  const native = globalThis.RegExp
  globalThis.RegExp = new Proxy(native, {
    construct(target, [source, flags]: [string, string | undefined]) {
      const made = new target(source, flags)
      const where = new Error().stack?.split('\n')[2] ?? ''
      if (where.includes('src-shared/pii/')) found.push({ where: where.slice(where.indexOf('pii/')), source: made.source, flags: made.flags })
      return made
    },
  })
  try {
    for (const file of files) await import(new URL(file, FOLDER).href)
  } finally {
    globalThis.RegExp = native
  }
  return found
}

it('no pattern of the finder takes more than time in proportion to the text', { timeout: 1_800_000 }, async () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => /(door-codes|how-written|site-logins|announced-names|recognisers.secrets|bank|identifiers|titled|names.votes)\.ts$/.test(file))
  const built = await builtBy(files)
  expect(built.length).toBeGreaterThan(5)
  const patterns = new Map([...built, ...files.flatMap(literalsOf)].map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern]))
  const bad: string[] = []
  const undecided: { where: string; pattern: RegExp }[] = []
  for (const { where, source, flags } of patterns.values()) {
    // A sticky pattern is tried at one place only, which the checker does not know.
    const tried = flags.includes('y') ? `^(?:${source})` : source
    const plainFlags = flags.replace(/[gyd]/g, '')
    const isSafe = ways(forChecker(tried)).every((way) => check(way, plainFlags, { timeout: TIME, checker: 'automaton' }).status === 'safe')
    let status = isSafe ? 'safe' : 'unknown'
    // What the automaton calls bad may be the doing of the simpler form.
    if (status !== 'safe') ({ status } = check(tried, plainFlags, { timeout: TIME / 5, checker: 'hybrid' }))
    if (status === 'vulnerable') bad.push(`${where} ${source.slice(0, 80)}`)
    if (status === 'unknown') undecided.push({ where, pattern: new RegExp(tried, plainFlags.includes('g') ? plainFlags : `${plainFlags}g`) })
  }
  console.log(`${patterns.size} patterns, ${undecided.length} undecided: ${undecided.map(({ where }) => where).join(', ')}`)
  for (const { where, pattern } of undecided) {
    const slow = hostileTo(pattern)
    if (slow !== null) bad.push(`${where} ${pattern.source.slice(0, 80)} against ${JSON.stringify(slow.slice(0, 30))}`)
  }
  expect(bad).toEqual([])
})

const LENGTH = 6_000
/** Milliseconds of CPU below which how a time grows cannot be seen. */
const NOTICEABLE = 15

/** A text four times as long of which takes far more than four times the work; null where none does. */
function hostileTo(pattern: RegExp): string | null {
  const longer = [...hostileTexts(pattern.source, LENGTH * 4)]
  for (const [at, text] of [...hostileTexts(pattern.source, LENGTH)].entries()) {
    const long = longer[at] ?? ''
    const took = cpuOf(() => long.match(pattern))
    if (took > NOTICEABLE && Math.min(...[1, 2, 3].map(() => cpuOf(() => long.match(pattern)))) > 9 * Math.max(1, cpuOf(() => text.match(pattern)))) return text
  }
  return null
}

function cpuOf(work: () => void): number {
  const began = process.cpuUsage()
  work()
  return process.cpuUsage(began).user / 1000
}
