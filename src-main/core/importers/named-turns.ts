import { isBoilerplate } from './boilerplate.ts'
import { Entries, type Parsed } from './parsed.ts'
import { listedPeople, readPreamble } from './preamble.ts'
import { isBlank, type Line } from './tidy.ts'

/**
 * Turns without times, whose head is a name alone on its line. Only names that the file's own header lists count: every short
 * line could be a name otherwise.
 *
 *     SPEAKERS
 *     Jane Doe, John Roe
 *
 *     Jane Doe
 *     words
 */
export interface NamedTurns {
  readonly count: number
  read(): Parsed
}

const folded = (name: string): string =>
  name
    .trim()
    .replace(/\s*[:：]$/, '')
    .toLowerCase()

export function findNamedTurns(lines: readonly Line[]): NamedTurns {
  const { names, end } = listedPeople(lines)
  const known = new Map([...names, 'Unknown Speaker'].map((name) => [folded(name), name]))
  const heads = lines.map((line, at) => (at < end || line.text.length > 100 ? undefined : known.get(folded(line.text))))
  const count = names.length === 0 ? 0 : heads.filter((name) => name !== undefined).length
  return { count, read: () => read(lines, heads) }
}

function read(lines: readonly Line[], heads: readonly (string | undefined)[]): Parsed {
  const first = heads.findIndex((name) => name !== undefined)
  const turns: { speaker: string; words: string[] }[] = []
  for (const [at, line] of lines.entries()) {
    const speaker = heads[at]
    if (speaker !== undefined) turns.push({ speaker, words: [] })
    else if (!isBlank(line) && !isBoilerplate(line.text)) turns.at(-1)?.words.push(line.text)
  }
  const entries = new Entries()
  for (const { speaker, words } of turns) entries.add({ speaker, text: words.join('\n') })
  const isOtter = lines.slice(0, first).some(({ text }) => /^\s*SUMMARY KEYWORDS\s*$/.test(text.slice(0, 60)))
  return { format: isOtter ? 'otter-text' : 'plain-text', entries: entries.list, emptyCues: entries.empty, ...readPreamble(lines.slice(0, first)) }
}
