import type { Batch, SealedRow } from '../../../src-shared/contract/store.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import type { RawText } from '../../../src-shared/domain/raw-text/raw-text.ts'
import type { Token } from '../../../src-shared/domain/token.ts'
import { openBatches, type Sealer } from './envelope.ts'
import { displayNameSchema, displaysOf, nameUnit, surfacesSchema, tokenOfNameUnit, type DisplayRow, type Surfaces } from './surfaces.ts'

interface Rows {
  readonly batches: readonly Batch[]
  readonly rows: readonly SealedRow[]
}

/** What is behind the tokens of one note, for the text thread. */
export interface NoteWords {
  /** What was said or typed at a place, token by token; null where nothing was. */
  at(unit: string, place: keyof Surfaces): readonly RawText[] | null
  display(token: Token): RawText | undefined
  /** Names to be sealed anew so that each token of `same` is shown, and found, as the one it maps to, and no other is. */
  sealSame(same: ReadonlyMap<Token, Token>, sealer: Sealer): SealedRow[]
}

/** @throws Failure STORE_DAMAGED when a row was changed or moved */
export function openNoteWords(noteId: string, seed: Uint8Array, { occurrences, names }: { occurrences: Rows; names: Rows }): NoteWords {
  const openSaid = openBatches(noteId, seed, occurrences.batches)
  const said = new Map(occurrences.rows.map((row): [string, Surfaces] => [row.unit, surfacesSchema.parse(openSaid(row))]))
  const openShown = openBatches(noteId, seed, names.batches)
  const shown = new Map(names.rows.map((row): [Token, DisplayRow] => [tokenOfNameUnit(row.unit), displayNameSchema.parse(openShown(row))]))
  const displays = displaysOf(shown)
  return {
    at: (unit, place) => said.get(unit)?.[place]?.map(rawText) ?? null,
    display(token) {
      const words = displays.get(token)
      return words === undefined ? undefined : rawText(words)
    },
    sealSame: (same, sealer) =>
      [...shown].flatMap(([token, { is, ...row }]) => {
        const now = same.get(token)
        return now === is ? [] : [sealer.seal(nameUnit(token), { ...row, ...(now === undefined ? {} : { is: now }) })]
      }),
  }
}
