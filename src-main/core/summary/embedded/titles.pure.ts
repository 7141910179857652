import type { Grammar } from './grammar.pure.ts'
import type { Lexicon, Term } from './lexicon.pure.ts'
import type { Line } from './line.pure.ts'
import { beforeVerb } from './nouns.pure.ts'

/** A word said this often per line names no subject, in any language. */
const EVERYWHERE = 0.25
const ENOUGH_LINES = 30

/** A title is a phrase around one of so many words of the stretch. */
const STRONGEST = 8
const LONGEST = 4
/** What a phrase is worth by how often it was said, and by its length in words. */
const SAID = [0, 0.4, 0.75, 0.9]
const LENGTH = [0, 0.55, 1, 1, 0.9]
/** A second phrase stands beside a short one if it is worth so much of it; less in the title of the whole. */
const BESIDE = 0.4
const BESIDE_WHOLE = 0.25
/** A phrase that names another stretch already; one that is nearly always part of a longer one; one said once that may be no name. */
const TAKEN = 0.35
const NESTED = 0.5
const NESTED_SHARE = 0.75
/** A title of two phrases has at most so many words. */
const MOST_WORDS = 5

interface Phrase {
  readonly stems: readonly string[]
  count: number
  /** How often the commonest longer phrase around it was said. */
  longer: number
  readonly forms: Map<string, number>
}

/**
 * Titles of stretches of the talk: names of things that were said there, often, and seldom in the rest: "Remote control power
 * source". One phrase, or two where the first is a single word. `starts` are the first lines of the stretches, ascending.
 */
export function titlesOf(lines: readonly Line[], starts: readonly number[], lexicon: Lexicon): string[] {
  const alone = starts.length === 1
  const overall = new Map<string, number>()
  const ends = starts.map((_, at) => starts[at + 1] ?? lines.length)
  const within = starts.map((from, at) => {
    const counts = new Map<string, number>()
    for (let line = from; line < (ends[at] ?? from); line++) {
      for (const { stem } of lexicon.terms[line] ?? []) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
    for (const [stem, count] of counts) overall.set(stem, (overall.get(stem) ?? 0) + count)
    return counts
  })
  const used = new Set<string>()
  return within.map((counts, at) => {
    const strong = new Map(
      [...counts]
        .filter(([stem]) => lines.length < ENOUGH_LINES || (overall.get(stem) ?? 0) <= EVERYWHERE * lines.length)
        .map(([stem, count]): [string, number] => [stem, count <= 1 && starts.length > 1 ? 0 : count * (count / (overall.get(stem) ?? count)) ** 0.7])
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    )
    const phrases = phrasesIn(lines, starts[at] ?? 0, ends[at] ?? 0, new Set([...strong.keys()].slice(0, STRONGEST)), lexicon)
    const worth = (phrase: Phrase): number => {
      const sum = [...new Set(phrase.stems)].reduce((weight, stem) => weight + (strong.get(stem) ?? 0), 0)
      const shape = (SAID[phrase.count] ?? 1) * (LENGTH[phrase.stems.length] ?? 1) * (phrase.longer >= NESTED_SHARE * phrase.count ? NESTED : 1)
      return (sum / Math.sqrt(phrase.stems.length)) * shape * (used.has(phrase.stems.join(' ')) ? TAKEN : 1)
    }
    const ranked = phrases
      .map((phrase) => ({ phrase, name: phrase.stems.join(' '), value: worth(phrase) }))
      .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1))
    const [best] = ranked
    if (best === undefined) return 'Conversation'
    // A chapter is about one thing, a meeting about more.
    const second = best.phrase.stems.length > 1 && !alone
      ? undefined
      : ranked.find(({ phrase: { stems }, value }) => {
          const other = !stems.some((stem) => best.phrase.stems.includes(stem)) && stems.length + best.phrase.stems.length <= MOST_WORDS
          return other && value >= (alone ? BESIDE_WHOLE : BESIDE) * best.value
        })
    const shown = [best, ...(second === undefined ? [] : [second])].map(({ phrase }) => phrase)
    for (const { stems } of shown) used.add(stems.join(' '))
    const title = shown.map(({ forms }) => commonest(forms)).join(lexicon.grammar.and)
    return `${title.charAt(0).toUpperCase()}${title.slice(1)}`
  })
}

/** Names of things around the wanted words, in the lines from one to another. */
function phrasesIn(lines: readonly Line[], from: number, to: number, wanted: ReadonlySet<string>, { grammar, nouns, terms }: Lexicon): Phrase[] {
  const found = new Map<string, Phrase>()
  const heads = new Map<string, boolean>()
  const joins = new Map<string, boolean>()
  const once = (known: Map<string, boolean>, key: string, judge: (key: string) => boolean): boolean => {
    const before = known.get(key)
    if (before !== undefined) return before
    const judged = judge(key)
    known.set(key, judged)
    return judged
  }
  const fits = (parts: readonly (readonly Term[])[]): boolean =>
    parts.every((part) => {
      const head = grammar.headFirst ? part[0] : part.at(-1)
      return head !== undefined && once(heads, head.key, nouns.heads) && part.every(({ key }) => once(joins, key, nouns.joins))
    })
  const add = (line: Line, parts: readonly (readonly Term[])[]): void => {
    const all = parts.flat()
    if (!all.some(({ stem }) => wanted.has(stem)) || new Set(all.map(({ stem }) => stem)).size < all.length || !fits(parts)) return
    const stems = all.map(({ stem }) => stem)
    const id = parts.map((part) => part.map(({ stem }) => stem).join(' ')).join(' | ')
    const phrase = found.get(id) ?? { stems, count: 0, longer: 0, forms: new Map<string, number>() }
    found.set(id, phrase)
    phrase.count++
    const form = spelled(line, all)
    phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + 1)
  }
  const isNear = (run: readonly Term[]): boolean => run.some(({ stem }) => wanted.has(stem))
  for (let at = from; at < to; at++) {
    const line = lines[at]
    const said = terms[at] ?? []
    if (line === undefined || !said.some(({ stem }) => wanted.has(stem))) continue
    const runs = runsIn(line, said)
    runs.forEach((run, place) => {
      const other = runs[place + 1]
      if (!isNear(run) && (other === undefined || !isNear(other))) return
      const first = run[0]
      const last = run.at(-1)
      if (first === undefined || last === undefined) return
      // "We launch the", "the board wants the": what stands there is done, not named.
      const verb = grammar.language === 'en' && beforeVerb(line.tokens[first.at - 1]?.key ?? '')
      const next = line.tokens[last.at + 1]
      const governs = grammar.language === 'en' && next !== undefined && grammar.articles.has(next.key) && next.start === (line.tokens[last.at]?.end ?? 0) + 1
      for (let begin = verb ? 1 : 0; begin < run.length; begin++) {
        for (let size = 1; size <= LONGEST && begin + size <= run.length; size++) {
          if (governs && begin + size === run.length) continue
          add(line, [run.slice(begin, begin + size)])
        }
      }
      if (other === undefined || verb || run.length > 2 || other.length > 2 || !linked(line, last, other[0], grammar)) return
      add(line, [run, other])
    })
  }
  // "Path goal" where people say "source path goal".
  for (const { stems, count } of found.values()) {
    if (count < 2 || stems.length < 2) continue
    for (const part of [stems.slice(1), stems.slice(0, -1)]) {
      const shorter = found.get(part.join(' '))
      if (shorter !== undefined) shorter.longer = Math.max(shorter.longer, count)
    }
  }
  return [...found.values()]
}

/** Words side by side, with nothing but a space between. */
function runsIn({ tokens }: Line, terms: readonly Term[]): Term[][] {
  const runs: Term[][] = []
  let previous: Term | undefined
  for (const term of terms) {
    const joined = previous !== undefined && term.at === previous.at + 1 && tokens[term.at]?.start === (tokens[previous.at]?.end ?? 0) + 1
    if (joined) runs.at(-1)?.push(term)
    else runs.push([term])
    previous = term
  }
  return runs
}

/** "Budget for the third", "cost of our device": a link and perhaps an article between two runs, and no mark. */
function linked({ text, tokens }: Line, last: Term, next: Term | undefined, { links, articles }: Grammar): boolean {
  if (next === undefined || next.at - last.at > 3 || next.at - last.at < 2) return false
  const between = tokens.slice(last.at + 1, next.at)
  if (/[,;:.?!–—"]/.test(text.slice(tokens[last.at]?.end ?? 0, tokens[next.at]?.start ?? 0))) return false
  return between.every(({ key }, at) => (at === 0 ? links.has(key) : articles.has(key)))
}

function spelled({ text, tokens }: Line, terms: readonly Term[]): string {
  const [first, last] = [terms[0], terms.at(-1)]
  if (first === undefined || last === undefined) return ''
  const end = tokens[last.at]?.end ?? 0
  return `${first.form}${text.slice(tokens[first.at]?.end ?? 0, Math.max(end, tokens[first.at]?.end ?? 0))}`
}

const commonest = (forms: ReadonlyMap<string, number>): string =>
  [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''
