import { captionEntries } from './captions.ts'
import { meansTiming, parseTiming, readCueBlocks } from './cue-blocks.ts'
import { readSpans, type Span } from './cue-markup.ts'
import type { Parsed } from './parsed.ts'
import type { Line } from './tidy.ts'

export const isSrt = (lines: readonly Line[]): boolean => lines.some(({ text }) => parseTiming(text) !== undefined || meansTiming(text))

/** Positions and styles some editors put into captions. */
const OVERRIDES = /\{\\[^{}]{0,80}\}/g
const STYLES = /<\/?(?:b|i|u|s|font|c|ruby|rt|lang)(?:[.\s][^<>]*)?>/gi

/** SRT has no character references, so text such as "&amp;" stays; a voice tag in it is honoured all the same. */
function spansOf(payload: string): Span[] {
  if (/<v[.\s]/.test(payload)) return readSpans(payload)
  const text = payload.replace(OVERRIDES, '').replace(STYLES, '')
  return text.trim() === '' ? [] : [{ speaker: undefined, text }]
}

/**
 * SubRip captions; also WebVTT that lost its first line.
 *
 * @throws Failure BAD_TRANSCRIPT
 */
export function readSrt(lines: readonly Line[]): Parsed {
  const { list, empty } = captionEntries(readCueBlocks(lines, 'SRT', () => false), spansOf)
  return { format: 'srt', entries: list, emptyCues: empty }
}
