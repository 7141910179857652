import type { HiddenPlace, NamesLife } from '../../../src-shared/contract/app.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { Clock } from '../platform/index.ts'
import type { Recordings } from '../recorder/index.ts'
import type { Store } from '../store/index.ts'
import type { Vault } from '../vault/index.ts'

interface Parts {
  readonly store: Store
  readonly vault: Pick<Vault, 'linkPeople'>
  readonly recordings: Pick<Recordings, 'remove'>
  readonly clock: Clock
  readonly forgetNames: (noteId: NoteId) => void
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Names never go sooner than this after somebody said that they shall. */
export const LEAST_DAYS = 30

/** What is behind a note's tokens lives as long as the note, unless the person chooses less. */
export function createNamesLife({ store, vault, recordings, clock, forgetNames }: Parts) {
  const lifeOf = async (noteId: NoteId): Promise<NamesLife> => {
    const key = await store.read.getVaultKey({ noteId })
    if (key === null) throw new Failure('NOT_FOUND', { what: 'note' })
    return { expiresAt: key.namesExpireAt, areGone: key.sealedSeed === null }
  }

  return {
    lifeOf,

    /** Where tokens stand and why, in the order of the note. @throws Failure NOT_FOUND */
    async hidden(noteId: NoteId): Promise<HiddenPlace[]> {
      const note = await store.read.getNote({ noteId })
      if (note === null) throw new Failure('NOT_FOUND', { what: 'note' })
      const indexOf = new Map<string, number>(note.segments.map(({ id }, index) => [id, index]))
      return (await store.read.getOccurrences({ noteId }))
        .map(({ unit, place, ordinal, token, span: { start: _, end: __, ...span } }) => {
          return { ...span, token, place, segment: indexOf.get(unit) ?? null, ordinal }
        })
        .sort((a, b) => (a.segment ?? -1) - (b.segment ?? -1) || (a.place < b.place ? -1 : a.place > b.place ? 1 : a.ordinal - b.ordinal))
        .map(({ ordinal: _, ...place }) => place)
    },

    /**
     * @param days from now; null keeps them as long as the note
     * @throws Failure NOT_FOUND, NAMES_EXPIRED, BAD_USAGE (sooner than in thirty days)
     */
    async limitNames(noteId: NoteId, days: number | null): Promise<NamesLife> {
      if ((await lifeOf(noteId)).areGone) throw new Failure('NAMES_EXPIRED', {})
      if (days !== null && days < LEAST_DAYS) throw new Failure('BAD_USAGE', { detail: `Names go after ${LEAST_DAYS} days at the soonest, so that there is time to keep them.` })
      await store.write.setNamesExpiry({ noteId, expiresAt: days === null ? null : clock.now() + days * DAY_MS })
      return lifeOf(noteId)
    },

    /**
     * Destroys the names whose time has come: first the sound, which says them, then the note's keys with all they open. What is
     * worked on keeps them until the next time. @returns the notes that are anonymous now
     */
    async expireNames(): Promise<NoteId[]> {
      const gone: NoteId[] = []
      for (const { noteId, expiresAt } of await store.read.listNamesExpiry({})) {
        if (expiresAt > clock.now() || (await store.read.listJobs({ noteId, states: ['queued', 'running', 'waiting'] })).length > 0) continue
        if ((await store.read.listRecordings({ noteId })).length > 0) {
          const sound = await store.write.eraseSound({ noteId })
          sound.forEach((id) => recordings.remove(id))
        }
        const { erased } = await store.write.eraseNames({ noteId })
        if (!erased) continue
        forgetNames(noteId)
        gone.push(noteId)
      }
      // Somebody whom only these named is forgotten with them.
      if (gone.length > 0) await vault.linkPeople()
      return gone
    },
  }
}
