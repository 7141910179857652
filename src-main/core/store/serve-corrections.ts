import { implement } from '@orpc/server'
import { correctionWrites, type CorrectedNoteRows } from '../../../src-shared/contract/corrections.ts'
import type { AuditEvent } from '../../../src-shared/domain/audit.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import type { reposOf } from './serving.ts'
import type { Sql } from './sql.ts'

interface Parts {
  readonly db: Sql
  readonly repos: ReturnType<typeof reposOf>
  readonly tx: <T>(work: () => T) => T
  readonly audit: (event: AuditEvent) => void
}

/** A correction and all it does, in one transaction. */
export function serveCorrections({ db, repos: { corrections, storedTexts, notes, search, vault }, tx, audit }: Parts) {
  const os = implement(correctionWrites)

  const put = (note: CorrectedNoteRows): void => {
    const { noteId } = note
    storedTexts.put(note)
    vault.addBatch(noteId, note.batch)
    vault.occurrencesSealed.put(noteId, note.sealedOccurrences)
    vault.occurrencesSealed.drop(noteId, note.droppedOccurrences)
    vault.names.put(noteId, note.sealedNames)
    vault.names.drop(
      noteId,
      note.forgotten.map(({ token }) => `name:${token}`),
    )
    vault.bases.put(noteId, note.bases)
    vault.bases.drop(noteId, note.droppedBases)
    vault.putIndex(noteId, note.index)
    vault.dropIndex(
      noteId,
      note.forgotten.map(({ mac }) => mac),
    )
    note.occurrences.forEach(({ unit, place, rows }) => vault.replaceUnit(noteId, unit, place, rows))
    vault.dropIdleBatches(noteId)

    const stored = notes.get(noteId)
    if (stored === null) return
    if (note.title !== null) search.putTitle(noteId, note.title)
    const touched = new Set([...note.segments.map(({ id }) => id), ...note.edits.map(({ segmentId }) => segmentId)])
    const fitting = new Map(notes.fittingEdits(noteId).map(({ segmentId, text }) => [segmentId, text]))
    note.own.forEach(({ id, text }) => search.put(noteId, ownUnit(id), null, text))
    stored.segments.forEach(({ id, text }, ordinal) => {
      if (touched.has(id)) search.put(noteId, id, ordinal, fitting.get(id) ?? text)
    })
  }

  return {
    correct: os.correct.handler(({ input: { add, remove, standing, notes: changed, seen } }) => {
      const committed = tx(() => {
        if (!corrections.areThose(standing)) return false
        if (seen.some(({ noteId, digest }) => (storedTexts.get(noteId)?.digest ?? null) !== digest)) return false
        // A note that came meanwhile was redacted without knowing of this.
        const isForAll = [...add, ...corrections.list().filter(({ id }) => id === remove)].some(({ noteId }) => noteId === null)
        if (isForAll && notes.list(true).length !== seen.length) return false
        if (remove !== null && !corrections.remove(remove)) return false
        add.forEach(corrections.insert)
        changed.forEach(put)
        const facts = { notes: changed.length, texts: changed.reduce((sum, note) => sum + note.changed, 0) }
        for (const { id, kind, scope, noteId } of add) {
          audit({ kind: 'correction.made', data: { correction: id, kind, scope, ...(noteId === null ? {} : { note: noteId }), ...facts } })
        }
        if (remove !== null) audit({ kind: 'correction.undone', data: { correction: remove, ...facts } })
        return true
      })
      // What was hidden still stands in the write-ahead log until it is folded back.
      if (committed) db.pragma('wal_checkpoint(TRUNCATE)')
      return { committed }
    }),
  }
}
