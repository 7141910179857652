import { implement, ORPCError } from '@orpc/server'
import { writeContract, type Occurrence, type RedactionResult } from '../../../src-shared/contract/store.ts'
import type { AuditEvent } from '../../../src-shared/domain/audit.ts'
import { segmentIdSchema, type NoteId } from '../../../src-shared/domain/ids.ts'
import { failedWith } from '../../../src-shared/errors/failure.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import type { Clock, Ids } from '../platform/index.ts'
import { asStoreFailure } from './open.ts'
import { serveCorrections } from './serve-corrections.ts'
import { runFacts } from './run-facts.ts'
import { serveOwnNotes, STAGED_LINES, stagedBatch } from './serve-own-notes.ts'
import { serveNames } from './serve-names.ts'
import { serveSound } from './serve-sound.ts'
import { crossing, reposOf } from './serving.ts'
import { inTransaction, type Sql } from './sql.ts'

/** The writing worker's procedures: each is one transaction, audit entry included. */
export function serveWrites(db: Sql, { clock, ids }: { clock: Clock; ids: Ids }) {
  const repos = reposOf(db)
  const { notes, summaries, ownLines, corrections, recordings, vault, search, jobs, ledger } = repos
  const os = implement(writeContract)
  const tx = <T>(work: () => T): T => crossing(() => inTransaction(db, work))
  const audit = (event: AuditEvent): void => void ledger.append(event, clock.now())

  type Sealed = Pick<RedactionResult, 'index' | 'batch' | 'sealedOccurrences' | 'sealedNames'> & { readonly bases?: RedactionResult['bases'] }
  const putRedaction = (result: Sealed, noteId: NoteId): void => {
    vault.addBatch(noteId, result.batch)
    vault.occurrencesSealed.put(noteId, result.sealedOccurrences)
    vault.names.put(noteId, result.sealedNames)
    vault.bases.put(noteId, result.bases ?? [])
    vault.putIndex(noteId, result.index)
  }

  return {
    ...serveCorrections({ db, repos, tx, audit }),
    ...serveSound({ repos, tx, audit }),
    ...serveNames({ db, repos, tx, audit }),
    ...serveOwnNotes({ repos, tx, audit, now: () => clock.now() }),

    stageNote: os.stageNote.handler(({ input }) =>
      tx(() => {
        notes.insert(input.note)
        vault.addKey(input.note.id, input.vaultKey)
        vault.addBatch(input.note.id, input.batch)
        vault.staging.put(input.note.id, input.staging)
        if (input.recording !== null) recordings.insert(input.recording, clock.now())
        if (input.recorded !== null) recordings.putRecorded(input.note.id, input.recorded)
        input.jobs.forEach(jobs.insert)
        if (input.jobs.length === 0 && input.recorded?.ending !== 'under-way') notes.setState(input.note.id, 'ready')
        audit({ kind: 'note.imported', data: { note: input.note.id, format: input.note.format, segments: input.note.segmentCount } })
        return {}
      }),
    ),

    endRecording: os.endRecording.handler(({ input: { recording, recorded, jobs: next } }) =>
      tx(() => {
        const { noteId, samples } = recording
        recordings.end(recording)
        recordings.endRecorded(noteId, recorded)
        notes.setDuration(noteId, Math.round(samples / 16))
        next.forEach(jobs.insert)
        // Sound alone: there is nothing to wait for.
        if (next.length === 0) notes.setState(noteId, 'ready')
        audit({ kind: 'recording.adopted', data: { note: noteId, ending: recorded.ending, seconds: Math.round(samples / 16_000) } })
        return {}
      }),
    ),

    shrinkRecording: os.shrinkRecording.handler(({ input }) =>
      tx(() => ({ committed: !jobs.isToBeHeard(input.noteId) && recordings.shrink(input) })),
    ),

    addHeard: os.addHeard.handler(({ input }) =>
      tx(() => {
        const isWanted = input.jobId === null ? !jobs.isWorkedOn(input.noteId) : jobs.isRunning(input.jobId)
        if (!notes.exists(input.noteId) || !isWanted) return { committed: false }
        vault.addBatch(input.noteId, input.batch)
        vault.staging.put(input.noteId, input.rows)
        vault.putIndex(input.noteId, input.index)
        recordings.putHearing(input.noteId, input.hearing, input.heardBy)
        return { committed: true }
      }),
    ),

    commitHearing: os.commitHearing.handler(({ input }) =>
      tx(() => {
        if (!notes.exists(input.noteId) || !jobs.finish(input.jobId)) return { committed: false }
        notes.setHeard(input)
        audit({ kind: 'note.heard', data: { note: input.noteId, segments: input.segmentCount } })
        return { committed: true }
      }),
    ),

    stageHearing: os.stageHearing.handler(({ input }) =>
      tx(() => {
        jobs.dropUnfinished(input.noteId)
        vault.endStaging(input.noteId)
        recordings.clearHearings(input.noteId)
        vault.setWorkSeed(input.noteId, input.workSeed)
        vault.addBatch(input.noteId, input.batch)
        vault.staging.put(input.noteId, input.staging)
        input.jobs.forEach(jobs.insert)
        notes.setState(input.noteId, 'processing')
        audit({ kind: 'note.heard-again', data: { note: input.noteId } })
        return {}
      }),
    ),

    dropHearing: os.dropHearing.handler(({ input }) =>
      tx(() => {
        jobs.dropUnfinished(input.noteId)
        recordings.clearHearings(input.noteId)
        vault.endStaging(input.noteId)
        vault.dropIdleBatches(input.noteId)
        notes.setState(input.noteId, 'ready')
        return {}
      }),
    ),

    commitRedaction: os.commitRedaction.handler(({ input }) =>
      tx(() => {
        if (!corrections.areThose(input.corrections, input.noteId)) return { committed: false, isStale: true }
        if (stagedBatch(repos, input.noteId) !== input.ownBatch) return { committed: false, isStale: true }
        if (!notes.exists(input.noteId) || !jobs.finish(input.jobId)) return { committed: false }
        const heardBy = recordings.heardBy(input.noteId)
        recordings.clearHearings(input.noteId)
        // An empty or shorter result of hearing again never replaces a fuller one.
        if (!notes.isFullest(input)) {
          vault.endStaging(input.noteId)
          vault.dropIdleBatches(input.noteId)
          audit({ kind: 'note.fuller-kept', data: { note: input.noteId } })
          return { committed: true }
        }
        notes.addTranscript(input, heardBy, clock.now())
        if (heardBy !== null) recordings.setExpiry(input.noteId, input.soundExpiresAt)
        vault.occurrencesSealed.clear(input.noteId)
        vault.names.clear(input.noteId)
        vault.bases.drop(input.noteId, [...(input.title === null ? [] : ['base:title']), ...input.participants.map((_, at) => `base:participant:${at}`)])
        putRedaction(input, input.noteId)
        vault.endStaging(input.noteId)
        vault.staging.drop(input.noteId, [STAGED_LINES])
        ownLines.put(input.noteId, input.own, clock.now())
        vault.dropIdleBatches(input.noteId)
        // Edits that still fit lie over the new version as over the old one, also for those who search.
        const fitting = new Map(notes.fittingEdits(input.noteId).map((edit) => [edit.segmentId, edit.text]))
        const theirs = vault.occurrences(input.noteId).filter(({ unit, place }) => place === 'text' && fitting.has(segmentIdSchema.parse(unit)))
        const written = vault.occurrences(input.noteId).filter(({ unit }) => unit.startsWith(ownUnit('')))
        vault.replaceOccurrences(input.noteId, [...input.occurrences, ...written])
        for (const unit of fitting.keys()) {
          vault.replaceUnit(
            input.noteId,
            unit,
            'text',
            theirs.filter((occurrence) => occurrence.unit === unit),
          )
        }
        search.erase(input.noteId)
        if (input.title !== null) search.putTitle(input.noteId, input.title)
        input.segments.forEach((segment, ordinal) => search.put(input.noteId, segment.id, ordinal, fitting.get(segment.id) ?? segment.text))
        ownLines.list(input.noteId).forEach(({ id, text }) => search.put(input.noteId, ownUnit(id), null, text))
        audit({ kind: 'note.redacted', data: { note: input.noteId, hidden: input.occurrences.length } })
        return { committed: true }
      }),
    ),

    commitSummary: os.commitSummary.handler(({ input }) =>
      tx(() => {
        if (!corrections.areThose(input.corrections, input.noteId)) return { committed: false, isStale: true }
        if (!notes.exists(input.noteId) || !jobs.finish(input.jobId)) return { committed: false }
        if (input.found !== null) {
          vault.addBatch(input.noteId, input.found.batch)
          vault.names.put(input.noteId, input.found.sealedNames)
          vault.putIndex(input.noteId, input.found.index)
          vault.dropIdleBatches(input.noteId)
        }
        notes.addSummary(input.noteId, input.summaryId, input.transcriptId, input.summary, clock.now())
        const title = notes.get(input.noteId)?.title
        if (title !== null && title !== undefined) search.putTitle(input.noteId, title)
        audit({ kind: 'note.summarised', data: { note: input.noteId, ...runFacts(input.summary.run) } })
        return { committed: true }
      }),
    ),

    setNoteState: os.setNoteState.handler(({ input }) => tx(() => (notes.setState(input.noteId, input.state), {}))),

    saveEdit: os.saveEdit.handler(({ input }) =>
      tx(() => {
        if (!corrections.areThose(input.corrections, input.noteId)) return { committed: false, isStale: true }
        const unit = input.segmentId ?? 'title'
        vault.bases.drop(input.noteId, [input.segmentId === null ? 'base:title' : `base:edit:${input.segmentId}`])
        const place: Occurrence['place'] = input.segmentId === null ? 'title' : 'text'
        if (input.segmentId === null) {
          notes.setTitle(input.noteId, input.text)
          search.putTitle(input.noteId, input.text)
        } else {
          const saved = notes.saveEdit(input.noteId, input.segmentId, input.text, clock.now())
          if (saved === null) throw new ORPCError('NOT_FOUND', { data: { what: 'segment' } })
          search.put(input.noteId, unit, saved.ordinal, input.text)
        }
        if (input.batch !== null) putRedaction({ ...input, batch: input.batch }, input.noteId)
        vault.replaceUnit(input.noteId, unit, place, input.occurrences)
        audit({ kind: 'note.edited', data: { note: input.noteId, place } })
        return { committed: true }
      }),
    ),

    saveVerdict: os.saveVerdict.handler(({ input: { noteId, verdict, redaction, corrections: under } }) =>
      tx(() => {
        if (!corrections.areThose(under, noteId)) return { committed: false, isStale: true }
        vault.bases.drop(noteId, [`base:verdict:${verdict.id}`])
        summaries.putVerdict(noteId, verdict, clock.now())
        if (redaction !== null && redaction.batch !== null) putRedaction({ ...redaction, batch: redaction.batch }, noteId)
        audit({ kind: 'summary.judged', data: { note: noteId, section: verdict.section, verdict: verdict.verdict } })
        return { committed: true }
      }),
    ),

    removeVerdict: os.removeVerdict.handler(({ input: { noteId, verdictId } }) =>
      tx(() => {
        if (!summaries.removeVerdict(noteId, verdictId)) throw new ORPCError('NOT_FOUND', { data: { what: 'segment' } })
        vault.bases.drop(noteId, [`base:verdict:${verdictId}`])
        audit({ kind: 'summary.judged', data: { note: noteId, verdict: 'none' } })
        return {}
      }),
    ),

    scheduleDeletion: os.scheduleDeletion.handler(({ input }) =>
      tx(() => {
        if (!notes.scheduleDeletion(input.noteId, input.deleteAt)) throw new ORPCError('NOT_FOUND', { data: { what: 'note' } })
        audit({ kind: 'note.deletion-scheduled', data: { note: input.noteId } })
        return {}
      }),
    ),

    undoDeletion: os.undoDeletion.handler(({ input }) =>
      tx(() => {
        if (!notes.scheduleDeletion(input.noteId, null)) throw new ORPCError('NOT_FOUND', { data: { what: 'note' } })
        audit({ kind: 'note.deletion-undone', data: { note: input.noteId } })
        return {}
      }),
    ),

    eraseNote: os.eraseNote.handler(({ input }) => {
      const erased = tx(() => {
        if (!notes.exists(input.noteId)) return false
        search.erase(input.noteId)
        jobs.erase(input.noteId)
        recordings.erase(input.noteId)
        recordings.eraseRecorded(input.noteId)
        vault.erase(input.noteId)
        summaries.erase(input.noteId)
        ownLines.erase(input.noteId)
        notes.erase(input.noteId)
        audit({ kind: 'note.deleted', data: { note: input.noteId } })
        return true
      })
      // Deleted pages still stand in the write-ahead log until it is folded back.
      db.pragma('wal_checkpoint(TRUNCATE)')
      return { erased }
    }),

    addJob: os.addJob.handler(({ input }) => tx(() => (jobs.insert(input), {}))),

    updateJob: os.updateJob.handler(({ input }) =>
      tx(() => {
        jobs.update(input)
        if (input.state === 'failed') audit({ kind: 'job.failed', data: { job: input.id, code: input.error?.code ?? 'INTERNAL' } })
        if (input.state === 'cancelled') audit({ kind: 'job.cancelled', data: { job: input.id } })
        return {}
      }),
    ),

    requeueRunningJobs: os.requeueRunningJobs.handler(() => tx(() => ({ requeued: jobs.requeueRunning() }))),

    linkPeople: os.linkPeople.handler(({ input }) =>
      tx(() => {
        input.people.forEach(({ id, sealed }) => vault.putPerson(id, sealed))
        input.forgotten.forEach((id) => vault.dropPerson(id))
        for (const { noteId, batch, rows } of input.names) {
          if (!notes.exists(noteId)) continue
          vault.addBatch(noteId, batch)
          vault.names.put(noteId, rows)
          vault.dropIdleBatches(noteId)
        }
        return {}
      }),
    ),

    appendAudit: os.appendAudit.handler(({ input }) => tx(() => ledger.append(input, clock.now()))),
    saveCheckpoint: os.saveCheckpoint.handler(({ input }) => tx(() => (ledger.addCheckpoint(input), {}))),

    beginEgress: os.beginEgress.handler(({ input }) =>
      tx(() => {
        const id = ids.next()
        ledger.addEgress(id, input)
        return { id }
      }),
    ),
    endEgress: os.endEgress.handler(({ input }) =>
      tx(() => {
        ledger.endEgress(input.id, input.outcome)
        if (input.outcome.result === 'refused') audit({ kind: 'egress.refused', data: { request: input.id } })
        return {}
      }),
    ),

    setMeta: os.setMeta.handler(({ input }) =>
      tx(() => {
        ledger.setMeta(input.key, input.value)
        if (input.audit !== undefined) audit(input.audit)
        return {}
      }),
    ),

    close: os.close.handler(() =>
      crossing(() => {
        try {
          db.pragma('wal_checkpoint(TRUNCATE)')
        } catch (thrown) {
          // On a full disk the log stays beside the database, encrypted like it, and is folded back later.
          if (!failedWith(asStoreFailure(thrown), 'DISK_FULL')) throw thrown
        } finally {
          db.close()
        }
        return {}
      }),
    ),
  }
}
