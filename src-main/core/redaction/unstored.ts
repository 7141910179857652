import { randomBytes } from 'node:crypto'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import type { RawText } from '../../../src-shared/domain/raw-text/raw-text.ts'
import { tokenPattern, unescapeTokens } from '../../../src-shared/domain/token.ts'
import type { RedactedText } from '../../../src-shared/domain/text.ts'
import type { ImportedTranscript, RawCue } from '../../../src-shared/domain/transcript.ts'
import { redactMeeting, textsToScan } from './meeting.ts'
import type { Looking } from './model/looking.ts'
import { createTokenBook } from './token-book.ts'

/** A transcript that is worked on for the person who gave it and stored nowhere (`sotto summarize`). */
export interface UnstoredMeeting {
  readonly participants: readonly RedactedText[]
  readonly cues: readonly {
    readonly speaker: RedactedText | null
    readonly startMs: number | null
    readonly endMs: number | null
    readonly text: RedactedText
  }[]
  /** Puts the words back into text that was made from these. */
  restore(made: string): string
}

/**
 * The words as given, for the built-in engine alone: it is a function in this program, so nothing is stored or sent.
 * The type says "redacted" because that is what engines take; this is the one place that says it of raw words.
 */
export function asGiven({ cues, speakers, attendees }: ImportedTranscript): UnstoredMeeting {
  const words = (raw: RawText): RedactedText => wordsOf(raw) as RedactedText // see above
  return {
    participants: [...speakers, ...attendees].map(words),
    cues: cues.map((cue) => ({ ...times(cue), speaker: cue.speaker === undefined ? null : words(cue.speaker), text: words(cue.text) })),
    restore: (made) => made,
  }
}

/** The words redacted, for a model server; what it makes of them is restored here. */
export async function redactUnstored({ cues, speakers, attendees, language }: ImportedTranscript, looking: Looking): Promise<UnstoredMeeting> {
  const book = createTokenBook({ indexKey: randomBytes(32), entries: [] })
  const meeting = { cues, participants: [...speakers, ...attendees], ...(language === undefined ? {} : { language }) }
  const { found } = await looking.look(textsToScan(meeting))
  const redacted = redactMeeting({ ...meeting, foundByModel: found }, book)
  const names = new Map<string, string>(redacted.names.map(({ token, display }) => [token, wordsOf(display)]))
  return {
    participants: redacted.participants.map(({ text }) => text),
    cues: redacted.cues.map(({ speaker, text }, at) => ({ ...times(cues[at]), speaker: speaker?.text ?? null, text: text.text })),
    restore: (made) => unescapeTokens(made.replace(tokenPattern(), (token) => names.get(token) ?? token)),
  }
}

const times = (cue: RawCue | undefined): { startMs: number | null; endMs: number | null } => ({
  startMs: cue?.startMs === undefined ? null : Math.round(cue.startMs),
  endMs: cue?.endMs === undefined ? null : Math.round(cue.endMs),
})
