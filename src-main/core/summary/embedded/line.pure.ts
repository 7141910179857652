import type { Said } from './cue-pattern.pure.ts'
import type { Word } from '../evidence/words.pure.ts'

/**
 * One sentence of the meeting with everything later steps read: made once, shared by overview, actions, decisions,
 * questions and topics.
 */
export interface Line extends Said {
  readonly index: number
  readonly speaker: string | null
  /** Indices into the meeting's segments, ascending. */
  readonly segments: readonly number[]
  /** Cleaned words as displayed, punctuation attached. */
  readonly words: readonly string[]
  /** The same as one text, and its words and redaction tokens with their places in it. */
  readonly text: string
  readonly tokens: readonly Word[]
  /** Stems of the cleaned words that carry content. */
  readonly stems: readonly string[]
  /** Participants named in the line, by index, in order of appearance. */
  readonly named: readonly number[]
  /** The participant who speaks, where the speaker is one. */
  readonly speakerIndex: number | null
  readonly question: boolean
  /** Began with "okay", "alright", "so": words that open a conclusion as often as a turn, gone from `words`. */
  readonly opener: boolean
  /** 0–1 through the meeting, by words spoken. */
  readonly place: number
  /** Counts changes of speaker. */
  readonly turn: number
  /** What was worked out of the line so far; see `onceALine`. */
  readonly known: unknown[]
}
