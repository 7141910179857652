import type { FreshLanguage, FreshType } from '../fresh/said.ts'

export type UnseenType = FreshType | 'URL' | 'MAC' | 'CRYPTO'

/** What one language's people are called and say. `{}` stands for a value or a name, a new line for a change of speaker. */
export interface UnseenLanguage {
  readonly first: readonly string[]
  readonly last: readonly string[]
  readonly persons: readonly string[]
  readonly values: Readonly<Record<Exclude<UnseenType, 'PERSON'>, readonly string[]>>
  readonly clean: readonly string[]
}

export type UnseenSet = Readonly<Record<FreshLanguage, UnseenLanguage>>
