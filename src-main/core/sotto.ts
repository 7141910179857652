import { basename } from 'node:path'
import { createRouterClient, implement } from '@orpc/server'
import { appContract, type ImportEvent } from '../../src-shared/contract/app.ts'
import { withFailures } from '../../src-shared/contract/failing.ts'
import type { Caller } from '../../src-shared/contract/base.ts'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import type { OfferKind } from '../../src-shared/domain/offer.ts'
import { Failure } from '../../src-shared/errors/failure.ts'
import { exportLog, verifyChain } from './audit/index.ts'
import { runDoctor } from './doctor.ts'
import { crossing } from './crossing.ts'
import {
  acknowledgeRecovery,
  changePassphrase,
  createKeys,
  keysState,
  openWithPassphrase,
  openWithRecoveryWords,
  renewRecoveryWords,
  type KdfCost,
  type OpenKeys,
} from './keys/index.ts'
import { createModels, modelsFolder, progressOf } from './models/index.ts'
import type { Imported, ImportRequest, ImportSource } from './notebook/index.ts'
import { serveOwnWords } from './own-words.ts'
import { systemClock, systemIds, type Clock, type Ids } from './platform/index.ts'
import { serveModels } from './serve-models.ts'
import { serveRecording } from './serve-recording.ts'
import { systemPower, type PowerSource } from './power/index.ts'
import { ignoreFullDisk, openSession, type Session } from './session.ts'
import { beginSetUp, undoSetUp } from './set-up.ts'

export interface SottoOptions {
  /** The data directory. The caller made it and holds its lock. */
  readonly dir: string
  readonly version: string
  readonly clock?: Clock
  readonly ids?: Ids
  /** Cost of turning a passphrase into a key; tests lower it. */
  readonly kdfCost?: KdfCost
  /** A model server on this machine. */
  readonly ollamaHost?: string
  /** A speech model's file, for machines without network (`SOTTO_WHISPER_MODEL`). */
  readonly speechModel?: string | undefined
  /** How this computer is powered; the system's own word where the host says nothing. */
  readonly power?: PowerSource
  /** Called when there is something to offer, with no word of what. */
  readonly onOffer?: (kind: OfferKind) => void
}

/** What a host says of a file it hands over. */
export type StreamRequest = Omit<ImportRequest, 'fallbackDate'> & { readonly modifiedMs?: number | undefined }

export type Sotto = ReturnType<typeof createSotto>

const AUDIT_PAGE = 1_000

/** The whole product without a window: a router that implements the contract, and a client of it for the same process. */
export function createSotto({
  dir,
  version,
  clock = systemClock,
  ids = systemIds(),
  kdfCost,
  ollamaHost = 'http://127.0.0.1:11434',
  speechModel,
  power = systemPower(),
  onOffer = () => undefined,
}: SottoOptions) {
  undoSetUp(dir)
  const models = createModels({ dir: modelsFolder(dir) })
  const keyDeps = { now: () => clock.now(), ...(kdfCost === undefined ? {} : { kdfCost }) }
  let session: Session | null = null

  const open = async (keys: OpenKeys, isNew = false): Promise<Session> => {
    try {
      session = await openSession({ dir, isNew, keys, clock, ids, ollamaHost, models, speechModel, power, onOffer })
      return session
    } catch (thrown) {
      keys.close()
      throw thrown
    }
  }
  const unlocked = (): Session => {
    if (session !== null) return session
    throw new Failure(keysState(dir).exists ? 'LOCKED' : 'STORE_MISSING', {})
  }
  const recordedUp = (noteId: NoteId): Session['notebook'] => {
    const { following, notebook } = unlocked()
    if (following.isFollowed(noteId)) throw new Failure('RECORDING_UNDER_WAY', {})
    return notebook
  }
  const lock = async (): Promise<void> => {
    const closing = session
    session = null
    await closing?.close()
  }
  async function* auditEntries() {
    const { store } = unlocked()
    for (let after = -1; ;) {
      const page = await store.read.auditPage({ after, limit: AUDIT_PAGE })
      yield* page
      const last = page.at(-1)
      if (last === undefined) return
      after = last.seq
    }
  }

  const importFrom = (source: ImportSource, { modifiedMs, ...request }: StreamRequest, signal?: AbortSignal): Promise<Imported> =>
    unlocked().notebook.importFile(source, { ...request, fallbackDate: new Date(modifiedMs ?? clock.now()).toISOString() }, signal)

  const os = implement(appContract).$context<Caller>().use(crossing)
  const system = os.system
  const router = os.router({
    system: {
      status: system.status.handler(() => {
        const { exists, recoveryAcknowledged } = keysState(dir)
        return { state: !exists ? 'absent' : session === null ? 'locked' : 'unlocked', recoveryAcknowledged, version } as const
      }),
      init: system.init.handler(async ({ input }) => {
        if (keysState(dir).exists) throw new Failure('STORE_EXISTS', {})
        const finish = beginSetUp(dir)
        try {
          const { keys, recoveryWords } = await createKeys(dir, input.passphrase, keyDeps)
          const { store } = await open(keys, true)
          await store.write.appendAudit({ kind: 'store.created', data: {} })
          finish()
          return { recoveryWords }
        } catch (thrown) {
          await lock()
          undoSetUp(dir)
          throw thrown
        }
      }),
      acknowledgeRecovery: system.acknowledgeRecovery.handler(async () => {
        const { store } = unlocked()
        acknowledgeRecovery(dir)
        await store.write.appendAudit({ kind: 'recovery.acknowledged', data: {} })
        return {}
      }),
      unlock: system.unlock.handler(async ({ input }) => {
        if (session !== null) return {}
        const { store, vault } = await open(await openWithPassphrase(dir, input.passphrase, keyDeps))
        // A full disk must not lock anybody out of reading.
        await store.write.appendAudit({ kind: 'store.unlocked', data: {} }).catch(ignoreFullDisk)
        await vault.linkPeople().catch(ignoreFullDisk)
        return {}
      }),
      renewRecovery: system.renewRecovery.handler(async () => {
        const { keys, store } = unlocked()
        const recoveryWords = renewRecoveryWords(dir, keys)
        await store.write.appendAudit({ kind: 'recovery.renewed', data: {} })
        return { recoveryWords }
      }),
      recover: system.recover.handler(async ({ input }) => {
        await lock()
        const keys = openWithRecoveryWords(dir, input.words)
        try {
          await changePassphrase(dir, keys, input.newPassphrase, keyDeps)
        } catch (thrown) {
          keys.close()
          throw thrown
        }
        const { store, vault } = await open(keys)
        await store.write.appendAudit({ kind: 'store.recovered', data: {} })
        await vault.linkPeople()
        return {}
      }),
      changePassphrase: system.changePassphrase.handler(async ({ input }) => {
        const { store } = unlocked()
        const keys = await openWithPassphrase(dir, input.passphrase, keyDeps)
        try {
          await changePassphrase(dir, keys, input.newPassphrase, keyDeps)
        } finally {
          keys.close()
        }
        await store.write.appendAudit({ kind: 'passphrase.changed', data: {} })
        return {}
      }),
      lock: system.lock.handler(async () => {
        // Locking must be possible whatever the disk says.
        if (session !== null) await session.store.write.appendAudit({ kind: 'store.locked', data: {} }).catch(ignoreFullDisk)
        await lock()
        return {}
      }),
      power: system.power.handler(() => power.now),
      doctor: system.doctor.handler(() => runDoctor({ dir, session, version, models, speechModel })),
    },
    notes: {
      import: os.notes.import.handler(async ({ input, signal }) =>
        unlocked().notebook.import(
          new Uint8Array(await input.file.arrayBuffer()),
          {
            fileName: input.file.name,
            title: input.title,
            date: input.date,
            fallbackDate: new Date(input.modifiedMs ?? clock.now()).toISOString(),
            participants: input.participants,
            params: input.params,
          },
          signal,
        ),
      ),
      importFile: os.notes.importFile.handler(({ input, context, signal }) => {
        if (!context.mayReadFiles) throw new Failure('BAD_USAGE', { detail: 'Files are handed over, not named.' })
        const { path, modifiedMs, ...request } = input
        return progressOf<ImportEvent>(async (onProgress, stop) => {
          const taken = (done: number | null): void => onProgress({ kind: 'progress', done })
          const { noteId, emptyCues, isTruncated } = await importFrom(
            { path },
            { ...request, modifiedMs, fileName: basename(path), onProgress: taken },
            stop,
          )
          onProgress({ kind: 'imported', noteId, emptyCues, isTruncated })
        }, signal)
      }),
      hearAgain: os.notes.hearAgain.handler(async ({ input }) => (await recordedUp(input.id).hearAgain(input.id, input.params), {})),
      adoptRecordings: os.notes.adoptRecordings.handler(async () => {
        const { noteIds, unreadable } = await unlocked().adoptRecordings()
        return { noteIds: [...noteIds], unreadable }
      }),
      limitNames: os.notes.limitNames.handler(({ input }) => unlocked().notebook.limitNames(input.id, input.days)),
      hidden: os.notes.hidden.handler(({ input }) => unlocked().notebook.hidden(input.id)),
      keepSound: os.notes.keepSound.handler(async ({ input }) => (await unlocked().notebook.keepSound(input.id, input.keep), {})),
      deleteSound: os.notes.deleteSound.handler(async ({ input }) => (await recordedUp(input.id).deleteSound(input.id), {})),
      list: os.notes.list.handler(({ input }) => unlocked().notebook.list(input.reveal)),
      show: os.notes.show.handler(({ input }) => unlocked().notebook.show(input.id, input.reveal)),
      editTitle: os.notes.editTitle.handler(async ({ input }) => (await unlocked().notebook.edit(input.id, null, input.text), {})),
      editSegment: os.notes.editSegment.handler(({ input }) => unlocked().notebook.edit(input.id, input.segment, input.text)),
      delete: os.notes.delete.handler(async ({ input }) => (await recordedUp(input.id).delete(input.id, input.undoMs), {})),
      undoDelete: os.notes.undoDelete.handler(async ({ input }) => (await unlocked().notebook.undoDelete(input.id), {})),
      export: os.notes.export.handler(async ({ input }) => ({ content: await unlocked().notebook.export(input.id, input.format, input.reveal) })),
      summaryVersions: os.notes.summaryVersions.handler(({ input }) => unlocked().notebook.versions(input.id, input.reveal)),
      judgeLine: os.notes.judgeLine.handler(async ({ input }) => (await unlocked().notebook.judge(input.id, input.section, input.index, input), {})),
      rejectedLines: os.notes.rejectedLines.handler(({ input }) => unlocked().notebook.rejected(input.id, input.reveal)),
      restoreLine: os.notes.restoreLine.handler(async ({ input }) => (await unlocked().notebook.restore(input.id, input.verdict), {})),
      replaySummary: os.notes.replaySummary.handler(({ input, signal }) => unlocked().notebook.replay(input.id, { version: input.summaryId, signal })),
      resummarize: os.notes.resummarize.handler(async ({ input }) => (await unlocked().notebook.resummarize(input.id, input.params), {})),
    },
    ...serveOwnWords(() => unlocked().notebook),
    learning: {
      weights: os.learning.weights.handler(() => unlocked().notebook.describeWeights()),
      refit: os.learning.refit.handler(({ signal }) => unlocked().notebook.refitWeights(signal)),
      reset: os.learning.reset.handler(() => unlocked().notebook.resetWeights()),
    },
    corrections: {
      hide: os.corrections.hide.handler(({ input }) => unlocked().notebook.hide(input)),
      neverHide: os.corrections.neverHide.handler(({ input }) => unlocked().notebook.neverHide(input)),
      merge: os.corrections.merge.handler(({ input }) => unlocked().notebook.merge(input.id, input.token, input.into)),
      split: os.corrections.split.handler(({ input }) => unlocked().notebook.split(input)),
      findMore: os.corrections.findMore.handler(({ input, signal }) =>
        unlocked().notebook.findMore(input, signal ?? new AbortController().signal),
      ),
      redactAgain: os.corrections.redactAgain.handler(({ input }) => unlocked().notebook.redactAgain(input.ids)),
      list: os.corrections.list.handler(({ input }) => unlocked().notebook.corrections(input.noteId, input.reveal)),
      undo: os.corrections.undo.handler(({ input }) => unlocked().notebook.undoCorrection(input.correction)),
    },
    actions: {
      list: os.actions.list.handler(({ input }) => unlocked().notebook.actions(input.reveal)),
    },
    jobs: {
      list: os.jobs.list.handler(({ input }) => unlocked().store.read.listJobs(input)),
      watch: os.jobs.watch.handler(({ input, signal }) => unlocked().runner.watch(input.noteId, signal)),
      cancel: os.jobs.cancel.handler(async ({ input }) => (await unlocked().runner.cancel(input.jobId), {})),
      retry: os.jobs.retry.handler(async ({ input }) => (await unlocked().runner.retry(input.jobId), {})),
    },
    ...serveRecording(unlocked),
    live: {
      watch: os.live.watch.handler(({ input, signal }) => unlocked().live.watch(input.noteId, signal)),
    },
    search: {
      query: os.search.query.handler(({ input }) => unlocked().notebook.search(input.query, input.limit, input.reveal)),
    },
    models: serveModels(models, () => unlocked().egress),
    audit: {
      verify: os.audit.verify.handler(async () => {
        const { store, device } = unlocked()
        const entries = await Array.fromAsync(auditEntries())
        const result = verifyChain(entries, await store.read.checkpoints({}), device.publicJwk)
        return {
          ok: result.ok,
          entries: result.entries,
          device: device.thumbprint,
          ...(result.ok ? {} : { firstBad: result.firstBad, problem: result.problem }),
        }
      }),
      list: os.audit.list.handler(({ input }) => unlocked().store.read.auditPage(input)),
      export: os.audit.export.handler(async function* () {
        const { store, device, checkpoint } = unlocked()
        await store.write.appendAudit({ kind: 'audit.exported', data: {} })
        await checkpoint()
        const entries = await Array.fromAsync(auditEntries())
        yield* exportLog(entries, await store.read.checkpoints({}), device, new Date(clock.now()).toISOString())
      }),
    },
    egress: {
      list: os.egress.list.handler(({ input }) => unlocked().store.read.listEgress(input)),
    },
  })

  const client = createRouterClient(router, {
    context: { mayReadFiles: true },
    // The same failures as over a wire, whoever calls.
    interceptors: [({ next }) => withFailures(() => next())],
  })
  return {
    router,
    client,
    /** Takes in a file that a window hands over: a transcript or a recording, recognised by its content. */
    importStream: (stream: AsyncIterable<Uint8Array>, request: StreamRequest, signal?: AbortSignal): Promise<Imported> =>
      importFrom(stream, request, signal),
    close: lock,
  }
}
