import type { CueBlock } from './cue-blocks.ts'
import { hasInlineTimes, readSpans } from './cue-markup.ts'
import { hasWords } from './tidy.ts'

/** Captions on a screen roll over two or three lines; more is never repeated. */
const MOST_LINES = 3
/** Between two lines such captions have a cue of 10 ms that shows the upper line alone. */
const SHORT_MS = 100
const ROLLING_SHARE = 0.5

/**
 * Machine captions that roll up (YouTube) show each line twice: growing word by word with times inside, then again as the
 * upper line of the next cue. Turned into SRT the times are gone and the repeats stay. There, lines at a cue's beginning
 * that the cue before ended with are left out. Linear.
 */
export function withoutRollUp(cues: readonly CueBlock[]): readonly CueBlock[] {
  let shown: readonly string[] = []
  let chances = 0
  let rolled = 0
  let shorts = 0
  const fresh = cues.map((cue) => {
    const filled = cue.payload.filter((line) => hasWords(plain(line)))
    if (filled.length === 0) return cue
    const lines = filled.map(plain)
    const repeated = overlap(shown, lines)
    if (shown.length > 0 && lines.length > 1) chances++
    if (repeated > 0 && lines.length > repeated) rolled++
    const takes = cue.endMs - cue.startMs
    if (repeated === lines.length && takes > 0 && takes <= SHORT_MS) shorts++
    shown = lines
    return { ...cue, payload: filled.slice(repeated) }
  })
  const rolls = rolled + Math.min(1, shorts) > 1 && rolled >= chances * ROLLING_SHARE
  return rolls || cues.some(({ payload }) => payload.some(hasInlineTimes)) ? fresh : cues
}

const plain = (line: string): string => readSpans(line).map(({ text }) => text).join('').trim()

/** How many lines at the beginning of `lines` are the end of `shown`. */
function overlap(shown: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(MOST_LINES, shown.length, lines.length); count > 0; count--) {
    if (lines.slice(0, count).every((line, at) => line === shown[shown.length - count + at])) return count
  }
  return 0
}
