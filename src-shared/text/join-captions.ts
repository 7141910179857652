import { endsSentence } from './sentence-end.ts'

/** What joining needs to know of an entry; times in milliseconds from the start. */
export interface Caption {
  readonly speaker: string | null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly text: string
}

/** A run of one speaker's entries that reads as a sentence (or a few). */
export interface JoinedCaptions {
  /** Indices into the input, ascending; over all runs each index appears once, in order. */
  readonly members: readonly number[]
  readonly speaker: string | null
  /** Earliest start and latest end of the members; null where none has one. */
  readonly startMs: number | null
  readonly endMs: number | null
  /** The members' texts as they were, one space between (none between scripts that write without spaces). */
  readonly text: string
  /** Where each member begins in `text`, in UTF-16 code units. */
  readonly offsets: readonly number[]
}

/** Longer silence than this starts a new run, even inside a sentence. */
const PAUSE_MS = 2000
/** Speech recognisers often write no full stops; a run is closed once it has about this many words. */
const ENOUGH_WORDS = 40

/**
 * Joins captions of a few words into sentences for later stages: per speaker, until a sentence ends, a pause of more
 * than two seconds, or about forty words. Only neighbours are joined, never across speakers. Entries that already are
 * sentences or turns stay as they are. Linear in the length of the text.
 */
export function joinCaptions(captions: readonly Caption[]): JoinedCaptions[] {
  const runs: Run[] = []
  captions.forEach((caption, index) => {
    const words = wordCount(caption.text)
    const last = runs.at(-1)
    if (last !== undefined && continues(last, caption, words)) extend(last, caption, index, words)
    else runs.push(begin(caption, index, words))
  })
  return runs.map(({ members, speaker, startMs, endMs, parts, offsets }) => ({ members, speaker, startMs, endMs, offsets, text: parts.join('') }))
}

interface Run {
  readonly members: number[]
  readonly speaker: string | null
  startMs: number | null
  endMs: number | null
  readonly parts: string[]
  readonly offsets: number[]
  length: number
  words: number
  /** The last member's own times and text decide whether the next one follows on. */
  last: Caption
}

const begin = (caption: Caption, index: number, words: number): Run => ({
  members: [index],
  speaker: caption.speaker,
  startMs: caption.startMs,
  endMs: caption.endMs,
  parts: [caption.text],
  offsets: [0],
  length: caption.text.length,
  words,
  last: caption,
})

function extend(run: Run, caption: Caption, index: number, words: number): void {
  const between = runsOn(run.last.text, caption.text) ? '' : ' '
  run.members.push(index)
  run.offsets.push(run.length + between.length)
  run.parts.push(between, caption.text)
  run.length += between.length + caption.text.length
  run.words += words
  run.startMs = least(run.startMs, caption.startMs)
  run.endMs = greatest(run.endMs, caption.endMs)
  run.last = caption
}

function continues(run: Run, next: Caption, words: number): boolean {
  if (run.speaker !== next.speaker || endsSentence(run.last.text)) return false
  if (run.words + words > ENOUGH_WORDS) return false
  const silence = next.startMs === null || run.endMs === null ? 0 : next.startMs - run.endMs
  return silence <= PAUSE_MS
}

const least = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.min(a, b))
const greatest = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.max(a, b))

/** Han, kana and Thai are written without spaces: there a line break in a caption is no word break. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff01-\uff5e]/u
const runsOn = (before: string, after: string): boolean => SPACELESS.test(before.slice(-1)) && SPACELESS.test(after.slice(0, 1))

/** Words between blanks; where a script has none, two characters count as a word. */
function wordCount(text: string): number {
  let count = 0
  let spaceless = 0
  let inWord = false
  for (const char of text) {
    const code = char.charCodeAt(0)
    const solid = code > 0x0e00 && SPACELESS.test(char)
    if (solid) spaceless++
    const blank = solid || (code > 0x20 && code < 0x80 ? false : char.trim() === '')
    if (!blank && !inWord) count++
    inWord = !blank
  }
  return count + Math.ceil(spaceless / 2)
}
