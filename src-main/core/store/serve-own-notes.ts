import { implement } from '@orpc/server'
import { ownNoteWrites } from '../../../src-shared/contract/own-notes.ts'
import type { AuditEvent } from '../../../src-shared/domain/audit.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import type { reposOf } from './serving.ts'

interface Parts {
  readonly repos: ReturnType<typeof reposOf>
  readonly tx: <T>(work: () => T) => T
  readonly audit: (event: AuditEvent) => void
  readonly now: () => number
}

export const STAGED_LINES = 'own:lines'

/** The batch in which lines wait for redaction; null where none do. */
export const stagedBatch = ({ vault }: Pick<Parts['repos'], 'vault'>, noteId: NoteId): string | null =>
  vault.staging.one(noteId, STAGED_LINES)[0]?.batchId ?? null

/** What a person writes down, one transaction for each pause in their typing. */
export function serveOwnNotes({ repos, tx, audit, now }: Parts) {
  const os = implement(ownNoteWrites)
  const { notes, ownLines, corrections, vault, search } = repos

  return {
    stageOwnLines: os.stageOwnLines.handler(({ input: { noteId, batch, row, over } }) =>
      tx(() => {
        const note = notes.get(noteId)
        if (note === null) return { committed: false }
        if (note.transcriptId !== null || stagedBatch(repos, noteId) !== over) return { committed: false, isStale: true }
        vault.staging.drop(noteId, [STAGED_LINES])
        if (batch !== null && row !== null) {
          vault.addBatch(noteId, batch)
          vault.staging.put(noteId, [row])
        }
        vault.dropIdleBatches(noteId)
        return { committed: true }
      }),
    ),

    saveOwnLines: os.saveOwnLines.handler(({ input: { noteId, put, removed, order, corrections: under } }) =>
      tx(() => {
        if (!notes.exists(noteId)) return { committed: false }
        if (!corrections.areThose(under, noteId)) return { committed: false, isStale: true }
        for (const id of removed) {
          vault.occurrencesSealed.drop(noteId, [ownUnit(id)])
          vault.replaceUnit(noteId, ownUnit(id), 'text', [])
          search.drop(noteId, ownUnit(id))
        }
        const gone = [...removed, ...put.map(({ line }) => line.id)].map((id) => `base:${ownUnit(id)}`)
        vault.bases.drop(noteId, gone)
        ownLines.remove(noteId, removed)
        ownLines.put(noteId, put.map(({ line }) => line), now())
        for (const { line, occurrences, index, batch, sealedOccurrences, sealedNames, bases } of put) {
          const unit = ownUnit(line.id)
          vault.addBatch(noteId, batch)
          vault.occurrencesSealed.drop(noteId, [unit])
          vault.occurrencesSealed.put(noteId, sealedOccurrences)
          vault.names.put(noteId, sealedNames)
          vault.bases.put(noteId, bases)
          vault.putIndex(noteId, index)
          vault.replaceUnit(noteId, unit, 'text', occurrences)
          search.put(noteId, unit, null, line.text)
        }
        if (order !== undefined) ownLines.arrange(noteId, order)
        vault.dropIdleBatches(noteId)
        audit({ kind: 'note.edited', data: { note: noteId, place: 'own' } })
        return { committed: true }
      }),
    ),
  }
}
