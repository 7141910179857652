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
  readonly stems: readonly number[]
  /** Those in words. */
  readonly name: string
  /** Where it was said: how it is spelled is asked of what is shown only. */
  readonly places: { readonly line: Line; readonly first: Term; readonly last: Term }[]
  /** How often the commonest longer phrase around it was said. */
  longer: number
}

/**
 * Titles of stretches of the talk: names of things that were said there, often, and seldom in the rest: "Remote control power
 * source". One phrase, or two where the first is a single word. `starts` are the first lines of the stretches, ascending.
 */
export function titlesOf(lines: readonly Line[], starts: readonly number[], lexicon: Lexicon): string[] {
  const { stems, runs } = lexicon
  const overall = new Uint32Array(stems.length)
  const within = starts.map((from, at) => countsIn(runs, from, starts[at + 1] ?? lines.length, stems.length))
  for (const counts of within) for (let stem = 0; stem < stems.length; stem++) overall[stem] = (overall[stem] ?? 0) + (counts[stem] ?? 0)
  const meeting = { lines, lexicon, overall, alone: starts.length === 1, used: new Set<string>() }
  return within.map((counts, at) => titleFrom(meeting, counts, starts[at] ?? 0, starts[at + 1] ?? lines.length))
}

/** How often each stem was said in the lines from one to another. */
function countsIn(runs: Lexicon['runs'], from: number, to: number, size: number): Uint32Array {
  const counts = new Uint32Array(size)
  for (let line = from; line < to; line++) for (const run of runs[line] ?? []) for (const { stem } of run) counts[stem] = (counts[stem] ?? 0) + 1
  return counts
}

interface Meeting {
  readonly lines: readonly Line[]
  readonly lexicon: Lexicon
  /** How often each stem was said. */
  readonly overall: Uint32Array
  /** There is one stretch: all of it. */
  readonly alone: boolean
  /** Names of phrases in titles so far. */
  readonly used: Set<string>
}

/** The title of the lines from one to another; `counts`: how often each stem was said in them. */
function titleFrom({ lines, lexicon, overall, alone, used }: Meeting, counts: Uint32Array, from: number, to: number): string {
  const { stems, grammar } = lexicon
  const most = lines.length < ENOUGH_LINES ? Infinity : EVERYWHERE * lines.length
  const strength = new Float64Array(stems.length)
  const fit: number[] = []
  for (let stem = 0; stem < stems.length; stem++) {
    const count = counts[stem] ?? 0
    const all = overall[stem] ?? 0
    if (count === 0 || all > most) continue
    fit.push(stem)
    if (count > 1 || alone) strength[stem] = count * (count / all) ** 0.7
  }
  const byStrength = (a: number, b: number): number => (strength[b] ?? 0) - (strength[a] ?? 0) || ((stems[a] ?? '') < (stems[b] ?? '') ? -1 : 1)
  const wanted = new Uint8Array(stems.length)
  for (const stem of firstBy(byStrength, fit, STRONGEST)) wanted[stem] = 1
  const phrases = phrasesIn(lines, from, to, wanted, lexicon)
  const values = Float64Array.from(phrases, (phrase) => worthOf(phrase, strength) * (used.has(phrase.name) ? TAKEN : 1))
  const least = BESIDE_WHOLE * values.reduce((most, value) => Math.max(most, value), 0)
  // Sorted by their places: a phrase with its worth would be an object for each.
  const ranked = Array.from(phrases.keys())
    .filter((at) => (values[at] ?? 0) >= least)
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || ((phrases[a]?.name ?? '') < (phrases[b]?.name ?? '') ? -1 : 1))
  const best = phrases[ranked[0] ?? -1]
  if (best === undefined) return 'Conversation'
  const near = (alone ? BESIDE_WHOLE : BESIDE) * (values[ranked[0] ?? 0] ?? 0)
  // A chapter is about one thing, a meeting about more.
  const second = best.stems.length > 1 && !alone
    ? undefined
    : ranked.find((at) => {
        const stems = phrases[at]?.stems ?? []
        return !stems.some((stem) => best.stems.includes(stem)) && stems.length + best.stems.length <= MOST_WORDS && (values[at] ?? 0) >= near
      })
  const beside = phrases[second ?? -1]
  const shown = beside === undefined ? [best] : [best, beside]
  for (const { name } of shown) used.add(name)
  const title = shown.map((phrase) => commonest(phrase, grammar)).join(grammar.and)
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`
}

function worthOf({ stems, places, longer }: Phrase, strength: Float64Array): number {
  const sum = stems.reduce((weight, stem) => weight + (strength[stem] ?? 0), 0)
  const shape = (SAID[places.length] ?? 1) * (LENGTH[stems.length] ?? 1) * (longer >= NESTED_SHARE * places.length ? NESTED : 1)
  return (sum / Math.sqrt(stems.length)) * shape
}

/** The first of some in an order, without sorting the rest. */
function firstBy(order: (a: number, b: number) => number, all: readonly number[], most: number): number[] {
  const first: number[] = []
  for (const one of all) {
    if (first.length === most && order(one, first[most - 1] ?? 0) >= 0) continue
    let at = first.length
    while (at > 0 && order(one, first[at - 1] ?? 0) < 0) at--
    first.splice(at, 0, one)
    if (first.length > most) first.pop()
  }
  return first
}

/** Names of things around the wanted words, in the lines from one to another. `wanted`: 1 for the number of a stem that is. */
function phrasesIn(lines: readonly Line[], from: number, to: number, wanted: Uint8Array, lexicon: Lexicon): Phrase[] {
  const found: Phrases = new Map()
  for (let at = from; at < to; at++) {
    const line = lines[at]
    const runs = lexicon.runs[at] ?? []
    if (line === undefined) continue
    for (let place = 0; place < runs.length; place++) addPhrases(found, line, runs[place] ?? [], runs[place + 1] ?? [], wanted, lexicon)
  }
  // "Path goal" where people say "source path goal".
  for (const { stems: { length }, name, places } of found.values()) {
    if (places.length < 2 || length < 2) continue
    for (const part of [name.slice(name.indexOf(' ') + 1), name.slice(0, name.lastIndexOf(' '))]) {
      const shorter = found.get(part)
      if (shorter !== undefined) shorter.longer = Math.max(shorter.longer, places.length)
    }
  }
  return [...found.values()]
}

type Phrases = Map<string, Phrase>

/** What a run of terms names, and what it names together with the `next` one. */
function addPhrases(found: Phrases, line: Line, run: readonly Term[], next: readonly Term[], wanted: Uint8Array, lexicon: Lexicon): void {
  const { grammar, nouns, stems } = lexicon
  const near = hasWanted(run, wanted)
  if (!near && !hasWanted(next, wanted)) return
  const first = run[0]
  const last = run.at(-1)
  if (first === undefined || last === undefined) return
  // "We launch the", "the board wants the": what stands there is done, not named.
  const verb = grammar.language === 'en' && beforeVerb(line.tokens[first.at - 1]?.key ?? '')
  const governs = grammar.language === 'en' && governsNext(line, last, grammar)
  for (let begin = verb ? 1 : 0; near && begin < run.length; begin++) {
    let about = false
    let name = ''
    for (let end = begin; end < run.length && end < begin + LONGEST; end++) {
      const term = run[end]
      // What does not join, or comes twice, stands in every longer one, too.
      if (term === undefined || !nouns.joins(term.key) || comesBefore(run, begin, end)) break
      name = end === begin ? (stems[term.stem] ?? '') : `${name} ${stems[term.stem] ?? ''}`
      about ||= wanted[term.stem] === 1
      if (about && !(governs && end + 1 === run.length) && isNamed(run, begin, end, lexicon)) add(found, name, line, run, begin, end, stems)
    }
  }
  if (next.length === 0 || verb || run.length > 2 || next.length > 2 || !linked(line, last, next[0], grammar)) return
  const all = [...run, ...next]
  if (all.some((_, end) => comesBefore(all, 0, end)) || !all.every(({ key }) => nouns.joins(key))) return
  if (!isNamed(all, 0, run.length - 1, lexicon) || !isNamed(all, run.length, all.length - 1, lexicon)) return
  add(found, `${nameOf(run, stems)} | ${nameOf(next, stems)}`, line, all, 0, all.length - 1, stems)
}

const nameOf = (part: readonly Term[], stems: readonly string[]): string => part.map(({ stem }) => stems[stem]).join(' ')

function hasWanted(run: readonly Term[], wanted: Uint8Array): boolean {
  for (let at = 0; at < run.length; at++) if (wanted[run[at]?.stem ?? 0] === 1) return true
  return false
}

/** Whether a word stands right before an article. */
function governsNext({ tokens }: Line, { at }: Term, { articles }: Grammar): boolean {
  const next = tokens[at + 1]
  return next !== undefined && articles.has(next.key) && next.start === (tokens[at]?.end ?? 0) + 1
}

/** Whether a part of a run is the name of something, as far as its noun tells. */
const isNamed = (run: readonly Term[], begin: number, end: number, { grammar, nouns }: Lexicon): boolean =>
  nouns.heads(run[grammar.headFirst ? begin : end]?.key ?? '')

function add(found: Phrases, id: string, line: Line, run: readonly Term[], begin: number, end: number, stems: readonly string[]): void {
  let phrase = found.get(id)
  if (phrase === undefined) {
    const part = run.slice(begin, end + 1)
    found.set(id, (phrase = { stems: part.map(({ stem }) => stem), name: nameOf(part, stems), places: [], longer: 0 }))
  }
  const first = run[begin]
  const last = run[end]
  if (first !== undefined && last !== undefined) phrase.places.push({ line, first, last })
}

/** Whether a term's stem stands before it from `begin` on. */
function comesBefore(terms: readonly Term[], begin: number, at: number): boolean {
  for (let before = begin; before < at; before++) if (terms[before]?.stem === terms[at]?.stem) return true
  return false
}

/** "Budget for the third", "cost of our device": a link and perhaps an article between two runs, and no mark. */
function linked({ text, tokens }: Line, last: Term, next: Term | undefined, { links, articles }: Grammar): boolean {
  if (next === undefined || next.at - last.at > 3 || next.at - last.at < 2) return false
  const between = tokens.slice(last.at + 1, next.at)
  if (/[,;:.?!–—"]/.test(text.slice(tokens[last.at]?.end ?? 0, tokens[next.at]?.start ?? 0))) return false
  return between.every(({ key }, at) => (at === 0 ? links.has(key) : articles.has(key)))
}

/** As it is spelled inside a sentence. */
function spelled({ text, tokens }: Line, first: Term, last: Term, { capitals }: Grammar): string {
  const token = tokens[first.at]
  if (token === undefined) return ''
  // What is written in one with its article stands without it.
  const form = text.slice(token.start + token.key.length - first.key.length, token.end)
  const opens = token.start === 0 && !capitals && /^\p{Lu}\p{Ll}+$/u.test(form)
  return `${opens ? form.toLowerCase() : form}${text.slice(token.end, Math.max(tokens[last.at]?.end ?? 0, token.end))}`
}

/** How it is spelled most often. */
function commonest({ places }: Phrase, grammar: Grammar): string {
  const forms = new Map<string, number>()
  for (const { line, first, last } of places) {
    const form = spelled(line, first, last, grammar)
    forms.set(form, (forms.get(form) ?? 0) + 1)
  }
  return [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''
}
