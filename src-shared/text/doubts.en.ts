import type { Mark } from '../domain/transcript.ts'

/** Why a line may not have been said, in a few words behind it. */
export const DOUBTS: Readonly<Record<Mark, string>> = {
  silence: 'hardly any sound here',
  loop: 'repeats itself',
  'stock-phrase': 'a phrase engines make up',
}
