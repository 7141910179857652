import { isStockPhrase } from './stock-phrases.pure.ts'
import { FRAME_MS } from './loudness.pure.ts'
import type { Mark, SpokenSegment } from './spoken.pure.ts'
import type { Window } from './windows.pure.ts'

/** Below this share of speech in its time, a segment was invented: its window was sent for other words. */
const LEAST_SPEECH = 0.1
/** The longest repeated phrase looked for, in words. */
const LONGEST_PHRASE = 12
/** How often a phrase must come in a row: people do say "no, no, no". */
const repeatsOf = (words: number): number => (words === 1 ? 6 : words === 2 ? 5 : 4)
/** What is kept of earlier segments to find a loop that goes on. */
const MEMORY_WORDS = 60

/** Words for comparing; scripts without spaces count by character. */
const WORDS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}'’]+/gu

export const comparableWords = (text: string): string[] => text.toLowerCase().match(WORDS) ?? []

/**
 * Marks what Whisper is known to make up: words where nobody speaks, one phrase over and over, and what the subtitles it
 * learnt from say in silence. Nothing is removed.
 * @param before the last words of earlier windows, oldest first
 */
export function markSegments(segments: readonly SpokenSegment[], window: Window, before: readonly string[]): SpokenSegment[] {
  const looping = loopingSegments(segments, before)
  return segments.map((segment, index) => {
    const marks: Mark[] = []
    if (speechShare(segment, window) < LEAST_SPEECH) marks.push('silence')
    if (looping.has(index) || digitsGoRound(segment.text)) marks.push('loop')
    if (isStockPhrase(segment.text)) marks.push('stock-phrase')
    return marks.length === 0 ? segment : { ...segment, marks }
  })
}

/** What the next window's loop check needs to know of these. */
export const remember = (before: readonly string[], segments: readonly SpokenSegment[]): string[] =>
  [...before, ...segments.flatMap(({ text }) => comparableWords(text))].slice(-MEMORY_WORDS)

/** Two to six digits, not all the same (a million has six zeros), four times in a row: "41414141". */
function digitsGoRound(text: string): boolean {
  return [...text.replaceAll('-', '').matchAll(/(\d{2,6}?)\1{3,}/gu)].some(([, group = '']) => new Set(group).size > 1)
}

/** A shorter run of words may well be said: two people greeted by name. */
const SHORTEST_ECHO = 3

/** How many segments say nothing but a run of the prompt's own words. Whisper reads its prompt out where it hears little. */
export function promptEchoes(segments: readonly SpokenSegment[], prompt: string): number {
  const told = ` ${comparableWords(prompt).join(' ')} `
  return segments.filter(({ text }) => {
    const words = comparableWords(text)
    return words.length >= SHORTEST_ECHO && told.includes(` ${words.join(' ')} `)
  }).length
}

/** So much speech in one gap is a sentence left out, not a breath. */
const SKIPPED_FRAMES = 2500 / FRAME_MS

/** How many stretches of a window have speech in them and no words. */
export function skippedStretches(segments: readonly SpokenSegment[], { startMs, speech }: Window): number {
  const covered = new Uint8Array(speech.length)
  const frameAt = (ms: number): number => Math.max(0, (ms - startMs) / FRAME_MS)
  for (const segment of segments) covered.fill(1, Math.floor(frameAt(segment.startMs)), Math.ceil(frameAt(segment.endMs)))
  let stretches = 0
  let unheard = 0
  for (let frame = 0; frame < speech.length; frame++) {
    if (covered[frame] === 1) unheard = 0
    else if (speech[frame] === 1 && ++unheard === SKIPPED_FRAMES) stretches++
  }
  return stretches
}

/** Nobody speaks so many letters a second; a few short words may be timed badly. */
const MOST_LETTERS_A_SECOND = 30
const FEWEST_LETTERS = 10

/** How many segments hold more than can be said in their time: Whisper gave a short sentence's place to the words after it. */
export const rushedSegments = (segments: readonly SpokenSegment[]): number =>
  segments.filter(({ text, startMs, endMs }) => {
    const letters = comparableWords(text).join('').length
    return letters >= FEWEST_LETTERS && letters * 1000 > MOST_LETTERS_A_SECOND * (endMs - startMs)
  }).length

function speechShare({ startMs, endMs }: SpokenSegment, window: Window): number {
  const from = Math.floor((startMs - window.startMs) / FRAME_MS)
  const to = Math.max(from + 1, Math.ceil((endMs - window.startMs) / FRAME_MS))
  let speech = 0
  for (let frame = from; frame < to; frame++) speech += window.speech[frame] ?? 0
  return speech / (to - from)
}

/** Segments that hold the fourth or a later saying of a phrase that was repeated in a row. Linear: one pass a phrase length. */
function loopingSegments(segments: readonly SpokenSegment[], before: readonly string[]): Set<number> {
  const words = [...before]
  const owner: number[] = before.map(() => -1)
  segments.forEach(({ text }, index) => {
    for (const word of comparableWords(text)) {
      words.push(word)
      owner.push(index)
    }
  })
  const looping = new Set<number>()
  for (let length = 1; length <= LONGEST_PHRASE; length++) {
    let run = 0
    for (let at = length; at < words.length; at++) {
      run = words[at] === words[at - length] ? run + 1 : 0
      const index = owner[at]
      if (run >= length * (repeatsOf(length) - 1) && index !== undefined && index >= 0) looping.add(index)
    }
  }
  return looping
}
