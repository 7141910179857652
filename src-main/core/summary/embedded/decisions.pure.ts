import { CuePattern, cuesOf } from './cue-pattern.pure.ts'
import { cueText } from './cue-text.pure.ts'
import { agrees, brokenOff } from './cues.pure.ts'
import { DECIDED_ABROAD } from './foreign-cues.pure.ts'
import type { Line } from './line.pure.ts'
import { firstClauseThat, lineText } from './line-text.pure.ts'
import type { OverviewCandidate } from './overview.pure.ts'
import { lineStandsAlone, readsWell, standsAlone } from './readable.pure.ts'
import { Features, reasonsOf, score, type Reason, type Weights } from './scoring.pure.ts'
import { addSurroundings, citedAround, mayHide, surroundingsOf } from './surroundings.pure.ts'
import { thresholdFor } from './tiers.pure.ts'
import { isWholeSentence } from './whole-sentence.pure.ts'
import { wordFeatures } from './word-features.pure.ts'

export interface FoundDecision {
  /** Index of the line that is quoted. */
  readonly line: number
  readonly text: string
  readonly segments: readonly number[]
  readonly reasons: readonly Reason[]
  /** Nobody said that it is decided; what was said around it speaks for it. */
  readonly possible: boolean
}

/** Says outright that something is decided. */
const DECLARED = cuesOf(
  ['says it is decided', / (?:we (?:have )?(?:just |all |now )?(?:decided|agreed|settled|concluded|chose|chosen|approved)|(?:the|our|final) (?:decision|conclusion) is|it is (?:decided|agreed|settled)|that is (?:settled|decided|agreed)|(?:final |the |our )?(?:decision|agreed|decided) :|(?:is|are|been|was) (?:approved|adopted|agreed to|carried|rejected)|so (?:we are )?agreed|motion (?:is )?(?:carried|agreed)|we have a decision|i approve|decided to|decided that|decided (?:against|for|in favour|in favor) |agreed to|agreed that|agreed on|we (?:all |are all |both )?(?:agree|agreed) on|(?:is|are|has been|have been) (?:cancelled|canceled|postponed|off the table|called off|signed off)|we (?:all |both )agree) /],
  ['is doing it', / (?:we are|we will be|so we are|then we are) (?:going with|going for|sticking with|dropping|keeping|choosing|using|not doing|moving to|moving ahead|switching|cutting|adopting|staying with|taking out|leaving out) /],
  ['settles on it', / (?:we will|let us|we shall|i think we will|we should|shall we) (?:just |then |probably |all |also )?(?:go with|go for|stick with|stick to|settle on|settle for|keep (?![a-z]+ing)|drop|stay with|choose|pick|adopt|forget about|leave out|skip the|decide on|take|use|call it|make it|say that) /],
  ['refuses it', / let us not (?!forget|worry|get|go (?:there|into)|talk|start|waste)| (?:we will not|we are not going to|we do not want|we are not|we should not|we do not need|no need for|without) (?:do|have|use|include|going|need|be|put|offer|ship|make|want|a|any|the) /],
  ['names the choice', / (?:[a-z-]+ it is \.|it is [a-z-]+ then|from (?:now on|here on|(?:next|this) (?:week|month|year|quarter|term)|january|february|march|april|may|june|july|august|september|october|november|december|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|tomorrow|today) (?:on |onwards )?(?:,? ?we (?:will|are)|@)|that is the one|is the way to go|go ahead with|goes with that|final answer|that is it then|(?<!\bi )will be the|has to be the) /],
  ['says it is decided', DECIDED_ABROAD],
)
const PROPOSES = new CuePattern(
  / (?:should we|shall we|how about|what about|what if|why do not we|we could|could we|i suggest|i propose|i would suggest|i recommend|do we want|are we going|can we agree|everyone happy|everybody happy|is everyone|is everybody|are we agreed|do we agree|should it|i think we should|let us) /,
)
const OPEN = cuesOf(
  ['still open', / (?:maybe|perhaps|not decided|decide (?:that|it|this|later|next|on that)|have to decide|need to decide|to be decided|have we decided|undecided|not sure|i do not know|whether|if we|would we|might|could|later|next time|until we|i wonder|depends|or not|haven't|we will see|should we|shall we|do you|do we|what do) /],
  ['others decided', /^ (?:and |so |but )?(?:they|he|she|it(?! is (?:agreed|decided|settled|done|approved))|@x|people|users?|customers?|the (?:customers?|company|board|government|minister|management)) /],
  ['first person', / i (?:have )?(?:not )?(?:agree|decided|think|thought|guess|would|am|was|do) /],
  ['past of others', / (?:last year|last week|years ago|at the time|back then|in the past) /],
  ['runs the meeting', / (?:move on|next slide|next item|get started|start with|go back|go through|look at|talk about|see you|thank you|hear me|say that|put it this way|have a look|go over|wait|take a|use this|this one first|the pen|minutes left|whiteboard|laptop|presentation|slides?|lunch|coffee|break|take questions|questions at|(?:first|second|third|next|last|other) (?:thing|point|item|topic)) /],
)
/** What somebody else decided is news, and a break is a break: no decision of this meeting. */
const REPORTED = new CuePattern(
  / (?:(?:they|he|she|people|who|users?|customers?) (?:have |has |had |all |then |just ){0,3}(?:decided|agreed) |(?:(?:my|their|his|her) [a-z-]+|the (?:government|council|parliament|court|minister|state|bank|union|landlord|competition|president|city)) (?:have |has |had ){0,2}(?:decided|agreed) |(?:take|have) (?:a|an|the|another) (?:[a-z-]+ ){0,3}break )/,
)
/** Features of the overview that also tell decisions from other lines. */
const OF_OVERVIEW = new Set([
  'centrality', 'frequent terms', 'dense terms', 'phrases said again', 'length', 'early', 'sounds written', 'speaks to somebody', 'starts unresolved',
  'shortened', 'decides', 'states a problem', 'proposes', 'plans', 'ranks', 'runs the meeting', 'small talk', 'first person', 'unsure', 'finds', 'counts',
])

/** Points back: the matter is in another line. */
const POINTING = new CuePattern(/ (?:that|it) is (?:settled|decided|agreed|it then)| so agreed| (?:carried|adopted) [.]/)
/** A proposal stands at most this many lines before what settles it; agreement as many behind. */
const WINDOW = 5
const AFTER = 3
const SHOWN = 8
/** A line without words of decision needs this many words to stand for one. */
const MIN_WORDS = 5
const MIN_STEMS = 2
/** Where people speak this long at a time, on average, they hold speeches, and settle nothing without saying so. */
const SPEECH_WORDS = 45

/** Decisions in meeting order, scored as windows: a proposal, agreement by others, the line that settles it. `bare`: no marks are written. */
export function decisions(lines: readonly Line[], ranked: readonly OverviewCandidate[], weights: Weights, bare = false): FoundDecision[] {
  const [from, fromLong] = [thresholdFor(lines.length, weights, bare), thresholdFor(Infinity, weights, bare)]
  const found: (DecisionCandidate & { readonly score: number })[] = []
  for (const candidate of decisionCandidates(lines, ranked)) {
    const worth = score(candidate.features, weights)
    // Little talk makes words of decision likelier to mean one, but no other line.
    if (worth >= (candidate.said ? from : fromLong)) found.push({ ...candidate, score: worth })
  }
  found.sort((a, b) => b.score - a.score || a.line.index - b.line.index)
  const kept: typeof found = []
  for (const item of found) {
    if (kept.length >= SHOWN) break
    // One discussion is settled once: its strongest line speaks for the window.
    if (!kept.some(({ line }) => Math.abs(line.index - item.line.index) <= AFTER)) kept.push(item)
  }
  return kept
    .sort((a, b) => a.line.index - b.line.index)
    .map(({ line, support: cited, said, features }) => {
      const support = cited()
      // "Then that's settled" says what in what was said before.
      const before = lines.slice(Math.max(0, line.index - 3), line.index).findLast(({ stems, question }) => stems.length > 2 && !question)
      const pointed = line.stems.length < 2 && POINTING.test(line) ? (before ?? line) : line
      const { matter, text, alone } = quoted(pointed, support)
      const segments = new Set([...matter.segments, ...line.segments, ...support.flatMap((other) => other.segments)])
      const sorted = [...segments].sort((a, b) => a - b)
      const possible = !said || !alone || !plainly(features, lines.length)
      return { line: matter.index, text, segments: sorted, reasons: reasonsOf(features, weights), possible }
    })
}

const PLAIN = ['says it is decided', 'settles on it', 'is doing it', 'names the choice', 'repeats it in a word']
const OPEN_STILL = ['still open', 'others decided']
/** From so many lines on, words of refusal alone ("without a") settle nothing. */
const LONG_TALK = 60

/** Said in so many words, and nothing in the line takes it back. */
const plainly = (features: Features, lines: number): boolean =>
  lines < LONG_TALK || (PLAIN.some((name) => features.has(name)) && !OPEN_STILL.some((name) => features.has(name)))

/** The line as it reads; where it leans on another or broke off, one around it that says the same and does not. */
function quoted(line: Line, support: readonly Line[]): { matter: Line; text: string; alone: boolean } {
  const { text } = lineText(line)
  if (readsWell(line)) return { matter: line, text, alone: true }
  const whole = (part: string): boolean => standsAlone(part) && isWholeSentence(cueText(part), false) && part.split(' ').length >= MIN_WORDS
  const part = brokenOff(line) ? null : firstClauseThat(line, whole)
  if (part !== null) return { matter: line, text: part, alone: true }
  const about = support.filter((other) => !other.question && other.words.length >= MIN_WORDS && sharesStem(other, line))
  const matter = about.find((other) => readsWell(other))
  return matter === undefined ? { matter: line, text, alone: false } : { matter, text: lineText(matter).text, alone: true }
}

const sharesStem = (a: Line, b: Line): boolean => a.stems.some((stem) => b.stems.includes(stem))

export interface DecisionCandidate {
  readonly line: Line
  readonly features: Features
  /** What was said around the line about the same thing, and the agreement to it: asked of what is kept. */
  readonly support: () => readonly Line[]
  /** There are words of decision, in the line or around it. */
  readonly said: boolean
}

/** Lines that may settle something, each with the window around it. */
export function decisionCandidates(lines: readonly Line[], ofOverview: readonly OverviewCandidate[]): DecisionCandidate[] {
  const around = surroundingsOf(lines)
  const ranked = new Map(ofOverview.map(({ line, features }) => [line.index, features]))
  const speeches = lines.reduce((sum, { words }) => sum + words.length, 0) > SPEECH_WORDS * new Set(lines.map(({ turn }) => turn)).size
  const proposes = lines.map((line) => PROPOSES.test(line))
  const candidates: DecisionCandidate[] = []
  for (const line of lines) {
    if (REPORTED.test(line)) continue
    const window = windowOf(lines, line, proposes) ?? (speeches ? null : unsaid(lines, line))
    if (window === null) continue
    // Beside cues of decision, what single words and the line's rank in its meeting say: of them a misheard line keeps most.
    const features = new Features()
    features.setAll(wordFeatures(line))
    addSurroundings(around, line, features)
    addOfOverview(ranked.get(line.index) ?? NO_FEATURES, features)
    // What is said of a window stands over what is said of what is around.
    features.setAll(window.features)
    const support = (): Line[] => [...window.support, ...citedAround(lines, line).filter((other) => !window.support.includes(other))]
    candidates.push({ line, said: window.said, features, support })
  }
  return candidates
}

const NO_FEATURES = new Features()

function addOfOverview({ names, values }: Features, features: Features): void {
  for (let at = 0; at < names.length; at++) {
    const name = names[at] ?? ''
    const value = values[at] ?? 0
    if (value !== 0 && OF_OVERVIEW.has(name)) features.set(name, value)
  }
}

interface Window {
  readonly features: Features
  readonly support: readonly Line[]
  readonly said: boolean
}

/** A line without words of decision that may be one. */
function unsaid(lines: readonly Line[], line: Line): Window | null {
  if (line.question || line.words.length < MIN_WORDS || line.stems.length < MIN_STEMS || !mayHide(lines, line) || !lineStandsAlone(line)) return null
  const features = new Features()
  features.set('nobody says so', 1)
  features.set('content', contentOf(line))
  features.set('late', lateness(line))
  features.setPresent(OPEN.featuresOf(line))
  return { features, support: [], said: false }
}

const contentOf = ({ stems }: Line): number => Math.min(stems.length, 6) / 6
const lateness = ({ place }: Line): number => Math.max(0, (place - 0.5) / 0.5)

function windowOf(lines: readonly Line[], line: Line, proposes: readonly boolean[]): Window | null {
  const declared = DECLARED.featuresOf(line)
  // Without words of decision, only a line that wraps up what was proposed can settle it.
  if (declared.length === 0 && (line.stems.length === 0 || !line.opener)) return null
  const asked = line.question && /\? (?:ok|okay|right|alright|yeah|yes|good|great|fine)/.test(line.cue)
  if (line.question && !asked) return null
  const before = lines.slice(Math.max(0, line.index - WINDOW), line.index)
  const proposal = before.findLast((other) => proposes[other.index] === true && (other.question || sharesStem(other, line)))
  if (declared.length === 0 && proposal === undefined) return null
  const after = lines.slice(line.index + 1, line.index + 1 + AFTER)
  // A yes counts until somebody says something else.
  const nextMatter = after.findIndex((next) => !agrees(next) && next.stems.length > 1)
  const yes = (nextMatter === -1 ? after : after.slice(0, nextMatter)).filter((next) => next.speaker !== line.speaker && agrees(next))
  const features = new Features()
  features.setPresent(declared)
  if (proposal !== undefined) features.set('was proposed', 1)
  const between = proposal === undefined ? [] : lines.slice(proposal.index + 1, line.index)
  const agreedBetween = between.filter((next) => next.speaker !== proposal?.speaker && agrees(next))
  features.set('others agree', Math.min(3, yes.length + agreedBetween.length) / 3)
  const said = proposal?.stems.filter((stem) => line.stems.includes(stem)).length ?? 0
  if (said > 0) features.set('repeats the proposal', 1)
  if (brokenOff(line)) features.set('broken off', 1)
  if (line.opener) features.set('wraps up', 1)
  if (line.opener && said > 0 && line.words.length <= 6) features.set('repeats it in a word', 1)
  features.setPresent(OPEN.featuresOf(line))
  features.set('late', lateness(line))
  features.set('content', contentOf(line))
  if (line.stems.length === 0) features.set('no content', 1)
  // One yes is cited, since it is what makes a proposal a decision.
  const support = [...(said > 0 && proposal !== undefined ? [proposal] : []), ...yes.slice(0, 1)]
  return { features, support, said: true }
}
