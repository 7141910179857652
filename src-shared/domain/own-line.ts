import { z } from 'zod'
import { redactedTextSchema } from './text.ts'

/** Given by whoever begins the line, so that saving it again changes it and adds none: a ULID or a UUID. */
export const ownLineIdSchema = z
  .string()
  .regex(/^[0-9A-Za-z-]{20,40}$/)
  .brand<'OwnLineId'>()
export type OwnLineId = z.infer<typeof ownLineIdSchema>

/** Milliseconds from the recording's start at which the line was begun; null where nothing was recorded then. */
const atMs = z.number().int().nonnegative().max(360_000_000).nullable()

export const MAX_OWN_LINE = 2_000
export const MAX_OWN_LINES = 1_000

/** A line a person wrote down, as stored: redacted. */
export const ownLineSchema = z.object({ id: ownLineIdSchema, atMs, text: redactedTextSchema })
export type OwnLine = z.infer<typeof ownLineSchema>

/** The same as typed; on its way to redaction, or shown to the person who typed it. */
export const typedLineSchema = z.object({ id: ownLineIdSchema, atMs, text: z.string().min(1).max(MAX_OWN_LINE) })
export type TypedLine = z.infer<typeof typedLineSchema>

/** `put` are new lines and changed ones; `order` is of all lines the person sees, others keep their place behind them. */
export const ownLinesChangeSchema = z.object({
  put: z.array(typedLineSchema).max(MAX_OWN_LINES).default([]),
  removed: z.array(ownLineIdSchema).max(MAX_OWN_LINES).default([]),
  order: z.array(ownLineIdSchema).max(MAX_OWN_LINES).optional(),
})
export type OwnLinesChange = z.infer<typeof ownLinesChangeSchema>

/** Lines in a new order; what it does not name comes behind, as it stood. */
export function inOrder<Line extends { readonly id: OwnLineId }>(lines: readonly Line[], order: readonly OwnLineId[] | undefined): Line[] {
  if (order === undefined) return [...lines]
  const places = new Map(order.map((id, at) => [id, at]))
  const placeOf = ({ id }: Line): number => places.get(id) ?? Number.POSITIVE_INFINITY
  return lines.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
}

/** What the vault, the index and corrections call a line. */
export const ownUnit = (id: OwnLineId | ''): string => `own:${id}`
