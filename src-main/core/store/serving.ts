import { ORPCError } from '@orpc/server'
import { isFailure } from '../../../src-shared/errors/failure.ts'
import { asStoreFailure } from './open.ts'
import { correctionsRepo } from './repos/corrections.ts'
import { jobsRepo } from './repos/jobs.ts'
import { ledgerRepo } from './repos/ledger.ts'
import { notesRepo } from './repos/notes.ts'
import { ownLinesRepo } from './repos/own-lines.ts'
import { recordingsRepo } from './repos/recordings.ts'
import { searchRepo } from './repos/search.ts'
import { storedTextsRepo } from './repos/stored-texts.ts'
import { summariesRepo } from './repos/summaries.ts'
import { vaultRepo } from './repos/vault.ts'
import type { Sql } from './sql.ts'

/** Every table's statements on one connection. */
export const reposOf = (db: Sql) => ({
  notes: notesRepo(db),
  summaries: summariesRepo(db),
  corrections: correctionsRepo(db),
  storedTexts: storedTextsRepo(db),
  ownLines: ownLinesRepo(db),
  recordings: recordingsRepo(db),
  vault: vaultRepo(db),
  search: searchRepo(db),
  jobs: jobsRepo(db),
  ledger: ledgerRepo(db),
})

/** Failures cross the port as declared errors; SQLite's own become ours first. */
export function crossing<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    const failure = asStoreFailure(thrown)
    if (isFailure(failure)) throw new ORPCError(failure.code, { data: failure.params, message: failure.message })
    throw failure
  }
}
