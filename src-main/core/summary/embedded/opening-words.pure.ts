/** A part of a pattern: a character, or alternatives of parts in a row; `least` and `most` say how often it stands there. */
interface Part {
  readonly what: string | readonly (readonly Part[])[]
  least: number
  most: number
}

/** What a class of so many characters, or a shorthand, stands for is not told apart. */
const CLASS_SIZE = 4
/** Stands for whatever character. */
const ANY = ''
/** Only looks around, and matches nothing. */
const NOTHING: readonly (readonly Part[])[] = [[]]

/**
 * The words that what fits a pattern over cue texts may begin with; null where they cannot be told. A mention counts as `@`, a token
 * as `[`. Knows the patterns that are written here: no flags, words apart by single spaces.
 */
export function openingWords(source: string): ReadonlySet<string> | null {
  const reader = { source, at: 0 }
  const alternatives = readAlternatives(reader)
  const words = new Set<string>()
  const open = follow(alternatives, new Set(['']), words)
  // What is still open at the pattern's end may be the beginning of any word.
  return open === null || open.size > 0 ? null : words
}

interface Reader {
  readonly source: string
  at: number
}

function readAlternatives(reader: Reader): Part[][] {
  const alternatives: Part[][] = [[]]
  while (reader.at < reader.source.length && reader.source[reader.at] !== ')') {
    if (reader.source[reader.at] === '|') {
      alternatives.push([])
      reader.at++
    } else alternatives.at(-1)?.push(readPart(reader))
  }
  return alternatives
}

function readPart(reader: Reader): Part {
  const part: Part = { what: readWhat(reader), least: 1, most: 1 }
  const times = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})/.exec(reader.source.slice(reader.at, reader.at + 12))
  if (times === null) return part
  reader.at += times[0].length
  const [sign, least, comma, most] = times
  part.least = sign === '+' ? 1 : Number(least ?? 0)
  part.most = sign === '?' ? 1 : least === undefined || (comma === ',' && most === '') ? Infinity : Number(comma === ',' ? most : least)
  return part
}

function readWhat(reader: Reader): Part['what'] {
  const char = reader.source[reader.at++] ?? ''
  if (char === '(') {
    const opening = /^\?(?:<?[=!]|:|<[a-z]+>)/.exec(reader.source.slice(reader.at, reader.at + 20))?.[0] ?? ''
    reader.at += opening.length
    const inside = readAlternatives(reader)
    reader.at++
    return /[=!]$/.test(opening) ? NOTHING : inside
  }
  if (char === '^') return NOTHING
  if (char === '[') return readClass(reader)
  if (char !== '\\') return char === '.' || char === '$' ? ANY : char
  const escaped = reader.source[reader.at++] ?? ''
  return /[a-z]/i.test(escaped) ? ANY : escaped
}

function readClass(reader: Reader): Part['what'] {
  const end = reader.source.indexOf(']', reader.at)
  const inside = reader.source.slice(reader.at, end)
  reader.at = end + 1
  if (inside.length > CLASS_SIZE || /^\^|\\|.-./.test(inside)) return ANY
  return Array.from(inside, (one): Part[] => [{ what: one, least: 1, most: 1 }])
}

/** Goes on from what may stand before; words that end are put among the `words`. What is still open, or null where anything may follow. */
function follow(alternatives: readonly (readonly Part[])[], before: ReadonlySet<string>, words: Set<string>): Set<string> | null {
  const open = new Set<string>()
  for (const parts of alternatives) {
    let reached: Set<string> = new Set(before)
    for (const { what, least, most } of parts) {
      if (reached.size === 0) break
      const further = typeof what === 'string' ? add(what, reached, words) : follow(what, reached, words)
      // What may come again goes on in ways not followed here.
      if (further === null || (most > 1 && further.size > 0 && what !== NOTHING)) return null
      reached = least === 0 ? new Set([...reached, ...further]) : further
    }
    for (const one of reached) open.add(one)
  }
  return open
}

/** Words begin behind a space, mentions anywhere. */
function add(char: string, before: ReadonlySet<string>, words: Set<string>): Set<string> | null {
  const open = new Set<string>()
  for (const one of before) {
    if (char === '@' && one.length < 2) words.add('@')
    else if (char === '[' && one === ' ') words.add('[')
    else if (char === ANY || (one === '' && char !== ' ')) return null
    else if (char === ' ' && one.length > 1) words.add(one.slice(1))
    else open.add(one + char)
  }
  return open
}
