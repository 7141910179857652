import { create } from 'zustand'
import type { NoteId } from '../../../src-shared/domain/ids.ts'

interface Stale {
  /** Notes whose words were changed since a model summed them up; the app says so when a change is saved. */
  readonly ids: ReadonlySet<NoteId>
  mark(id: NoteId): void
  settle(id: NoteId): void
}

export const useStale = create<Stale>((set) => ({
  ids: new Set(),
  mark: (id) => set(({ ids }) => ({ ids: new Set([...ids, id]) })),
  settle: (id) => set(({ ids }) => ({ ids: new Set([...ids].filter((other) => other !== id)) })),
}))
