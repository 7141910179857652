import { readdirSync, readFileSync } from 'node:fs'
import { check } from '@makenowjust-labo/recheck'
import ts from 'typescript'
import { expect, it } from 'vitest'

/** Milliseconds for one pattern. What is not decided by then is left to the hostile texts of test/unit/pii. */
const TIME = Number(process.env['SOTTO_RECHECK_MS'] ?? 1500)
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

it('no pattern of the finder takes more than time in proportion to the text', { timeout: 600_000 }, async () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const built = await builtBy(files)
  expect(built.length).toBeGreaterThan(20)
  const patterns = new Map([...built, ...files.flatMap(literalsOf)].map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern]))
  const bad: string[] = []
  let open = 0
  for (const { where, source, flags } of patterns.values()) {
    // A sticky pattern is tried at one place only, which the checker does not know.
    const tried = flags.includes('y') ? `^(?:${source})` : source
    const { status } = check(tried, flags.replace(/[gyd]/g, ''), { timeout: TIME, checker: 'hybrid' })
    if (status === 'vulnerable') bad.push(`${where} ${source.slice(0, 80)}`)
    if (status === 'unknown') open++
  }
  console.log(`${patterns.size} patterns, ${open} undecided after ${TIME} ms each`)
  expect(bad).toEqual([])
})
