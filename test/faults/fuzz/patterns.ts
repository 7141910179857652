/** What of Unicode's classes a pattern is checked with: enough letters to tell them apart by, few enough for a checker to finish. */
const SMALL: Readonly<Record<string, string>> = { L: 'A-Za-zÀ-ÖØ-öø-ÿ', Lu: 'A-ZÀ-ÖØ-Þ', Ll: 'a-zß-öø-ÿ', M: '\\u0301', N: '0-9', Nd: '0-9' }

/**
 * The same pattern as far as its cost goes, in words that a checker by automata knows: letters are those of Latin-1, since no
 * pattern treats any other letter in a way of its own; names of groups are gone; a look at one sign beside it takes that sign.
 */
export function forChecker(source: string): string {
  let isInClass = false
  return source
    .replace(/\(\?<\w+>/g, '(?:')
    .replace(/\\p\{(\w+)\}|\\[^]|[[\]]/g, (part, name: string | undefined) => {
      if (part === '[') isInClass = true
      if (part === ']') isInClass = false
      const letters = name === undefined ? undefined : SMALL[name]
      return letters === undefined ? part : isInClass ? letters : `[${letters}]`
    })
    .replace(/\(\?<!\[\^?([^\]]+)\]\)/g, (look, signs: string) => `(?:^|[${look.includes('[^') ? '' : '^'}${signs}])`)
    .replace(/\(\?!\[\^?([^\]]+)\]\)/g, (look, signs: string) => `(?:[${look.includes('[^') ? '' : '^'}${signs}]|$)`)
    .replaceAll('(?!\\d)', '(?:\\D|$)')
}

const MOST = 300

/**
 * A pattern as several, one for each way through a long list of alternatives: each is tried after the other, so the whole takes no
 * longer than all of them, and each is small enough for a checker. Lists inside anything that is repeated stay.
 */
export function ways(source: string): string[] {
  const split = longList(source)
  if (split === null) return [source]
  const parts = split.alternatives.flatMap((way) => ways(`${split.before}(?:${way})${split.after}`))
  return parts.length > MOST ? [source] : parts
}

interface Group {
  readonly start: number
  /** Behind the sign that opens it. */
  readonly inner: number
  readonly bars: number[]
  readonly isLook: boolean
}

/** The first list of at least five alternatives that is not inside a repetition or a look around. */
function longList(source: string): { before: string; after: string; alternatives: string[] } | null {
  const open: Group[] = []
  const closed: (Group & { end: number; parents: readonly Group[]; isRepeated: boolean })[] = []
  for (const { index, 0: part } of source.matchAll(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<\w+>))?|[)|]/g)) {
    if (part.startsWith('(')) open.push({ start: index, inner: index + part.length, bars: [], isLook: /^\(\?<?[=!]/.test(part) })
    else if (part === '|') open.at(-1)?.bars.push(index)
    else if (part === ')') {
      const group = open.pop()
      if (group !== undefined) closed.push({ ...group, end: index, parents: [...open], isRepeated: /^[*+?{]/.test(source.slice(index + 1)) })
    }
  }
  const isBound = ({ start }: Group): boolean => closed.some((each) => each.start === start && (each.isRepeated || each.isLook))
  const list = closed.filter((group) => group.bars.length >= 4 && !isBound(group) && !group.parents.some(isBound))
    .sort((one, other) => one.start - other.start)[0]
  if (list === undefined) return null
  const cuts = [list.inner - 1, ...list.bars, list.end]
  const alternatives = cuts.slice(1).map((cut, at) => source.slice((cuts[at] ?? 0) + 1, cut))
  return { before: source.slice(0, list.start), after: source.slice(list.end + 1), alternatives }
}

const SIGNS = ['a', 'A', '1', ' ', '.', '-', '_', ',', '@', '/', ':', '\n', 'é']

/** Texts that make a pattern go back over what it read: its own words, one sign, and two in turn, over and over, with an end that fits nothing. */
export function* hostileTexts(source: string, length: number): Generator<string> {
  const own = [...new Set(source.replace(/\\[a-zA-Z](?:\{\w+\})?/g, ' ').match(/\p{L}{3,}/gu) ?? [])]
  const pairs = SIGNS.flatMap((first) => ['a', '1', ' ', '.'].map((second) => first + second))
  const units = [...SIGNS, ...pairs, ...sample(own, 12).flatMap((word) => [word, `${word} `])]
  for (const unit of units) yield `${unit.repeat(Math.ceil(length / unit.length))}\u0000`
  for (const word of sample(own, 6)) for (const unit of ['a', '1', ' ', 'a ', '1 ', '1.']) yield `${word} ${unit.repeat(Math.ceil(length / unit.length))}\u0000`
}

const sample = (all: readonly string[], most: number): string[] => all.filter((_, at) => at % Math.ceil(all.length / most) === 0)
