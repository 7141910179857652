import { join } from 'node:path'
import type { ChosenPiiModel } from '../../src-shared/contract/models.ts'
import type { NoteId } from '../../src-shared/domain/ids.ts'
import type { OfferKind } from '../../src-shared/domain/offer.ts'
import type { OptionalType } from '../../src-shared/domain/pii.ts'
import { alsoTypesOf } from '../../src-shared/domain/settings.ts'
import { jobParamsSchema } from '../../src-shared/domain/job.ts'
import type { Recording } from '../../src-shared/domain/recording.ts'
import { failedWith } from '../../src-shared/errors/failure.ts'
import { checkpointSchema } from '../../src-shared/domain/audit.ts'
import { createDevice, openDevice, signCheckpoint, type Device } from './audit/index.ts'
import { createEgress, type Egress } from './egress/index.ts'
import { createJobRunner, type JobRunner } from './jobs/index.ts'
import { destroy, type OpenKeys } from './keys/index.ts'
import type { BringIn } from './notebook/index.ts'
import { createBringIn, createFollowing, createNotebook, createShrinking, questionWithoutNames, type Following, type Notebook } from './notebook/index.ts'
import { createLiveTranscripts, createStages, createTextWorker, createWeights, type LiveTranscripts, type TextWorker } from './pipeline/index.ts'
import type { Models } from './models/index.ts'
import { lockDirectory } from './owner/index.ts'
import type { Clock, Ids } from './platform/index.ts'
import { createSparing, type PowerSource } from './power/index.ts'
import { adoptRecordings, createRecordings, followRecording, recordingsUnderWay, type Recordings } from './recorder/index.ts'
import { createSettings, type SettingsKeeper } from './settings/index.ts'
import { createOffers, openDismissed, type Offers } from './offers/index.ts'
import { createReserve, openStore, type Store } from './store/index.ts'
import { answerWithModel, createOllamaEngine, findWithModel } from './summary/ollama/index.ts'
import { createVault, type Vault } from './vault/index.ts'

/** Everything that exists only while the store is unlocked. Closing it is locking. */
export interface Session {
  readonly keys: OpenKeys
  readonly store: Store
  readonly vault: Vault
  readonly runner: JobRunner
  readonly notebook: Notebook
  readonly live: LiveTranscripts
  readonly following: Following
  readonly settings: SettingsKeeper
  readonly offers: Offers
  readonly egress: Egress
  readonly ollamaHost: string
  readonly device: Device
  /** Makes notes of recordings that lie in the data directory without one. */
  adoptRecordings(): Promise<Adopted>
  /** Signs the head of the audit log as it is now. */
  checkpoint(): Promise<void>
  close(): Promise<void>
}

export interface Adopted {
  readonly noteIds: readonly NoteId[]
  /** Recordings that cannot be opened; they stay where they are. */
  readonly unreadable: number
}

export const DATABASE = 'sotto.db'

export interface SessionOptions {
  readonly dir: string
  /** The store is being made; otherwise a database that is missing is a damage, not a beginning. */
  readonly isNew: boolean
  readonly keys: OpenKeys
  readonly clock: Clock
  readonly ids: Ids
  readonly ollamaHost: string
  readonly models: Pick<Models, 'resolve' | 'pii'>
  readonly speechModel: string | undefined
  readonly power: PowerSource
  readonly onOffer: (kind: OfferKind) => void
}

const DEVICE = 'device'
const EXPIRY_EVERY_MS = 60 * 60 * 1000

/** Builds the modules in the order of the spine and takes up what was left undone. */
export async function openSession({ dir, isNew, keys, clock, ids, ollamaHost, models, speechModel, power, onOffer }: SessionOptions): Promise<Session> {
  const reserve = createReserve(join(dir, 'reserve'))
  const databaseKey = keys.databaseKey()
  const store = await reserve.use(() => openStore(join(dir, DATABASE), databaseKey, isNew)).finally(() => destroy(databaseKey))
  const asking: TextWorker = createTextWorker()
  let alsoTypes = (): OptionalType[] => []
  const text: TextWorker = createTextWorker(() => chosenModel(models), () => alsoTypes())
  try {
    const device = await deviceOf(store, keys)
    const settings = await createSettings(store)
    alsoTypes = () => alsoTypesOf(settings.now)
    const vault = createVault({ store, keys, ids })
    const weights = createWeights(store)
    const egress = createEgress({
      now: () => clock.now(),
      ledger: {
        begin: async (intent) => (await store.write.beginEgress(intent)).id,
        end: async (id, outcome) => void (await store.write.endEgress({ id, outcome })),
      },
    })
    const recordings = createRecordings({ dir, audioKey: () => keys.audioKey() })
    const expireSound = async (): Promise<void> => (await store.write.expireSound({ now: clock.now() })).forEach((id) => recordings.remove(id))
    const stages = createStages({
      store,
      text,
      clock,
      ids,
      recordings,
      models,
      speechModel,
      ollama: (model) => createOllamaEngine({ egress, host: ollamaHost, now: () => clock.now(), ...(model === undefined ? {} : { model }) }),
      corrections: (noteId) => vault.corrections(noteId),
      weights,
      async onRedacted() {
        await vault.linkPeople()
        await expireSound() // at once where the person wants words alone
      },
    })
    const live = createLiveTranscripts({ store, text, ids, models, speechModel, corrections: (noteId) => vault.corrections(noteId) })
    const shrinking = createShrinking({ store, recordings })
    const runner: JobRunner = createJobRunner({
      store,
      stages: { ...stages, 'redact-again': (job, run) => notebook.redactNoteAgain(job, run) },
      clock,
      onEnded: async ({ noteId, kind, state }) => {
        const note = await store.read.getNote({ noteId })
        if (note === null) return
        if (kind === 'redact-again') return // the note is as it was
        const isHearing = kind !== 'summarize'
        // Hearing again that came to nothing leaves the note as it was. A cancelled import of a transcript leaves nothing; a
        // recording stays, with what was heard of it.
        if (isHearing && note.transcriptId !== null) await store.write.dropHearing({ noteId })
        else if (kind === 'redact' && state === 'cancelled' && note.format !== 'recording') await store.write.eraseNote({ noteId })
        else await store.write.setNoteState({ noteId, state: !isHearing && state === 'cancelled' ? 'ready' : 'failed' })
      },
      onIdle: () => shrinking.wake(),
    })
    const bringIn = createBringIn({ store, vaultPublicKey: keys.vaultPublicKey, text, recordings, models, speechModel, runner, clock, ids })
    const notebook = createNotebook({
      store,
      vault,
      reserve,
      text,
      recordings,
      models,
      speechModel,
      runner,
      bringIn,
      clock,
      ids,
      weights,
      asking,
      answerWithModel: async (asked, { model, signal, onProgress }) =>
        answerWithModel(asked.passages, await questionWithoutNames(asked, text), {
          egress,
          host: ollamaHost,
          signal,
          onProgress,
          ...(model === undefined ? {} : { model }),
        }),
      detect: (segments, { model, signal }) => findWithModel(segments, { egress, host: ollamaHost, signal, ...(model === undefined ? {} : { model }) }),
    })
    const openSeal = (sealed: Uint8Array): Uint8Array => keys.openRecordingSeal(sealed)
    const adopt = async (): Promise<Adopted> => {
      const noteIds: NoteId[] = []
      const rows = await store.read.listRecordings({})
      const begun = new Map(rows.filter((row) => !isWhole(row)).map((row) => [row.id, row]))
      const { unreadable } = await adoptRecordings({
        dir,
        lock: lockDirectory,
        known: new Set(rows.filter(isWhole).map(({ id }) => id)),
        openSeal,
        keep: async (found) => void noteIds.push(await bringIn.found(found, begun.get(found.id))),
      })
      await endWithoutSound(store, recordings, bringIn)
      return { noteIds, unreadable }
    }
    let adopting: Promise<unknown> = Promise.resolve()
    const oneAtATime = (): Promise<Adopted> => {
      const next = adopting.then(adopt)
      adopting = next.catch(() => undefined)
      return next
    }
    const adoptAndWake = async (): Promise<Adopted> => {
      const adopted = await oneAtATime()
      runner.wake()
      return adopted
    }
    const following = createFollowing({
      store,
      live,
      bringIn,
      sparing: createSparing({ settings, power }),
      open: (id) => followRecording(id, { dir, lock: lockDirectory, openSeal }),
      adopt: adoptAndWake,
    })
    const offers = createOffers({ settings, clock, dismissed: await openDismissed(store, clock), onOffer, isRecording: () => following.isAny })
    const checkpoint = async (): Promise<void> => {
      const head = await store.read.auditHead({})
      if (head.seq >= 0) await store.write.saveCheckpoint(checkpointSchema.parse(signCheckpoint(head, new Date(clock.now()).toISOString(), device)))
    }
    // Whoever has to make room must be able to read first: what needs room waits for it.
    await notebook.resumeDeletions().catch(ignoreFullDisk)
    await expireSound().catch(ignoreFullDisk)
    await notebook.expireNames().catch(ignoreFullDisk)
    // Before the runner starts: it would take a job that runs already for one that a crash left behind.
    await oneAtATime().catch(ignoreFullDisk)
    recordings.sweep(new Set((await store.read.listRecordings({})).map(({ id }) => id)))
    reserve.keep()
    const expire = (): Promise<unknown> => expireSound().then(() => notebook.expireNames())
    const expiry = setInterval(() => void expire().catch(() => undefined), EXPIRY_EVERY_MS) // what fails now goes at the next start
    await runner.start().catch(ignoreFullDisk)
    // Locked while it was recorded: its words come from here on, and what was said meanwhile is on the disk.
    for (const id of recordingsUnderWay({ dir, lock: lockDirectory })) {
      await following.follow(id, { participants: [], agreement: 'not-asked', isHeardLive: settings.now.words === 'live' }).catch(() => undefined)
    }
    return {
      keys,
      store,
      vault,
      runner,
      notebook,
      live,
      following,
      settings,
      offers,
      egress,
      ollamaHost,
      device,
      adoptRecordings: adoptAndWake,
      checkpoint,
      async close() {
        clearInterval(expiry)
        offers.stop()
        notebook.close()
        vault.forget()
        try {
          await live.stop()
          await following.stop()
          await adopting
          await runner.stop()
          await shrinking.stop()
          await text.close()
          await asking.close()
          // On a full disk there is no room for it; the next one signs what this one would have.
          await checkpoint().catch(ignoreFullDisk)
        } finally {
          try {
            await store.close()
          } finally {
            keys.close()
          }
        }
      },
    }
  } catch (thrown) {
    await text.close()
    await asking.close()
    await store.close()
    throw thrown
  }
}

/** One that was added and is not what was signed is said, never left out: a person who added it counts on it. */
const chosenModel = async ({ pii }: Pick<Models, 'pii'>): Promise<ChosenPiiModel> => {
  try {
    return await pii.ready()
  } catch (thrown) {
    if (failedWith(thrown, 'BAD_PII_MODEL')) return { bad: thrown.params.reason }
    throw thrown
  }
}

/** A recording without parts is still being made, or was when this computer last saw it. */
const isWhole = ({ parts }: Recording): boolean => parts.length > 0

/** Stopped at once, or taken away: a note was made of a recording that has no sound, and is heard of no more. */
async function endWithoutSound(store: Store, recordings: Recordings, { newJob }: Pick<BringIn, 'newJob'>): Promise<void> {
  for (const { id, noteId, ...row } of await store.read.listRecordings({})) {
    if (isWhole({ id, noteId, ...row }) || recordings.isThere(id)) continue
    // What the person wrote down meanwhile is reason enough for a note.
    const { rows } = await store.read.getStagedOwnLines({ noteId })
    if (rows.length === 0) await store.write.eraseNote({ noteId })
    else {
      await store.write.eraseSound({ noteId })
      const params = jobParamsSchema.parse({})
      const jobs = [newJob(noteId, 'redact', params), newJob(noteId, 'summarize', params)]
      await store.write.endRecording({ recording: { id, noteId, samples: 0, parts: [] }, recorded: { ending: 'cut-off', gaps: [], marks: [] }, jobs })
    }
  }
}

/** For writes that may wait for room on the disk. */
export function ignoreFullDisk(thrown: unknown): void {
  if (!failedWith(thrown, 'DISK_FULL')) throw thrown
}

/** This device's signing key, made when the store is first opened. */
async function deviceOf(store: Store, keys: OpenKeys): Promise<Device> {
  const wrap = keys.deviceKey()
  try {
    const { value } = await store.read.getMeta({ key: DEVICE })
    if (value !== null) return await openDevice(JSON.parse(value), wrap)
    const record = createDevice(wrap)
    await store.write.setMeta({ key: DEVICE, value: JSON.stringify(record) })
    return await openDevice(record, wrap)
  } finally {
    destroy(wrap)
  }
}
