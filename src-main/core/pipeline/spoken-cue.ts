import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import type { RawCue, TimedPiece } from '../../../src-shared/domain/transcript.ts'
import type { SpokenSegment } from '../speech/index.ts'

/** Sides of a recording are speakers nobody has named. */
export function cueOf({ startMs, endMs, text, words, marks }: SpokenSegment, side: number | null): RawCue {
  const whole = text.normalize('NFC')
  return {
    ...(side === null ? {} : { speaker: rawText(`Speaker ${side + 1}`) }),
    startMs: Math.round(startMs),
    endMs: Math.round(endMs),
    text: rawText(whole),
    ...(words === undefined ? {} : { times: placesOf(whole, words) }),
    ...(marks === undefined ? {} : { marks }),
  }
}

/** Where each timed word stands in its text; one that does not stand there has no place. */
function placesOf(text: string, words: NonNullable<SpokenSegment['words']>): TimedPiece[] {
  let from = 0
  return words.flatMap((word) => {
    const said = word.text.normalize('NFC').trim()
    const start = said === '' ? -1 : text.indexOf(said, from)
    if (start < 0) return []
    from = start + said.length
    return [{ start, end: from, startMs: Math.round(word.startMs), endMs: Math.round(word.endMs) }]
  })
}
