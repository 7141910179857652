import { captionEntries } from './captions.ts'
import { meansTiming, parseTiming, readCueBlocks, type CueBlock } from './cue-blocks.ts'
import { decodeReferences, readSpans, type Span } from './cue-markup.ts'
import type { Parsed } from './parsed.ts'
import type { Line } from './tidy.ts'

export const isSrt = (lines: readonly Line[]): boolean => lines.some(({ text }) => parseTiming(text) !== undefined || meansTiming(text))

/** Positions and styles some editors put into captions. */
const OVERRIDES = /\{\\[^{}]{0,80}\}/g
const STYLES = /<\/?(?:b|i|u|s|font|c|ruby|rt|lang)(?:[.\s][^<>]*)?>/gi

/** Takes styles away; a voice tag is honoured all the same. */
const spansWith = (decode: (text: string) => string) => (payload: string): Span[] => {
  if (/<v[.\s]/.test(payload)) return readSpans(payload)
  const text = payload.replace(OVERRIDES, '').replace(STYLES, '')
  return text.trim() === '' ? [] : [{ speaker: undefined, text: decode(text) }]
}

const STYLED = /<\/?(?:b|i|u|s|font|c|v|ruby|rt|lang)[.\s>]/i
const LONE_AMPERSAND = /&(?!(?:#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos|nbsp|lrm|rlm);)/i

/**
 * SRT has no character references, yet what was made of HTML or WebVTT has them. They are decoded where the file has
 * tags too or has no ampersand that is none: whoever writes "R & D" and "&amp;" means both as they stand.
 */
const hasReferences = (cues: readonly CueBlock[]): boolean => {
  const lines = cues.flatMap(({ payload }) => payload)
  return lines.some((line) => STYLED.test(line)) || !lines.some((line) => LONE_AMPERSAND.test(line))
}

/**
 * SubRip captions; also WebVTT that lost its first line.
 *
 * @throws Failure BAD_TRANSCRIPT
 */
export function readSrt(lines: readonly Line[]): Parsed {
  const cues = readCueBlocks(lines, 'SRT', () => false)
  const { list, empty } = captionEntries(cues, spansWith(hasReferences(cues) ? decodeReferences : (text) => text))
  return { format: 'srt', entries: list, emptyCues: empty }
}
