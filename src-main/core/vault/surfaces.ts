import { z } from 'zod'
import type { Occurrence, SealedRow } from '../../../src-shared/contract/store.ts'
import { wordsOf } from '../../../src-shared/domain/raw-text/open.ts'
import { tokenSchema, type Token } from '../../../src-shared/domain/token.ts'
import type { Hidden, RedactedMeeting } from '../redaction/index.ts'
import type { Sealer } from './envelope.ts'

/** A stretch of redacted text and what it hides. `unit` is a segment id, `title` or `participant:N`. */
export interface HiddenUnit {
  readonly unit: string
  readonly place: Occurrence['place']
  readonly hidden: readonly Hidden[]
}

/** The exact words behind a unit's tokens, by place and by order within it. */
export const surfacesSchema = z.partialRecord(z.enum(['text', 'speaker', 'title', 'participant']), z.array(z.string()))
export type Surfaces = z.infer<typeof surfacesSchema>

/** The one name a token is shown by; `personId` once the people directory has linked it; `is`: another token, by a person's word. */
export const displayNameSchema = z.object({ display: z.string(), personId: z.string().optional(), is: tokenSchema.optional() })
export type DisplayRow = z.infer<typeof displayNameSchema>

/** The name each token is shown by: the fullest of its own and of those that are it too. */
export function displaysOf(rows: ReadonlyMap<Token, DisplayRow>): Map<Token, string> {
  const displays = new Map(Array.from(rows, ([token, { display }]) => [token, display]))
  for (const { display, is } of rows.values()) if (is !== undefined && display.length > (displays.get(is)?.length ?? 0)) displays.set(is, display)
  return displays
}

const NAME_PREFIX = 'name:'
export const nameUnit = (token: string): string => `${NAME_PREFIX}${token}`
export const tokenOfNameUnit = (unit: string): Token => tokenSchema.parse(unit.slice(NAME_PREFIX.length))

/** Seals what a redaction hid: a row per unit with its surface forms, and a row per token with its display name. */
export function sealHidden(
  units: readonly HiddenUnit[],
  names: RedactedMeeting['names'],
  sealer: Sealer,
  same: ReadonlyMap<Token, Token> = new Map(),
): { occurrences: Occurrence[]; sealedOccurrences: SealedRow[]; sealedNames: SealedRow[] } {
  const occurrences: Occurrence[] = []
  const surfaces = new Map<string, Surfaces>()
  for (const { unit, place, hidden } of units) {
    if (hidden.length === 0) continue
    const here: Surfaces = surfaces.get(unit) ?? {}
    here[place] = hidden.map(({ surface }) => wordsOf(surface))
    surfaces.set(unit, here)
    hidden.forEach(({ token, span }, ordinal) => occurrences.push({ unit, place, ordinal, token, span }))
  }
  return {
    occurrences,
    sealedOccurrences: [...surfaces].map(([unit, forms]) => sealer.seal(unit, forms)),
    sealedNames: names.map(({ token, display }) => {
      const is = same.get(token)
      return sealer.seal(nameUnit(token), { display: wordsOf(display), ...(is === undefined ? {} : { is }) } satisfies DisplayRow)
    }),
  }
}
