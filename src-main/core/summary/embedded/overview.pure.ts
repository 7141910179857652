import { wordsIn } from '../evidence/words.pure.ts'
import { CuePattern } from './cue-pattern.pure.ts'
import { factCues, weakStart } from './cues.pure.ts'
import type { Line } from './line.pure.ts'
import { lineText, MAX_WORDS } from './line-text.pure.ts'
import { readsWell } from './readable.pure.ts'
import { writtenRegister } from './register.pure.ts'
import { Features, ranks, reasonsOf, score, type Reason, type Weights } from './scoring.pure.ts'
import { addRow, centrality, dot, type Vectors } from './vectors.pure.ts'

/** A line that may stand in the overview; `text` is how it would read there. */
export interface OverviewCandidate {
  readonly line: Line
  readonly text: string
  readonly features: Features
}

export interface Chosen extends OverviewCandidate {
  readonly score: number
}

const MIN_WORDS = 6
/** What runs the meeting in so few words says nothing else. */
const SHORT_LINE = 12
/** In lines. */
const LONG_TALK = 200
/** Share of relevance against novelty (Carbonell and Goldstein 1998). */
const MMR = 0.7
/** Lines tried and found too long before the overview counts as full. */
const MOST_PASSED = 20
/** A term in more than this share of the lines is a function word of whatever language is spoken. */
const EVERYWHERE = 0.2
const ENOUGH_LINES = 30
const ENOUGH_READABLE = 4

/**
 * The sentences that say most about the meeting, about `budget` words of them, in meeting order: a blend of ranks rather
 * than of raw scores, since ranks carry over from one kind of talk to another.
 */
export function overview(
  lines: readonly Line[],
  { vectors, ranked }: { vectors: Vectors; ranked: readonly OverviewCandidate[] },
  weights: Weights,
  { budget, elsewhere, chat }: Frame,
): (Chosen & { readonly reasons: readonly Reason[] })[] {
  // In a long meeting a question often says best what it was about; in a short one the answer stands beside it.
  const asksToo = lines.length >= LONG_TALK
  const worthy = ranked.filter(({ line, features }) => {
    const runs = features.has('runs the meeting') && (line.question || line.words.length <= SHORT_LINE)
    return (!line.question || (asksToo && asksOfTheMatter(line))) && !runs && !tellsContact(line) && !chat.has(line.index) && !elsewhere.has(line.index)
  })
  // Where hardly anything was said, a line that leans on another is better than none.
  let readable = 0
  const choosy = worthy.some(({ line }) => readsWell(line) && ++readable >= ENOUGH_READABLE)
  const scored = worthy.map((candidate): Chosen => ({ ...candidate, score: score(candidate.features, weights) }))
  return pick(scored, vectors, budget, ({ line }) => !choosy || readsWell(line))
    .sort((a, b) => a.line.index - b.line.index)
    .map((chosen) => ({ ...chosen, reasons: reasonsOf(chosen.features, weights) }))
}

/** Put to somebody in the room, or a statement said as a question: its answer says more. */
const PUT_TO = new CuePattern(/ (?:anybody|anyone|everybody|everyone|huh|right \?|okay \?|yeah \?) /)
const asksOfTheMatter = (line: Line): boolean => ASKS.test(line) && !PUT_TO.test(line)
const ASKS = new CuePattern(/(?:^| , ) (?:and |so |but )?(?:what|who|where|when|why|how|which|whether|do|does|did|is|are|was|can|could|would|will|should|shall|have|has) /)

/** A telephone number, an address: for the list of contacts, and in no overview. */
const CONTACT = /\[(?:PHONE|EMAIL|IBAN|ACCOUNT|CARD|URL|IP|ADDRESS|ID)(?:_[A-Z]+)?_[0-9]+\]|[^\s@]{1,60}@[^\s@]{1,60}\.|(?:[0-9][ .-]?){7}/
const NAMES_IT = new CuePattern(/ (?:phone|number|mobile|e-?mail|address|extension|iban) (?:is|are|will be|would be) /)
const tellsContact = (line: Line): boolean => NAMES_IT.test(line) || (/[0-9@[]/.test(line.text) && CONTACT.test(line.text))

export interface Frame {
  /** Length in words. */
  readonly budget: number
  /** Lines that stand in another section. */
  readonly elsewhere: ReadonlySet<number>
  /** Lines of small talk. */
  readonly chat: ReadonlySet<number>
}

/** Every line long enough to say something, with what its score is made of. `register`: see `writtenRegister`. */
export function overviewCandidates(lines: readonly Line[], vectors: Vectors, register: Weights): OverviewCandidate[] {
  const commonness = commonnessOf(vectors)
  const registered = new Map(Object.entries(register))
  const candidates = lines.filter((line) => line.words.length >= MIN_WORDS && line.stems.length >= 2)
  const central = centrality(vectors)
  const ofLexrank = ranks(candidates.map(({ index }) => central[index] ?? 0))
  const { ids, starts, said, saidStarts } = vectors
  const ofFrequency = ranks(candidates.map(({ index }) => sumOf(commonness, ids, starts, index)))
  const ofDensity = ranks(candidates.map(({ index, words }) => sumOf(commonness, said, saidStarts, index) / words.length))
  const ofPairs = ranks(sharedPairs(vectors, candidates))
  const ofLength = ranks(candidates.map(({ words }) => Math.min(words.length, MAX_WORDS)))

  return candidates.map((line, at): OverviewCandidate => {
    const { text, whole } = lineText(line)
    const features = new Features()
    features.set('centrality', ofLexrank[at] ?? 0)
    features.set('frequent terms', ofFrequency[at] ?? 0)
    features.set('dense terms', ofDensity[at] ?? 0)
    features.set('phrases said again', ofPairs[at] ?? 0)
    features.set('length', ofLength[at] ?? 0)
    features.set('early', Math.max(0, 1 - line.place / 0.3))
    features.set('late', Math.max(0, (line.place - 0.8) / 0.2))
    features.set('question', line.question ? 1 : 0)
    features.set('starts unresolved', weakStart(line) ? 1 : 0)
    features.set('shortened', whole ? 0 : 1)
    features.set('speaks to somebody', line.cue.includes(' you ') ? 1 : 0)
    features.set('repeats itself', 1 - ((starts[line.index + 1] ?? 0) - (starts[line.index] ?? 0)) / line.stems.length)
    features.set('sounds written', writtenRegister(whole ? line.tokens : wordsIn(text), registered))
    features.setPresent(factCues(line))
    return { line, text, features }
  })
}

/** The logarithm of how often each term was said; 0 for one that is everywhere. */
function commonnessOf({ rowCount, termCount, ids, said }: Vectors): Float64Array {
  const [times, lines] = [new Uint32Array(termCount), new Uint32Array(termCount)]
  for (let at = 0; at < said.length; at++) count(times, said[at])
  for (let at = 0; at < ids.length; at++) count(lines, ids[at])
  const everywhere = rowCount >= ENOUGH_LINES ? EVERYWHERE * rowCount : Infinity
  return Float64Array.from(times, (count, term) => ((lines[term] ?? 0) > everywhere ? 0 : Math.log(count)))
}
function count(counts: Uint32Array, of = 0): void {
  counts[of] = (counts[of] ?? 0) + 1
}

function sumOf(values: Float64Array, terms: Uint32Array, starts: Uint32Array, row: number): number {
  let sum = 0
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) sum += values[terms[at] ?? 0] ?? 0
  return sum
}

/**
 * How often the pairs of content words of each candidate were said, as a sum of logarithms: what a meeting is about has a name of more
 * than one word. A pair are two that stand one behind the other, and counts once a line.
 */
function sharedPairs({ rowCount, termCount, said, saidStarts }: Vectors, candidates: readonly Line[]): Float64Array {
  const numbers = new Map<number, number>()
  /** Of each pair: the lines that have it, and the last of them. */
  const [lines, last]: [number[], number[]] = [[], []]
  /** The number of the pair that ends at a place. */
  const pairs = new Uint32Array(said.length)
  for (let row = 0; row < rowCount; row++) {
    for (let at = (saidStarts[row] ?? 0) + 1; at < (saidStarts[row + 1] ?? 0); at++) {
      const words = (said[at - 1] ?? 0) * termCount + (said[at] ?? 0)
      let pair = numbers.get(words)
      if (pair === undefined) {
        pair = lines.push(0) - 1
        numbers.set(words, pair)
        last.push(-1)
      }
      pairs[at] = pair
      if (last[pair] === row) continue
      last[pair] = row
      lines[pair] = (lines[pair] ?? 0) + 1
    }
  }
  last.fill(-1)
  return Float64Array.from(candidates, ({ index }) => {
    let sum = 0
    for (let at = (saidStarts[index] ?? 0) + 1; at < (saidStarts[index + 1] ?? 0); at++) {
      const pair = pairs[at] ?? 0
      if (last[pair] !== index) sum += Math.log(lines[pair] ?? 1)
      last[pair] = index
    }
    return sum
  })
}

/**
 * Maximal marginal relevance: each pick is worth less the more it resembles what is already there. `fits` is asked only of what would
 * be picked.
 */
function pick(scored: readonly Chosen[], vectors: Vectors, budget: number, fits: (candidate: Chosen) => boolean): Chosen[] {
  const left = scored.toSorted((a, b) => b.score - a.score || a.line.index - b.line.index)
  const highest = Math.max(0, left.find(fits)?.score ?? 0) || 1
  const chosen: Chosen[] = []
  const rows: Float64Array[] = []
  // Most lines are never worth looking at: how like a line is to what is chosen is brought up to date when it is asked.
  const likeness = new Float64Array(vectors.rowCount)
  const compared = new Uint32Array(vectors.rowCount)
  const likenessOf = (index: number): number => {
    let most = likeness[index] ?? 0
    for (let at = compared[index] ?? 0; at < rows.length; at++) most = Math.max(most, dot(vectors, index, rows[at] ?? NONE))
    compared[index] = rows.length
    likeness[index] = most
    return most
  }
  let words = 0
  let passed = 0
  while (words < budget && passed < MOST_PASSED) {
    const [next] = left.splice(bestOf(left, highest, likenessOf), 1)
    if (next === undefined) break
    if (!fits(next)) continue
    const length = next.text.split(' ').length
    // The last line may run over by a little; a line that runs over by much makes room for a shorter one.
    if (words + length > budget + 12) {
      passed++
      continue
    }
    words += length
    chosen.push(next)
    const dense = new Float64Array(vectors.termCount)
    addRow(vectors, next.line.index, dense, 1)
    rows.push(dense)
  }
  return chosen
}
const NONE = new Float64Array()

/** Where the one worth most stands among those left, strongest first; of equals, the line said first. */
function bestOf(left: readonly Chosen[], highest: number, likenessOf: (index: number) => number): number {
  let best = 0
  let bestValue = -Infinity
  for (const [at, { line, score }] of left.entries()) {
    const atMost = MMR * (score / highest)
    // Nothing further on can be worth more.
    if (atMost < bestValue) break
    const value = atMost - (1 - MMR) * likenessOf(line.index)
    if (value > bestValue || (value === bestValue && line.index < (left[best]?.line.index ?? 0))) {
      best = at
      bestValue = value
    }
  }
  return best
}
