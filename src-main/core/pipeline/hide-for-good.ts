import { randomBytes } from 'node:crypto'
import type { StoredTexts } from '../../../src-shared/contract/corrections.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import type { RawText } from '../../../src-shared/domain/raw-text/raw-text.ts'
import { createTokenBook, type TokenBook } from '../redaction/index.ts'
import type { NoteWords } from '../vault/index.ts'

/** Stands for words that are gone (U+FFFC, object replacement): no phrase matches it. */
const GONE = '\uFFFC'

/** The words of a note whose names have expired: as many as there are tokens, and none of them known. */
export function wordsGone({ occurrences }: Pick<StoredTexts, 'occurrences'>): NoteWords {
  const by = Map.groupBy(occurrences, ({ unit, place }) => `${place} ${unit}`)
  return {
    at: (unit, place): readonly RawText[] | null => by.get(`${place} ${unit}`)?.map(() => rawText(GONE)) ?? null,
    display: () => undefined,
    sealSame: () => [],
  }
}

/** What it gives out is known to nobody either. */
export const bookOfNobody = (): TokenBook => createTokenBook({ indexKey: randomBytes(32), entries: [] })
