import { implement } from '@orpc/server'
import { readContract } from '../../../src-shared/contract/store.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { isSound, schemaVersion } from './migrate.ts'
import { STAGED_LINES } from './serve-own-notes.ts'
import { crossing, reposOf } from './serving.ts'
import type { Sql } from './sql.ts'

/** The reading worker's procedures. Its connection cannot write. */
export function serveReads(db: Sql) {
  const { notes, summaries, ownLines, corrections, storedTexts, recordings, vault, search, jobs, ledger } = reposOf(db)
  const os = implement(readContract)
  const sealed = (noteId: NoteId, rows: ReturnType<typeof vault.names.get>) => {
    const needed = new Set(rows.map((row) => row.batchId))
    return { batches: vault.batches(noteId).filter((batch) => needed.has(batch.id)), rows }
  }
  return {
    listNotes: os.listNotes.handler(({ input }) => crossing(() => notes.list(input.includeDeleted))),
    getNote: os.getNote.handler(({ input }) => crossing(() => notes.get(input.noteId))),
    listSummaries: os.listSummaries.handler(({ input }) => crossing(() => summaries.list(input.noteId))),
    listVerdicts: os.listVerdicts.handler(({ input }) => crossing(() => summaries.verdicts(input.noteId))),
    listCorrections: os.listCorrections.handler(({ input }) => crossing(() => corrections.list(input.noteId))),
    listOwnLines: os.listOwnLines.handler(({ input }) => crossing(() => ownLines.list(input.noteId))),
    getStagedOwnLines: os.getStagedOwnLines.handler(({ input }) => crossing(() => sealed(input.noteId, vault.staging.one(input.noteId, STAGED_LINES)))),
    getStoredTexts: os.getStoredTexts.handler(({ input }) => crossing(() => storedTexts.get(input.noteId))),
    getBases: os.getBases.handler(({ input }) => crossing(() => sealed(input.noteId, vault.bases.get(input.noteId)))),
    getOccurrences: os.getOccurrences.handler(({ input }) => crossing(() => vault.occurrences(input.noteId))),
    countTokens: os.countTokens.handler(({ input }) => crossing(() => vault.countTokens(input.noteId))),
    getStaging: os.getStaging.handler(({ input }) => crossing(() => sealed(input.noteId, vault.staging.get(input.noteId)))),
    getVaultKey: os.getVaultKey.handler(({ input }) => crossing(() => vault.key(input.noteId))),
    listRecordings: os.listRecordings.handler(({ input }) =>
      crossing(() => (input.noteId === undefined ? recordings.all() : recordings.ofNote(input.noteId))),
    ),
    getRecorded: os.getRecorded.handler(({ input }) => crossing(() => recordings.recorded(input.noteId))),
    listEndings: os.listEndings.handler(() => crossing(() => recordings.endings())),
    getHearings: os.getHearings.handler(({ input }) => crossing(() => recordings.hearings(input.noteId))),
    getIndex: os.getIndex.handler(({ input }) => crossing(() => vault.index(input.noteId))),
    getSealed: os.getSealed.handler(({ input }) =>
      crossing(() => sealed(input.noteId, input.of === 'names' ? vault.names.get(input.noteId) : vault.occurrencesSealed.get(input.noteId))),
    ),
    getAllNames: os.getAllNames.handler(() =>
      crossing(() =>
        vault
          .keyedNotes()
          .map(({ noteId, sealedSeed }) => ({ noteId, sealedSeed, ...sealed(noteId, vault.names.get(noteId)) }))
          .filter(({ rows }) => rows.length > 0),
      ),
    ),
    listNamesExpiry: os.listNamesExpiry.handler(() => crossing(() => vault.namesExpiry())),
    getPeople: os.getPeople.handler(() => crossing(() => vault.people())),
    search: os.search.handler(({ input }) => crossing(() => search.query(input))),
    findNotes: os.findNotes.handler(({ input }) => crossing(() => search.notes(input))),
    listJobs: os.listJobs.handler(({ input }) => crossing(() => jobs.list(input))),
    dueDeletions: os.dueDeletions.handler(({ input }) => crossing(() => notes.dueDeletions(input.now))),
    auditPage: os.auditPage.handler(({ input }) => crossing(() => ledger.page(input.after, input.limit))),
    auditHead: os.auditHead.handler(() => crossing(() => ledger.head())),
    checkpoints: os.checkpoints.handler(() => crossing(() => ledger.checkpoints())),
    listEgress: os.listEgress.handler(({ input }) => crossing(() => ledger.egress(input.limit))),
    getMeta: os.getMeta.handler(({ input }) => crossing(() => ({ value: ledger.meta(input.key) }))),
    checkIntegrity: os.checkIntegrity.handler(() =>
      crossing(() => ({ ok: isSound(db), schemaVersion: schemaVersion(db), notes: notes.list(true).length })),
    ),
  }
}
