import type { ShownSummary } from '../../../src-shared/contract/app.ts'
import { effectiveSegments } from '../../../src-shared/domain/effective-segments.ts'
import { verdictIdSchema, type NoteId, type SummaryId } from '../../../src-shared/domain/ids.ts'
import type { JobParams } from '../../../src-shared/domain/job.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import { actionSchema, type EngineRun, type Summary } from '../../../src-shared/domain/summary.ts'
import { templateChoiceSchema } from '../../../src-shared/domain/template.ts'
import type { JudgedSection, Verdict } from '../../../src-shared/domain/verdict.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { inputOf, type TextWorker, type Weights } from '../pipeline/index.ts'
import type { Ids } from '../platform/index.ts'
import type { Store } from '../store/index.ts'
import { inputDigest } from '../summary/index.ts'
import type { Vault } from '../vault/index.ts'
import { judged, verdictOn } from './judged.ts'
import { showSummary, withTokens, type Reading } from './show.ts'
import { redactTypedText } from './typed-text.ts'

interface Parts {
  readonly store: Store
  readonly vault: Vault
  readonly text: TextWorker
  readonly ids: Ids
  readonly weights: Weights
  readonly get: (noteId: NoteId) => Promise<Note>
  readonly openReading: (noteId: NoteId) => Promise<Reading>
  readonly forgetNames: (noteId: NoteId) => void
}

export const withVerdicts = (note: Note, verdicts: readonly Verdict[]): Note =>
  note.summary === null || verdicts.length === 0 ? note : { ...note, summary: judged(note.summary, verdicts) }

/** The template a run was made with, for making another like it. */
export function templateOf({ template, customTemplate, manner }: EngineRun): Pick<JobParams, 'template'> {
  const parsed = templateChoiceSchema.safeParse({
    name: template,
    ...(customTemplate === undefined ? {} : { custom: customTemplate }),
    ...(manner === undefined ? {} : { manner }),
  })
  return parsed.success && (parsed.data.name !== 'general' || manner !== undefined) ? { template: parsed.data } : {}
}

interface Said {
  readonly verdict: Verdict['verdict'] | 'none'
  /** For `edited`, what the line shall say. */
  readonly text?: string | undefined
}

export interface Version {
  readonly id: SummaryId
  readonly createdAt: number
  readonly summary: ShownSummary
}

/**
 * `same`: byte for byte. `changed`: the words are no longer those it was made of. `other-code`: a version of the engine we no longer have.
 * `other-weights`: it was made with weights that are not kept.
 */
export type Replay = 'same' | 'differs' | 'changed' | 'other-code' | 'other-weights' | 'not-embedded'

/** What happens to summaries after they were made: judged line by line, compared, made again to see that nothing differs. */
export function createSummaryLife({ store, vault, text, ids, weights, get, openReading, forgetNames }: Parts) {
  const shownIn = (note: Note, reading: Reading) => {
    const places = new Map(note.segments.map(({ id }, at) => [id, at]))
    return (summary: Summary): ShownSummary => showSummary(summary, reading, (id) => places.get(id))
  }

  return {
    /** Every summary of a note, as its engine wrote it, oldest first. */
    async versions(noteId: NoteId, reveal: boolean): Promise<Version[]> {
      const note = await get(noteId)
      const shown = shownIn(note, reveal ? await openReading(noteId) : withTokens)
      return (await store.read.listSummaries({ noteId })).map(({ id, createdAt, summary }) => ({ id, createdAt, summary: shown(summary) }))
    },

    /**
     * A person's word on a line of the summary as shown; `index` counts within its section. `none` takes an earlier one back.
     * @throws Failure NOT_FOUND, NAMES_EXPIRED
     */
    async judge(noteId: NoteId, section: JudgedSection, index: number, said: Said): Promise<void> {
      const corrections = (await store.read.listCorrections({ noteId })).map((correction) => correction.id)
      const note = await get(noteId)
      const verdicts = (await store.read.listVerdicts({ noteId })).filter((verdict) => verdict.section === section)
      if (note.summary === null) throw new Failure('NOT_FOUND', { what: 'segment' })
      const shown = judged(note.summary, verdicts)[section][index]
      if (shown === undefined) throw new Failure('NOT_FOUND', { what: 'segment' })
      // What is shown may be worded by the person; the verdict is on what the engine wrote.
      const before = verdicts.find(({ newText }) => newText !== null && newText === shown.text) ?? verdictOn(shown, verdicts)
      if (said.verdict === 'none') {
        if (before !== undefined) await store.write.removeVerdict({ noteId, verdictId: before.id })
        return forgetNames(noteId)
      }
      const id = before?.id ?? verdictIdSchema.parse(ids.next())
      const line = before?.line ?? actionSchema.parse({ ...shown, verdict: undefined })
      const typed =
        said.verdict === 'edited' && said.text !== undefined
          ? await redactTypedText({ store, vault, text }, note, { unit: `verdict:${id}`, place: 'text', text: said.text })
          : null
      const verdict = { id, section, verdict: said.verdict, line, newText: typed?.text ?? null }
      const { isStale } = await store.write.saveVerdict({ noteId, verdict, redaction: typed, corrections })
      if (isStale === true) return this.judge(noteId, section, index, said)
      forgetNames(noteId)
      if (typed !== null) await vault.linkPeople()
    },

    /** Lines a person rejected, with what takes that back. */
    async rejected(noteId: NoteId, reveal: boolean): Promise<{ id: Verdict['id']; section: JudgedSection; text: string }[]> {
      const rejected = (await store.read.listVerdicts({ noteId })).filter(({ verdict }) => verdict === 'rejected')
      const reading = reveal && rejected.length > 0 ? await openReading(noteId) : withTokens
      return rejected.map(({ id, section, line }) => ({ id, section, text: reading.made(line.text) }))
    },

    /** @throws Failure NOT_FOUND */
    async restore(noteId: NoteId, verdictId: Verdict['id']): Promise<void> {
      await store.write.removeVerdict({ noteId, verdictId })
      forgetNames(noteId)
    },

    /**
     * Makes a summary again, the newest where no version is named, stores nothing, and says whether it comes out the same: with the
     * weights it was made with, which are kept. @throws Failure NOT_FOUND
     */
    async replay(
      noteId: NoteId,
      { version, signal }: { version?: SummaryId | undefined; signal?: AbortSignal | undefined } = {},
    ): Promise<{ outcome: Replay; version: string | null; inputDigest: string | null }> {
      const note = await get(noteId)
      const summary = version === undefined ? note.summary : (await store.read.listSummaries({ noteId })).find(({ id }) => id === version)?.summary
      if (summary === null || summary === undefined) throw new Failure('NOT_FOUND', { what: 'note' })
      const { run, ...before } = summary
      const facts = { version: run.version, inputDigest: run.inputDigest ?? null }
      if (run.engine !== 'embedded') return { outcome: 'not-embedded', ...facts }
      const own = await store.read.listOwnLines({ noteId })
      const input = inputOf({ ...note, segments: effectiveSegments(note) }, templateOf(run).template, own)
      if (run.inputDigest !== inputDigest(input)) return { outcome: 'changed', ...facts }
      const madeWith = await weights.byHash(run.version.split('+')[1] ?? '')
      if (madeWith === null) return { outcome: 'other-weights', ...facts }
      const again = await text.run(
        (worker) => worker.summarize({ ...input, segments: [...input.segments], participants: [...input.participants], weights: madeWith }),
        { signal },
      )
      if (again.run.version !== run.version) return { outcome: 'other-code', ...facts }
      const { run: _, ...after } = again
      const [one, other] = run.only === undefined ? [after, before] : [after[run.only], before[run.only]]
      return { outcome: JSON.stringify(one) === JSON.stringify(other) ? 'same' : 'differs', ...facts }
    },
  }
}
