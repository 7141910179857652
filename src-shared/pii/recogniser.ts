import type { OptionalType, PiiType } from '../domain/pii.ts'
import type { IsSaid, View } from './views.ts'

/** What is known about a meeting before its words are read. */
export interface PiiContext {
  /** BCP 47; only the language subtag is used. Unknown languages get patterns and participants. */
  readonly lang?: string
  /** Names as a calendar or a speaker label writes them. */
  readonly participants: readonly string[]
  /** What was said just before: an answer often comes one turn after its question ("And your account number?"). */
  readonly previousText?: string
  /** Kinds that are hidden only where a person asks for it. */
  readonly alsoTypes?: readonly OptionalType[]
}

/** The context as recognisers see it: one text of one meeting. */
export interface RecogniserContext {
  readonly lang: Language
  /** The end of what came before, lower case, up to the first character of the text: it ends in a new line where that begins a turn. */
  readonly previous: string
}

/** Enough for what an answer was asked, up to three turns before. */
export const PREVIOUS_CHARS = 240

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'sv'] as const
export type Language = (typeof LANGUAGES)[number] | 'other'

/** A place a recogniser believes to be personal data. Offsets are in the view it was given, UTF-16, `end` exclusive. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly type: PiiType
  /** 0–1. About: 0.95 checksum or participant, 0.85 shape and cue, 0.7 shape alone, 0.5 a single vote. */
  readonly score: number
  /** A fixed word for the evidence, never the text itself. */
  readonly cue?: string
}

/**
 * Finds one kind of thing. Every recogniser is run over both views of a text; hits in the shadow are mapped back,
 * so none needs spoken variants of its own. Time must be linear in the view.
 */
export interface Recogniser {
  readonly name: string
  /** The one view it looks at; both if not said. */
  readonly only?: View['kind']
  /** Finds nothing where no digit stands. */
  readonly needsDigit?: boolean
  /**
   * Given for what a small number that is said by itself ("two") can be a part of: whether it can be, where such words are said. What
   * this says no to, it finds in no shadow that it would not find in the text.
   */
  readonly usesSmallNumbers?: (isSaid: IsSaid, lang: Language) => boolean
  find(view: View, context: RecogniserContext): Iterable<Candidate>
}
