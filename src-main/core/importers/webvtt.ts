import { captionEntries } from './captions.ts'
import { parseTiming, readCueBlocks } from './cue-blocks.ts'
import { readSpans } from './cue-markup.ts'
import { languageTag } from './language.ts'
import type { Parsed } from './parsed.ts'
import { isBlank, type Line } from './tidy.ts'

const SKIPPED = /^\s*(?:NOTE(?:\s|$)|STYLE\s*$|REGION(?:\s|$))/
const LANGUAGE = /^\s*(?:NOTE\s+)?language\s*:\s*([a-z0-9-]{2,35})\s*$/i

const SIGNATURE = /^\ufeff?WEBVTT(?:\s|$)/

/** Blank lines above the first are forgiven: copied text begins with them. */
export const isWebVtt = (lines: readonly Line[]): boolean => SIGNATURE.test(lines.find((line) => !isBlank(line))?.text ?? '')

/**
 * WebVTT (https://www.w3.org/TR/webvtt1/) as Teams, Zoom, YouTube and others write it.
 *
 * @throws Failure BAD_TRANSCRIPT
 */
export function readWebVtt(lines: readonly Line[]): Parsed {
  const head = lines.findIndex((line) => SIGNATURE.test(line.text))
  const bodyAt = lines.findIndex((line, index) => index > head && (isBlank(line) || parseTiming(line.text) !== undefined))
  const cues = readCueBlocks(bodyAt < 0 ? [] : lines.slice(bodyAt), 'WebVTT', (first) => SKIPPED.test(first))
  const { list, empty } = captionEntries(cues, readSpans)
  // The header ("Language: en") and the notes of Teams ("NOTE language:en-us") say it near the top.
  const language = lines.slice(0, 20).map(({ text }) => LANGUAGE.exec(text)?.[1]).find((tag) => tag !== undefined)
  return { format: 'webvtt', entries: list, emptyCues: empty, language: languageTag(language) }
}
