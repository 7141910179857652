import { useQueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { library } from '../../copy/library.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { announce, showToast } from '../../ui/index.ts'
import { showFailure } from '../failure/index.ts'

/** Rows that left before the app has answered, so that nothing flickers back. */
export const useHidden = create<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))

/**
 * The app erases by itself after this, whatever becomes of the window. Longer than the toast, whose clock stops while somebody
 * is about to press Undo.
 */
const ERASED_AFTER_MS = 60_000

/** Hides notes at once and erases them soon; one toast takes all of it back. */
export function useDeletion() {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: queries.notes.key() })
  const setHidden = (ids: readonly NoteId[], isHidden: boolean): void => {
    const concerned = new Set<string>(ids)
    useHidden.setState((before) => ({ ids: new Set([...[...before.ids].filter((id) => !concerned.has(id)), ...(isHidden ? ids : [])]) }))
  }

  const undo = async (ids: readonly NoteId[]): Promise<void> => {
    const results = await Promise.allSettled(ids.map((id) => client.notes.undoDelete({ id })))
    setHidden(ids, false)
    await refresh()
    const isWhole = results.every(({ status }) => status === 'fulfilled')
    if (isWhole) announce(library.undone(ids.length))
    else showToast({ text: library.notUndone, tone: 'danger' })
  }

  // When this fails the app still erases by itself, a little later.
  const eraseNow = (ids: readonly NoteId[]): Promise<unknown> => Promise.allSettled(ids.map((id) => client.notes.delete({ id, undoMs: 0 })))

  return async (notes: readonly { readonly id: NoteId; readonly title: string }[]): Promise<void> => {
    setHidden(notes.map(({ id }) => id), true)
    const results = await Promise.allSettled(notes.map(({ id }) => client.notes.delete({ id, undoMs: ERASED_AFTER_MS })))
    const gone = notes.filter((_, at) => results[at]?.status === 'fulfilled')
    const kept = notes.filter((_, at) => results[at]?.status === 'rejected')
    setHidden(kept.map(({ id }) => id), false)
    const failed = results.find((result) => result.status === 'rejected')
    if (failed !== undefined) showFailure(failed.reason)
    await refresh()
    const [first] = gone
    if (first === undefined) return
    const ids = gone.map(({ id }) => id)
    showToast({
      text: gone.length === 1 ? library.deleted(first.title) : library.deletedMany(gone.length),
      action: { label: library.undo, onAction: () => void undo(ids) },
      onGone: () => void eraseNow(ids),
    })
  }
}
