import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import { likelyTokens } from './tokens.pure.ts'

/** A line of a prompt: what the model reads under one number, and the segments behind it. */
export interface PromptLine {
  /** From 1, the same in every prompt of a job. */
  readonly number: number
  readonly speaker: string | null
  readonly text: string
  readonly ids: readonly SegmentId[]
}

/** Entries cheaper than this many tokens join the line before them when the same person goes on talking. */
const SHORT_TOKENS = 16
/** A joined line stays this cheap, so that its number still points at something. */
const LINE_TOKENS = 56

/**
 * The transcript as numbered lines. Neighbouring short entries of one speaker become one line, since every line costs about
 * ten tokens for its number and speaker; an entry of more than `maxTokens` becomes several lines with the same id.
 * Every segment is behind at least one line.
 */
export function toLines(segments: readonly Segment[], maxTokens: number): PromptLine[] {
  const groups: { speaker: string | null; parts: string[]; ids: SegmentId[]; tokens: number }[] = []
  for (const { id, speaker, text } of segments) {
    const parts = cut(plainWords(text), maxTokens)
    const tokens = likelyTokens(parts[0] ?? '')
    const last = groups.at(-1)
    const joins = parts.length < 2 && tokens < SHORT_TOKENS && last?.speaker === speaker && last.tokens + tokens <= Math.min(LINE_TOKENS, maxTokens)
    if (joins) {
      last.parts.push(...parts)
      last.ids.push(id)
      last.tokens += tokens
    } else if (parts.length === 0) groups.push({ speaker, parts, ids: [id], tokens: 0 })
    else for (const part of parts) groups.push({ speaker, parts: [part], ids: [id], tokens: likelyTokens(part) })
  }
  return groups.map(({ speaker, parts, ids }, at) => ({ number: at + 1, speaker, text: parts.join(' '), ids }))
}

/** Words in runs of at most `maxTokens`; a "word" longer than that (no spaces in the script, or no words) is cut by its characters. */
function cut(words: readonly string[], maxTokens: number): string[] {
  const runs: string[] = []
  let run: string[] = []
  let used = 0
  const close = (): void => {
    if (run.length > 0) runs.push(run.join(' '))
    run = []
    used = 0
  }
  for (const word of words) {
    const tokens = likelyTokens(word)
    if (used + tokens > maxTokens) close()
    if (tokens > maxTokens) {
      const characters = [...word]
      for (let at = 0; at < characters.length; at += maxTokens) runs.push(characters.slice(at, at + maxTokens).join(''))
    } else {
      run.push(word)
      used += tokens
    }
  }
  close()
  return runs
}

/** As the model sees it. */
export const printLine = ({ number, speaker, text }: PromptLine): string => `[${number}] ${speaker === null ? '?' : onOneLine(speaker)}: ${text}`

export const onOneLine = (text: string): string => plainWords(text).join(' ')

/**
 * Words on one line, with nothing in them that looks like the frame around them: what somebody said must not be able to
 * start a line, carry a line number or close the transcript.
 */
function plainWords(text: string): string[] {
  return text
    .replace(/\[(\d+)\]/g, '($1)')
    .replace(/<(?=\/?(?:transcript|question|notes))/gi, '(')
    .split(/\s+/u)
    .filter((word) => word !== '')
}
