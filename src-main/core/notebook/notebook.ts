import type { ExportFormat, ListedAction, ListedNote, ShownNote } from '../../../src-shared/contract/app.ts'
import type { SearchHit } from '../../../src-shared/contract/store.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { JobParams } from '../../../src-shared/domain/job.ts'
import type { Note, NoteHead } from '../../../src-shared/domain/note.ts'
import { shownRecordedSchema } from '../../../src-shared/domain/recorder.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import { tokensIn } from '../../../src-shared/domain/token.ts'
import { Failure, failedWith } from '../../../src-shared/errors/failure.ts'
import type { JobRunner } from '../jobs/index.ts'
import type { Models } from '../models/index.ts'
import { KEEP_SOUND_MS, stagedHead, type TextWorker, type Weights } from '../pipeline/index.ts'
import type { Clock, Ids } from '../platform/index.ts'
import type { Recordings } from '../recorder/index.ts'
import { searchNotes } from '../search/index.ts'
import type { Reserve, Store } from '../store/index.ts'
import { openStagedHead, type NoteNames, type Vault } from '../vault/index.ts'
import { refuseNamesIn, type BringIn } from './bring-in.ts'
import { createAsk, type AnswerWithModel } from './ask.ts'
import { createCorrections, untilCurrent, type Detect } from './corrections.ts'
import { exportNote } from './export/index.ts'
import { lookedAtAgain } from './look-again.ts'
import { listActions } from './list-actions.ts'
import { editUnit, showNote, withNames, withTokens, type Reading } from './show.ts'
import { createOwnNotes } from './own-notes.ts'
import { createLearning } from './learning.ts'
import { createNamesLife } from './names-life.ts'
import { createSummaryLife, templateOf, withVerdicts } from './summary-life.ts'
import { createRedactAgain } from './redact-again.ts'
import { redactTypedText } from './typed-text.ts'
import { rememberNames } from './names-shown.ts'

interface Parts {
  readonly store: Store
  readonly vault: Vault
  readonly reserve: Reserve
  readonly text: TextWorker
  readonly recordings: Recordings
  readonly models: Pick<Models, 'resolve'>
  readonly speechModel: string | undefined
  readonly bringIn: BringIn
  readonly runner: JobRunner
  readonly clock: Clock
  readonly ids: Ids
  readonly detect: Detect
  /** A thread for questions. */
  readonly asking: TextWorker
  readonly answerWithModel: AnswerWithModel
  readonly weights: Weights
}

/** Where what was found stands, for the vault. */
function placeOf({ segmentId, ownLineId, edited }: Pick<SearchHit, 'segmentId' | 'ownLineId' | 'edited'>): [unit: string, place: 'title' | 'text'] {
  if (ownLineId !== undefined) return [ownUnit(ownLineId), 'text']
  if (segmentId === null) return ['title', 'title']
  return [edited ? editUnit(segmentId) : segmentId, 'text']
}

export type Notebook = ReturnType<typeof createNotebook>

/** Among many notes, one whose names are gone for good is read with tokens rather than keeping the others from being read. */
function tokensOnceExpired(thrown: unknown): Reading {
  if (failedWith(thrown, 'NAMES_EXPIRED')) return withTokens
  throw thrown
}

/** Notes: bring in, read, find, change, take out, erase. */
export function createNotebook(parts: Parts) {
  const { store, vault, reserve, text, recordings, models, speechModel } = parts
  const { runner, bringIn, clock, ids, detect, asking, answerWithModel, weights } = parts
  const timers = new Map<NoteId, NodeJS.Timeout>()

  const get = async (noteId: NoteId): Promise<Note> => {
    const note = await store.read.getNote({ noteId })
    if (note === null || note.deleteAt !== null) throw new Failure('NOT_FOUND', { what: 'note' })
    return note
  }
  const getJudged = async (noteId: NoteId): Promise<Note> => withVerdicts(await get(noteId), await store.read.listVerdicts({ noteId }))
  const openNames = async (noteId: NoteId, reason: 'show' | 'export' | 'search'): Promise<NoteNames> => {
    const names = await vault.openNote(noteId)
    await store.write.appendAudit({ kind: 'vault.opened', data: { note: noteId, reason } })
    return names
  }

  const openReading = (noteId: NoteId): Promise<Reading> => openNames(noteId, 'show').then(withNames, tokensOnceExpired)
  const titles = rememberNames<string>()
  const actionItems = rememberNames<readonly ListedAction[]>()
  const forgetNames = (noteId: NoteId): void => [titles, actionItems].forEach((shown) => shown.forget(noteId))

  const namesLife = createNamesLife({ store, vault, recordings, clock, forgetNames })

  const titleOf = async ({ id, title }: NoteHead, reveal: boolean): Promise<string | null> => {
    if (title === null) return null
    const said = (reading: Reading): string => reading.said(title, 'title', 'title')
    if (!reveal || tokensIn(title).next().done === true) return said(withTokens)
    return titles.of(id, title, async () => said(await openReading(id)))
  }

  const erase = async (noteId: NoteId): Promise<void> => {
    clearTimeout(timers.get(noteId))
    timers.delete(noteId)
    await runner.cancelNote(noteId)
    const sound = await store.read.listRecordings({ noteId })
    await reserve.use(() => store.write.eraseNote({ noteId }))
    forgetNames(noteId)
    sound.forEach(({ id }) => recordings.remove(id)) // noise since its key went with the row; what a crash leaves goes at the next start
    await vault.linkPeople() // somebody whom only this note named is forgotten with it
  }

  const scheduleErasure = (noteId: NoteId, afterMs: number): void => {
    // A deletion that fails now is overdue at the next start and completed there.
    timers.set(
      noteId,
      setTimeout(() => void erase(noteId).catch(() => undefined), afterMs),
    )
  }

  const read = async (noteId: NoteId, reveal: boolean, reason: 'show' | 'export'): Promise<ShownNote> => {
    const note = await getJudged(noteId)
    const redactions = await store.read.countTokens({ noteId })
    const names = await namesLife.lifeOf(noteId)
    // Who reads an anonymous note reads its tokens; who wants it written down with names is told that there are none.
    const isRevealed = reveal && !(names.areGone && reason === 'show')
    const reading = isRevealed ? withNames(await openNames(noteId, reason)) : withTokens
    const [recording] = await store.read.listRecordings({ noteId })
    const sound =
      recording === undefined
        ? null
        : { channels: recording.channels, durationMs: Math.round(recording.samples / 16), expiresAt: recording.expiresAt }
    const recorded = await store.read.getRecorded({ noteId })
    const made = recorded && shownRecordedSchema.parse({ ...recorded, mode: recorded.params.mode })
    return showNote(note, reading, redactions, { sound, recorded: made, names }, isRevealed)
  }

  const participantsOf = async (note: Note): Promise<string[]> => {
    const names = await openNames(note.id, 'show')
    return note.participants.map((name, ordinal): string => names.hydrate(name, `participant:${ordinal}`, 'participant'))
  }

  const soundOf = async (noteId: NoteId): Promise<Note> => {
    const note = await get(noteId)
    const [recording] = await store.read.listRecordings({ noteId })
    if (recording === undefined) throw new Failure('NO_RECORDING', {})
    return note
  }

  const refuseWhileHeard = async (noteId: NoteId): Promise<void> => {
    const underWay = await store.read.listJobs({ noteId, states: ['queued', 'running', 'waiting'] })
    const blocking = await store.read.listJobs({ noteId, states: ['failed', 'cancelled'] })
    if (underWay.length > 0 && blocking.length === 0) {
      throw new Failure('BAD_USAGE', { detail: 'This note is still being worked on. Wait until it is done, or cancel that first.' })
    }
  }

  /** What was said of a recording that has no transcript yet. */
  const stagedWords = async (noteId: NoteId, seed: Uint8Array) => {
    const { batches, rows } = await store.read.getStaging({ noteId })
    return openStagedHead(noteId, seed, batches, rows)
  }

  const resummarize = async (noteId: NoteId, params: JobParams): Promise<void> => {
    await refuseNamesIn(params)
    const { summary } = await get(noteId)
    // One section anew belongs into the summary there is, so it is made by the same template.
    const kept = params.only === undefined || params.template !== undefined || summary === null ? {} : templateOf(summary.run)
    await store.write.addJob(bringIn.newJob(noteId, 'summarize', { ...params, ...kept }))
    runner.wake()
  }

  const corrections = createCorrections({ store, vault, text, clock, ids, get, detect, forgetNames })
  const summaryLife = createSummaryLife({ store, vault, text, ids, weights, get, openReading, forgetNames })

  return {
    limitNames: namesLife.limitNames,
    expireNames: namesLife.expireNames,
    hidden: namesLife.hidden,
    import: bringIn.transcript,
    importFile: bringIn.file,

    /**
     * Hears a note's recording again, perhaps with another model. What was said before stays until something fuller is there.
     * @throws Failure NOT_FOUND, NO_RECORDING, VAULT_CLOSED, NAMES_EXPIRED, SPEECH_MODEL_MISSING, BAD_USAGE while it is being heard
     */
    async hearAgain(noteId: NoteId, params: JobParams): Promise<void> {
      const note = await soundOf(noteId)
      await refuseWhileHeard(noteId)
      await models.resolve({ model: params.speech?.model, fromEnvironment: speechModel, language: params.speech?.language })
      const key = await store.read.getVaultKey({ noteId })
      if (key === null) throw new Failure('NOT_FOUND', { what: 'note' })
      const workSeed = await vault.openSeed(noteId)
      const known = note.transcriptId === null ? await stagedWords(noteId, workSeed) : { participants: await participantsOf(note) }
      const { batch, rows } = stagedHead({ noteId, publicKey: key.publicKey, batchId: ids.next(), ...known })
      // How it was recorded does not change with who hears it.
      const first = (await store.read.listJobs({ noteId })).find(({ kind }) => kind === 'transcribe')
      const made = first?.params ?? (await store.read.getRecorded({ noteId }))?.params
      const openMicrophone = made?.speech?.openMicrophone
      const asked = openMicrophone === undefined ? params : { ...params, speech: { language: 'auto', ...params.speech, openMicrophone } }
      const jobs = (['transcribe', 'redact', 'summarize'] as const).map((kind) => bringIn.newJob(noteId, kind, asked))
      await store.write.stageHearing({ noteId, workSeed, batch, staging: rows, jobs })
      runner.wake()
    },

    /** @throws Failure NOT_FOUND, NO_RECORDING */
    async keepSound(noteId: NoteId, keep: boolean): Promise<void> {
      await soundOf(noteId)
      await store.write.setSoundExpiry({ noteId, expiresAt: keep ? null : clock.now() + KEEP_SOUND_MS })
      for (const recording of await store.read.listRecordings({ noteId })) recordings.sayExpiry(recording)
    },

    /** @throws Failure NOT_FOUND, NO_RECORDING, BAD_USAGE while it is being heard */
    async deleteSound(noteId: NoteId): Promise<void> {
      await soundOf(noteId)
      await refuseWhileHeard(noteId)
      const erased = await reserve.use(() => store.write.eraseSound({ noteId }))
      erased.forEach((id) => recordings.remove(id))
    },

    async list(reveal: boolean): Promise<ListedNote[]> {
      const listed: ListedNote[] = []
      const endings = new Map((await store.read.listEndings({})).map(({ noteId, ...ended }) => [noteId, ended]))
      for (const head of await store.read.listNotes({ includeDeleted: false })) {
        listed.push({ ...head, title: await titleOf(head, reveal), ...endings.get(head.id) })
      }
      return listed
    },

    show: (noteId: NoteId, reveal: boolean): Promise<ShownNote> => read(noteId, reveal, 'show'),

    async export(noteId: NoteId, format: ExportFormat, reveal: boolean): Promise<string> {
      const shown = await read(noteId, reveal, 'export')
      const { language } = await get(noteId)
      const content = exportNote(reveal ? shown : await lookedAtAgain({ text, vault }, shown, { noteId, language }), format)
      await store.write.appendAudit({ kind: 'note.exported', data: { note: noteId, format, names: reveal } })
      return content
    },

    /** The action items of every note, newest meeting first. */
    async actions(reveal: boolean): Promise<ListedAction[]> {
      const listed: ListedAction[] = []
      // One note after the other: a transcript each is enough in memory, however many there are.
      for (const { id } of await store.read.listNotes({ includeDeleted: false })) {
        const note = await store.read.getNote({ noteId: id })
        if (note === null || note.summary === null) continue
        const left = withVerdicts(note, await store.read.listVerdicts({ noteId: id }))
        if (left.summary?.actions.length === 0) continue
        const withNamesOnce = (): Promise<readonly ListedAction[]> =>
          actionItems.of(id, JSON.stringify([note.title, left.summary?.actions]), async () => listActions(left, await openReading(id)))
        listed.push(...(reveal ? await withNamesOnce() : listActions(left, withTokens)))
      }
      return listed
    },

    async search(query: string, limit: number, reveal: boolean) {
      const hits = await searchNotes(query, limit, { find: (words) => store.read.search(words), tokensNamed: (word) => vault.tokensNamed(word) })
      const readings = new Map(
        await Promise.all(
          [...new Set(hits.map((hit) => hit.noteId))].map(
            async (noteId) => [noteId, reveal ? await openNames(noteId, 'search').then(withNames, tokensOnceExpired) : withTokens] as const,
          ),
        ),
      )
      return hits.map(({ noteId, title, segment, segmentId, ownLineId, edited, text: found, score }) => {
        const reading = readings.get(noteId) ?? withTokens
        return {
          noteId,
          title: title === null ? null : reading.said(title, 'title', 'title'),
          segment,
          text: reading.said(found, ...placeOf({ segmentId, ownLineId, edited })),
          score,
        }
      })
    },

    /** What a person types is raw; it is redacted with the note's own tokens before it is stored. */
    async edit(noteId: NoteId, segmentIndex: number | null, typed: string): Promise<{ summaryIsStale: boolean }> {
      const note = await get(noteId)
      const segment = segmentIndex === null ? null : note.segments[segmentIndex]
      if (segment === undefined) throw new Failure('NOT_FOUND', { what: 'segment' })
      // The original's own surfaces stay: an edit lies over its segment, it does not replace it.
      const unit = segment === null ? 'title' : editUnit(segment.id)
      const shownUnit = segment?.id ?? 'title'
      await untilCurrent(async () => {
        const redacted = await redactTypedText({ store, vault, text }, note, { unit, place: segment === null ? 'title' : 'text', text: typed })
        const occurrences = redacted.occurrences.map((occurrence) => ({ ...occurrence, unit: shownUnit }))
        return store.write.saveEdit({ ...redacted, occurrences, noteId, segmentId: segment?.id ?? null })
      })
      forgetNames(noteId)
      await vault.linkPeople()
      if (segment === null || note.summary === null) return { summaryIsStale: false }
      // What the summary says of a changed line is no longer so. The built-in engine is quick; a model is asked when the person asks.
      if (note.summary.run.engine !== 'embedded') return { summaryIsStale: true }
      await resummarize(noteId, { engine: 'embedded', ...templateOf(note.summary.run) })
      return { summaryIsStale: false }
    },

    /** Hides the note now and erases it after `undoMs`, or at once. */
    async delete(noteId: NoteId, undoMs: number): Promise<void> {
      // A hidden note may be erased before its time; hiding it twice would move the time.
      if (undoMs > 0 || (await store.read.getNote({ noteId })) === null) await get(noteId)
      await reserve.use(() => store.write.scheduleDeletion({ noteId, deleteAt: clock.now() + undoMs }))
      if (undoMs === 0) await erase(noteId)
      else scheduleErasure(noteId, undoMs)
    },

    async undoDelete(noteId: NoteId): Promise<void> {
      clearTimeout(timers.get(noteId))
      timers.delete(noteId)
      await store.write.undoDeletion({ noteId })
      runner.wake()
    },

    resummarize,
    ...summaryLife,
    ...createLearning({ store, text, weights }),
    ...createAsk({ store, vault, asking, withModel: answerWithModel, get, openReading }),
    ...createOwnNotes({ store, vault, text, ids, get, openReading }),
    ...corrections,
    ...createRedactAgain({ store, vault, text, newJob: bringIn.newJob, runner, get, hideFound: corrections.hideFound }),

    erase,

    /** At start: deletions whose time has come are completed, the others get their clock back. */
    async resumeDeletions(): Promise<void> {
      for (const { id, deleteAt } of await store.read.listNotes({ includeDeleted: true })) {
        if (deleteAt === null) continue
        if (deleteAt <= clock.now()) await erase(id)
        else scheduleErasure(id, deleteAt - clock.now())
      }
    },

    close(): void {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
