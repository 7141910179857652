import type { FreshLanguage } from '../../fresh/said.ts'

/** What one language's people are called, how they speak and what they write. */
export interface Talk {
  /** Names as lists have them, rarer ones, and first names that are everyday words too. */
  readonly common: readonly string[]
  readonly rare: readonly string[]
  readonly ambiguous: readonly string[]
  readonly last: readonly string[]
  /** Sentences and short dialogues; `{PERSON}`, `{PHONE}` … stand for values, `{PERSON1}` and `{FIRST1}` for one person named twice. */
  readonly said: readonly string[]
  /** Forms, mails, minutes and chats: only written. */
  readonly documents: readonly string[]
  /** Ordinary turns, put around a sentence. */
  readonly turns: readonly string[]
  /** Nothing personal, but made to look so. */
  readonly bait: readonly string[]
  readonly before: readonly string[]
  readonly behind: readonly string[]
}

export type TalkSet = Readonly<Record<FreshLanguage, Talk>>
