import { implement } from '@orpc/server'
import { writeContract } from '../../../src-shared/contract/store.ts'
import type { AuditEvent } from '../../../src-shared/domain/audit.ts'
import type { reposOf } from './serving.ts'
import type { Sql } from './sql.ts'

interface Parts {
  readonly db: Sql
  readonly repos: ReturnType<typeof reposOf>
  readonly tx: <T>(work: () => T) => T
  readonly audit: (event: AuditEvent) => void
}

/** How long a note's names stay, and their end. */
export function serveNames({ db, repos: { vault, recordings, jobs }, tx, audit }: Parts) {
  const os = implement(writeContract)
  return {
    setNamesExpiry: os.setNamesExpiry.handler(({ input: { noteId, expiresAt } }) =>
      tx(() => {
        vault.setNamesExpiry(noteId, expiresAt)
        audit({ kind: expiresAt === null ? 'names.kept' : 'names.limited', data: { note: noteId } })
        return {}
      }),
    ),

    eraseNames: os.eraseNames.handler(({ input: { noteId } }) => {
      const erased = tx(() => {
        // Sound says every name: it goes first, and while anything of the note is worked on nothing goes.
        if (recordings.ofNote(noteId).length > 0 || jobs.hasUnfinished(noteId)) return false
        vault.eraseNames(noteId)
        audit({ kind: 'names.expired', data: { note: noteId } })
        return true
      })
      // The keys still stand in the write-ahead log until it is folded back.
      if (erased) db.pragma('wal_checkpoint(TRUNCATE)')
      return { erased }
    }),
  }
}
