import { noteIdSchema, type NoteId } from '../../src-shared/domain/ids.ts'
import { Failure } from '../../src-shared/errors/failure.ts'
import type { Client } from './store.ts'

const SHORT = 6

/** The end of an id: its random part, enough to tell one person's notes apart. */
export const shortId = (id: string): string => id.slice(-SHORT)

/**
 * The note a person means by an id or the end of one.
 * @throws Failure NOT_FOUND when there is none, BAD_USAGE when it could be several
 */
export async function findNote(client: Client, given: string): Promise<NoteId> {
  const wanted = given.trim().toUpperCase()
  const whole = noteIdSchema.safeParse(wanted)
  if (whole.success) return whole.data
  const matches = wanted.length < 4 ? [] : (await client.notes.list({})).filter(({ id }) => id.endsWith(wanted) || id.startsWith(wanted))
  const [only, another] = matches
  if (only === undefined) throw new Failure('NOT_FOUND', { what: 'note' })
  if (another !== undefined) throw new Failure('BAD_USAGE', { detail: `${matches.length} notes have an id like that; give more of it.` })
  return only.id
}
