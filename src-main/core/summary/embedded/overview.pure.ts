import { wordsIn } from '../evidence/words.pure.ts'
import { CuePattern } from './cue-pattern.pure.ts'
import { factCues, weakStart } from './cues.pure.ts'
import type { Line } from './line.pure.ts'
import { lineText, MAX_WORDS } from './line-text.pure.ts'
import { readsWell } from './readable.pure.ts'
import { writtenRegister } from './register.pure.ts'
import { ranks, score, type Features, type Scored, type Weights } from './scoring.pure.ts'
import { smallTalk } from './small-talk.pure.ts'
import { centrality, dot, type Vectors } from './vectors.pure.ts'

/** A line that may stand in the overview; `text` is how it would read there. */
export interface OverviewCandidate {
  readonly line: Line
  readonly text: string
  readonly features: Features
}

export interface Chosen extends OverviewCandidate, Scored {}

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
  { budget, elsewhere }: Frame,
): Chosen[] {
  const chat = smallTalk(lines)
  // In a long meeting a question often says best what it was about; in a short one the answer stands beside it.
  const asksToo = lines.length >= LONG_TALK
  const worthy = ranked.filter(({ line, features }) => {
    const runs = features.has('runs the meeting') && (line.question || line.words.length <= SHORT_LINE)
    return (!line.question || (asksToo && asksOfTheMatter(line))) && !runs && !tellsContact(line) && !chat.has(line.index) && !elsewhere.has(line.index)
  })
  const readable = worthy.filter(({ line, text }) => readsWell(line, text))
  // Where hardly anything was said, a line that leans on another is better than none.
  const scored = (readable.length >= ENOUGH_READABLE ? readable : worthy).map((candidate): Chosen => ({ ...candidate, ...score(candidate.features, weights) }))
  return pick(scored, vectors, budget).sort((a, b) => a.line.index - b.line.index)
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
}

/** Every line long enough to say something, with what its score is made of. `register`: see `writtenRegister`. */
export function overviewCandidates(lines: readonly Line[], vectors: Vectors, register: Weights): OverviewCandidate[] {
  const frequency = new Map<string, number>()
  for (const { stems } of lines) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const spread = new Map<string, number>()
  for (const { stems } of lines) for (const stem of new Set(stems)) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  if (lines.length >= ENOUGH_LINES) for (const [stem, count] of spread) if (count > EVERYWHERE * lines.length) frequency.delete(stem)

  const candidates = lines.filter((line) => line.words.length >= MIN_WORDS && line.stems.length >= 2)
  const central = centrality(vectors)
  const ofLexrank = ranks(candidates.map(({ index }) => central[index] ?? 0))
  const ofFrequency = ranks(candidates.map(({ stems }) => [...new Set(stems)].reduce((sum, stem) => sum + Math.log(frequency.get(stem) ?? 1), 0)))
  const ofDensity = ranks(candidates.map(({ stems, words }) => stems.reduce((sum, stem) => sum + Math.log(frequency.get(stem) ?? 1), 0) / words.length))
  const shared = sharedPairs(lines)
  const ofPairs = ranks(candidates.map(({ stems }) => pairsIn(stems).reduce((sum, pair) => sum + Math.log(shared.get(pair) ?? 1), 0)))
  const ofLength = ranks(candidates.map(({ words }) => Math.min(words.length, MAX_WORDS)))

  return candidates.map((line, at): OverviewCandidate => {
    const { text, whole } = lineText(line)
    const features = new Map<string, number>([
      ['centrality', ofLexrank[at] ?? 0],
      ['frequent terms', ofFrequency[at] ?? 0],
      ['dense terms', ofDensity[at] ?? 0],
      ['phrases said again', ofPairs[at] ?? 0],
      ['length', ofLength[at] ?? 0],
      ['early', Math.max(0, 1 - line.place / 0.3)],
      ['late', Math.max(0, (line.place - 0.8) / 0.2)],
      ['question', line.question ? 1 : 0],
      ['starts unresolved', weakStart(line) ? 1 : 0],
      ['shortened', whole ? 0 : 1],
      ['speaks to somebody', / you /.test(line.cue) ? 1 : 0],
      ['repeats itself', 1 - new Set(line.stems).size / line.stems.length],
      ['sounds written', writtenRegister(whole ? line.tokens : wordsIn(text), register)],
      ...factCues(line),
    ])
    return { line, text, features }
  })
}

const pairsIn = (stems: readonly string[]): string[] => [...new Set(stems.slice(1).map((stem, at) => `${stems[at] ?? ''} ${stem}`))]

/** In how many lines each two content words stand one behind the other: what a meeting is about has a name of more than one word. */
function sharedPairs(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { stems } of lines) for (const pair of pairsIn(stems)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

/** Maximal marginal relevance: each pick is worth less the more it resembles what is already there. */
function pick(scored: readonly Chosen[], vectors: Vectors, budget: number): Chosen[] {
  const highest = Math.max(0, ...scored.map(({ score }) => score)) || 1
  const likeness = new Float64Array(scored.length)
  const taken = new Set<number>()
  const chosen: Chosen[] = []
  const dense = new Float64Array(vectors.terms.length)
  let words = 0
  let passed = 0
  while (taken.size < scored.length && words < budget && passed < MOST_PASSED) {
    let best = -1
    let bestValue = -Infinity
    scored.forEach(({ score }, at) => {
      if (taken.has(at)) return
      const value = MMR * (score / highest) - (1 - MMR) * (likeness[at] ?? 0)
      if (value > bestValue) {
        best = at
        bestValue = value
      }
    })
    const next = scored[best]
    if (next === undefined) break
    taken.add(best)
    const length = next.text.split(' ').length
    // The last line may run over by a little; a line that runs over by much makes room for a shorter one.
    if (words + length > budget + 12) {
      passed++
      continue
    }
    words += length
    chosen.push(next)
    const row = vectors.rows[next.line.index]
    if (row === undefined) continue
    dense.fill(0)
    row.ids.forEach((id, i) => {
      dense[id] = row.weights[i] ?? 0
    })
    scored.forEach(({ line }, at) => {
      const other = vectors.rows[line.index]
      if (other !== undefined) likeness[at] = Math.max(likeness[at] ?? 0, dot(other, dense))
    })
  }
  return chosen
}
