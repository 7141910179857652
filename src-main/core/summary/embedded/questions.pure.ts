import { handingIn } from './action-cues.pure.ts'
import { CuePattern } from './cue-pattern.pure.ts'
import { agrees } from './cues.pure.ts'
import type { Line } from './line.pure.ts'
import { lineText } from './line-text.pure.ts'
import { readsWell } from './readable.pure.ts'
import { Features, reasonsOf, score, type Reason, type Weights } from './scoring.pure.ts'

export interface FoundQuestion {
  /** Index of the line. */
  readonly line: number
  readonly text: string
  readonly segments: readonly number[]
  readonly reasons: readonly Reason[]
}

const SHOWN = 5
/** Lines behind a question in which an answer would stand. */
const ANSWER_LINES = 4

const RUNNING = new CuePattern(/ (?:hear me|see my|see the screen|next slide|move on|start|shall we begin|can you|could you|would you|will you|any questions|introduce|questions \?|is that okay|is that ok|you know|how are you|ready|repeat|say again|what do i do|is it on|anything else|any other|go ahead|who wants|do you want to|sorry|pardon|did you say|what did you|right \?|is it working|isn't it|is not it|does not it|can i|could i|may i|shall i|does any(?:one|body) know|are not they|do not you|okay \?|yeah \?|huh \?) /)
const OPENER = new CuePattern(/^ (?:and |so |but |or )?(?:what|when|where|why|how|which|who|whose|should|shall|is|are|was|do|does|did|can|could|will|would|have|has|any|whether) /)
const ABOUT_US = new CuePattern(/ (?:we|us|our|@[0-9x]+) /)
const LEFT_OPEN = new CuePattern(/ (?:i do not know|not sure|no idea|good question|find out|have to check|will check|need to ask|will ask|look into|let me check|do not have an answer|open question|to be decided|come back to (?:that|it|this)|later|next time|that is a question|think about it|depends) /)
const ANSWERED = new CuePattern(/^ (?:it is|it was|we|because|yes|no|yeah|nope|they|that is|there is|there are|in|on|by|about|probably|i think|well|[0-9]|mm-hmm|for|to|the) /)

const WANTS = new CuePattern(/ i (?:want|would like|need|have) to /)
/** In lines. */
const SOON = 60
/** What was decided a little later about the same things answers it. */
function settlesIt(decision: Line, { index, stems }: Line): boolean {
  if (decision.index <= index || decision.index > index + SOON) return false
  return new Set(decision.stems.filter((stem) => stems.includes(stem))).size >= 2
}

/**
 * Questions about the matter itself that nobody answered, in meeting order. Questions that run the meeting are none.
 * `decided`: lines that settle something.
 */
export function questions(lines: readonly Line[], weights: Weights, decided: ReadonlySet<number>): FoundQuestion[] {
  const settles = lines.filter(({ index }) => decided.has(index))
  return lines
    .flatMap((line) => {
      if (!line.question || line.words.length < 5 || line.stems.length < 2 || !readsWell(line) || RUNNING.test(line)) return []
      if (settles.some((decision) => settlesIt(decision, line))) return []
      const replies = lines.slice(line.index + 1, line.index + 1 + ANSWER_LINES).filter(({ speaker }) => speaker === null || speaker !== line.speaker)
      const first = replies[0]
      // "I'll ask Jonas" makes work of it.
      if (replies.slice(0, 2).some((reply) => handingIn(reply)?.kind === 'commits' && !WANTS.test(reply))) return []
      const shared = replies.filter(({ stems, words }) => words.length >= 6 && stems.some((stem) => line.stems.includes(stem))).length
      const open = replies.some((reply) => LEFT_OPEN.test(reply))
      const features = new Features()
      const set = (name: string, present: boolean): void => {
        if (present) features.set(name, 1)
      }
      set('asks openly', OPENER.test(line))
      set('asks about us', ABOUT_US.test(line))
      set('left open', open)
      set('no reply', first === undefined)
      set('answered yes or no', first !== undefined && agrees(first) && !LEFT_OPEN.test(first))
      set('answered', first !== undefined && ANSWERED.test(first) && !LEFT_OPEN.test(first))
      set('long reply', !open && replies.some(({ words }) => words.length >= 15))
      set('reply takes it up', !open && shared > 0)
      features.set('content', Math.min(line.stems.length, 8) / 8)
      const worth = score(features, weights)
      return worth >= (weights['sure from'] ?? 0) ? [{ line, features, score: worth }] : []
    })
    .sort((a, b) => b.score - a.score || a.line.index - b.line.index)
    .slice(0, SHOWN)
    .sort((a, b) => a.line.index - b.line.index)
    .map(({ line, features }) => ({ line: line.index, text: lineText(line).text, segments: line.segments, reasons: reasonsOf(features, weights) }))
}
