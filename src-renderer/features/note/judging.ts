import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { EngineName, Remade } from '../../../src-shared/domain/summary.ts'
import type { JudgedSection } from '../../../src-shared/domain/verdict.ts'
import { summaryLife as copy } from '../../copy/summary-life.ts'
import { useQueries, useSotto } from '../../rpc/index.ts'
import { announce } from '../../ui/index.ts'

/** What can be done with lines and sections of a summary; absent where it is only shown. */
export interface Judging {
  readonly noteId: NoteId
  /** Words are typed as they are read, so names have to be shown. */
  readonly cannotEditBecause: string | undefined
  readonly cannotRemakeBecause: string | undefined
  readonly remake: (section: Remade) => void
}

export interface Said {
  readonly section: JudgedSection
  /** Within its section as shown. */
  readonly index: number
  readonly verdict: 'accepted' | 'rejected' | 'edited' | 'none'
  readonly text?: string
}

/** A person's word on a line, and after it the note as it is then. */
export function useJudge(noteId: NoteId, onDone: () => void = () => undefined) {
  const client = useSotto()
  const queries = useQueries()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (said: Said) => client.notes.judgeLine({ id: noteId, ...said }),
    onSuccess: async (_, { verdict }) => {
      announce(copy.line.saved[verdict])
      await Promise.all([queries.notes.key(), queries.actions.key()].map((queryKey) => cache.invalidateQueries({ queryKey })))
      onDone()
    },
  })
}

/** One section anew, by who made the summary, as long as that is known. */
export function useRemake(noteId: NoteId, by: { engine: EngineName; model: string | undefined }, onStarted: () => void) {
  const client = useSotto()
  return useMutation({
    mutationFn: (only: Remade) =>
      client.notes.resummarize({ id: noteId, params: { engine: by.engine, ...(by.model !== undefined && { model: by.model }), only } }),
    onSuccess: onStarted,
  })
}
