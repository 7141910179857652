import type { z } from 'zod'
import type { CorrectedNoteRows, corrections as contract, ListedCorrection, StoredTexts } from '../../../src-shared/contract/corrections.ts'
import { phraseSchema, type Corrected, type Finder, type FoundAgain, type CorrectedPlace, type Correction, type CorrectionRow, type CorrectionScope } from '../../../src-shared/domain/correction.ts'
import { effectiveSegments } from '../../../src-shared/domain/effective-segments.ts'
import { correctionIdSchema, type CorrectionId, type NoteId } from '../../../src-shared/domain/ids.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import type { PiiType } from '../../../src-shared/domain/pii.ts'
import { tokenSchema, type Token } from '../../../src-shared/domain/token.ts'
import type { Segment } from '../../../src-shared/domain/transcript.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { TextWorker } from '../pipeline/index.ts'
import type { Clock, Ids } from '../platform/index.ts'
import type { Store } from '../store/index.ts'
import type { Proposals } from '../summary/index.ts'
import type { Vault } from '../vault/index.ts'

export type Detect = (segments: readonly Segment[], options: { model?: string | undefined; signal: AbortSignal }) => Promise<Proposals>

interface Parts {
  readonly store: Store
  readonly vault: Vault
  readonly text: TextWorker
  readonly clock: Clock
  readonly ids: Ids
  readonly get: (noteId: NoteId) => Promise<Note>
  /** Asks a language model on this computer. */
  readonly detect: Detect
  readonly forgetNames: (noteId: NoteId) => void
}

type Asked<Name extends 'hide' | 'neverHide' | 'split'> = z.output<(typeof contract)[Name]['~orpc']['inputSchema'] & z.ZodType>
interface Done {
  readonly notes: number
  readonly changed: number
}
interface FoundMore extends Done {
  readonly found: { text: string; type: PiiType; segments: number[] }[]
  readonly refused: number
  readonly model: string
}
type Made = Done & { readonly correction: CorrectionId }

/** Somebody else changed a note while its texts were computed; so often in a row it is a bug. */
const ATTEMPTS = 40

/** What a person corrects in what is hidden, and takes back. */
export function createCorrections({ store, vault, text, clock, ids, get, detect, forgetNames }: Parts) {
  /** A note's rows as they are with these corrections instead of those; null where nothing differs. */
  const correctNote = async (texts: StoredTexts, before: readonly Correction[], after: readonly Correction[]): Promise<CorrectedNoteRows | null> => {
    const { noteId } = texts
    const key = await store.read.getVaultKey({ noteId })
    if (key === null) return null
    // Nothing redacted yet: the stage that redacts it obeys the corrections itself.
    if (texts.title === null && texts.segments.length === 0) return null
    const { indexKey, publicKey } = key
    const areGone = indexKey === null
    // Once names have expired, more can be hidden and nothing shown: what is taken back, or shown by hand, stays as it is.
    const isNew = ({ id, what }: Correction): boolean => what.kind === 'hide' && !before.some((other) => other.id === id)
    const [was, is] = areGone ? [[], after.filter(isNew)] : [before, after]
    if (areGone && is.length === 0) return null
    const [seed, index, occurrences, names, bases] = await Promise.all([
      areGone ? null : vault.openSeed(noteId),
      store.read.getIndex({ noteId }),
      store.read.getSealed({ noteId, of: 'occurrences' }),
      store.read.getSealed({ noteId, of: 'names' }),
      store.read.getBases({ noteId }),
    ])
    try {
      const rows = await text.run(
        (worker) => worker.correct({ texts, seed, publicKey, indexKey, index, occurrences, names, bases, before: [...was], after: [...is] }),
        {},
      )
      const isSame = rows.changed === 0 && rows.sealedNames.length === 0 && rows.forgotten.length === 0 && rows.bases.length + rows.droppedBases.length === 0
      return isSame ? null : rows
    } finally {
      seed?.fill(0)
    }
  }

  const change = async (
    among: () => Promise<readonly NoteId[]>,
    { add = [], remove }: { add?: readonly { row: CorrectionRow; what: Corrected }[]; remove?: CorrectionId },
  ): Promise<Done> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const standing = (await store.read.listCorrections({})).map(({ id }) => id)
      const notes: CorrectedNoteRows[] = []
      const seen: { noteId: NoteId; digest: string | null }[] = []
      for (const noteId of await among()) {
        const texts = await store.read.getStoredTexts({ noteId })
        seen.push({ noteId, digest: texts?.digest ?? null })
        if (texts === null) continue
        const before = await vault.corrections(noteId)
        const kept = before.filter(({ id }) => id !== remove)
        const rows = await correctNote(texts, before, [...kept, ...add.map(({ row, what }) => ({ ...row, what }))])
        if (rows !== null) notes.push(rows)
      }
      const { committed } = await store.write.correct({ add: add.map(({ row }) => row), remove: remove ?? null, standing, notes, seen })
      if (!committed) continue
      notes.forEach(({ noteId }) => forgetNames(noteId))
      await vault.linkPeople()
      return { notes: notes.length, changed: notes.reduce((sum, { changed }) => sum + changed, 0) }
    }
    throw new Error('notes changed faster than they could be corrected')
  }

  const everyNote = async (): Promise<NoteId[]> => (await store.read.listNotes({ includeDeleted: true })).map(({ id }) => id)

  const newRow = async (noteId: NoteId | null, scope: CorrectionScope, what: Corrected): Promise<{ row: CorrectionRow; what: Corrected }> => {
    const sealed = await vault.sealCorrection(noteId, what)
    return { row: { id: correctionIdSchema.parse(ids.next()), noteId, kind: what.kind, scope, sealed, createdAt: clock.now() }, what }
  }

  const make = async (note: Note, scope: CorrectionScope, what: Corrected): Promise<Made> => {
    // One that belongs to a meeting is sealed to that meeting, whose key is gone.
    if (scope !== 'always' && (await store.read.getVaultKey({ noteId: note.id }))?.indexKey === null) throw new Failure('NAMES_EXPIRED', {})
    const noteId = scope === 'always' ? null : note.id
    const added = await newRow(noteId, scope, what)
    return { correction: added.row.id, ...(await change(noteId === null ? everyNote : async () => [noteId], { add: [added] })) }
  }

  const whereOf = (note: Note, { here, always }: Pick<Asked<'hide'>, 'here' | 'always'>): { scope: CorrectionScope; place: CorrectedPlace | null } => {
    if (here === undefined) return { scope: always ? 'always' : 'meeting', place: null }
    if (always) throw new Failure('BAD_USAGE', { detail: 'Say either where, or always.' })
    const segmentId = here.segment === null ? null : note.segments[here.segment]?.id
    if (segmentId === undefined) throw new Failure('NOT_FOUND', { what: 'segment' })
    return { scope: 'here', place: { segmentId, nth: here.nth } }
  }

  const refuseStrangers = async (noteId: NoteId, tokens: readonly Token[]): Promise<void> => {
    const standing = new Set((await store.read.countTokens({ noteId })).map(({ token }) => token))
    const participants = (await get(noteId)).participants.join(' ')
    if (tokens.some((token) => !standing.has(token) && !participants.includes(token))) {
      throw new Failure('BAD_USAGE', { detail: 'That token does not stand in this note. "sotto show" lists those that do.' })
    }
  }

  return {
    /** @throws Failure NOT_FOUND, VAULT_CLOSED, NAMES_EXPIRED, BAD_USAGE */
    async hide({ id, text: asked, type, ...where }: Asked<'hide'>): Promise<Made> {
      const note = await get(id)
      const { scope, place } = whereOf(note, where)
      if (tokenSchema.safeParse(asked.trim()).success) throw new Failure('BAD_USAGE', { detail: 'That is hidden already.' })
      return make(note, scope, { kind: 'hide', phrase: phraseOf(asked), type, place, by: 'person' })
    },

    /** `text` may be a token that stands in the note. @throws Failure NOT_FOUND, VAULT_CLOSED, NAMES_EXPIRED, BAD_USAGE */
    async neverHide({ id, text: asked, ...where }: Asked<'neverHide'>): Promise<Made> {
      const note = await get(id)
      const { scope, place } = whereOf(note, where)
      const token = tokenSchema.safeParse(asked.trim())
      if (!token.success) return make(note, scope, { kind: 'never-hide', phrase: phraseOf(asked), token: null, place })
      if (place !== null) throw new Failure('BAD_USAGE', { detail: 'For one place, give the words as they stand there, not their token.' })
      await refuseStrangers(id, [token.data])
      const display = (await vault.openNote(id)).display(token.data)
      if (display === undefined) throw new Failure('BAD_USAGE', { detail: 'Nobody knows any more what that token stands for.' })
      // A token means something in its own meeting only.
      return make(note, scope, { kind: 'never-hide', phrase: phraseOf(display), token: scope === 'always' ? null : token.data, place: null })
    },

    /** @throws Failure NOT_FOUND, VAULT_CLOSED, NAMES_EXPIRED, BAD_USAGE */
    async merge(noteId: NoteId, token: Token, into: Token): Promise<Made> {
      const note = await get(noteId)
      if (token === into || typeOf(token) !== typeOf(into)) {
        throw new Failure('BAD_USAGE', { detail: 'Give two tokens of one kind, such as [PERSON_2] and [PERSON_1].' })
      }
      await refuseStrangers(noteId, [token, into])
      return make(note, 'meeting', { kind: 'merge', token, into })
    },

    /** @throws Failure NOT_FOUND, VAULT_CLOSED, NAMES_EXPIRED, BAD_USAGE */
    async split({ id, token, text: said, segments }: Asked<'split'>): Promise<Made> {
      const note = await get(id)
      if (said === undefined && segments.length === 0) throw new Failure('BAD_USAGE', { detail: 'Say which mentions: how they are said, or in which lines.' })
      await refuseStrangers(id, [token])
      const places = segments.map((index) => {
        const segmentId = note.segments[index]?.id
        if (segmentId === undefined) throw new Failure('NOT_FOUND', { what: 'segment' })
        return segmentId
      })
      return make(note, 'meeting', { kind: 'split', token, phrase: said === undefined ? null : phraseOf(said), segments: places })
    },

    /**
     * What a language model still finds in a note's redacted text, hidden there unless `onlyLook`.
     * @throws Failure NOT_FOUND, VAULT_CLOSED, NAMES_EXPIRED, and what the model server's calls throw
     */
    async findMore({ id, model, onlyLook }: { id: NoteId; model?: string | undefined; onlyLook: boolean }, signal: AbortSignal): Promise<FoundMore> {
      const note = await get(id)
      const segments = effectiveSegments(note)
      const proposed = await detect(segments, { model, signal })
      const places = new Map(segments.map((segment, index) => [segment.id, index]))
      const phrases = Map.groupBy(proposed.spans, ({ text: words }) => words.toLowerCase())
      const found = Array.from(phrases.values(), (spans) => ({
        text: spans[0]?.text ?? '',
        type: spans[0]?.type ?? 'OTHER',
        segments: spans.flatMap(({ segmentId }) => places.get(segmentId) ?? []),
      }))
      const rows = onlyLook
        ? []
        : await Promise.all(
            found.map(({ text: words, type }) => newRow(id, 'meeting', { kind: 'hide', phrase: phraseOf(words), type, place: null, by: 'model' })),
          )
      const done = rows.length === 0 ? { notes: 0, changed: 0 } : await change(async () => [id], { add: rows })
      return { found, refused: proposed.refused, model: proposed.model, ...done }
    },

    /** What today's recognisers found in a note, hidden in one transaction as corrections that can be taken back one by one. @throws Failure VAULT_CLOSED */
    async hideFound(noteId: NoteId, found: readonly FoundAgain[]): Promise<Done> {
      if (found.length === 0) return { notes: 0, changed: 0 }
      const add = await Promise.all(
        found.map(({ place, ...what }) => newRow(noteId, place === null ? 'meeting' : 'here', { kind: 'hide', by: 'recognisers', place, ...what })),
      )
      return change(async () => [noteId], { add })
    },

    /** Oldest first. With `reveal`, what they say; that is what was hidden, so it is audited. @throws Failure VAULT_CLOSED */
    async corrections(noteId: NoteId | undefined, reveal: boolean): Promise<ListedCorrection[]> {
      const rows = await store.read.listCorrections(noteId === undefined ? {} : { noteId })
      const said = new Map(reveal ? (await vault.corrections(noteId)).map(({ id, what }) => [id, what]) : [])
      if (reveal && rows.length > 0) await store.write.appendAudit({ kind: 'vault.opened', data: { reason: 'corrections' } })
      return rows.map(({ id, kind, scope, noteId: of, createdAt }) => ({ id, kind, scope, noteId: of, createdAt, ...shown(said.get(id)) }))
    },

    /** @throws Failure NOT_FOUND, VAULT_CLOSED, NAMES_EXPIRED */
    async undoCorrection(id: CorrectionId): Promise<Done> {
      const row = (await store.read.listCorrections({})).find((other) => other.id === id)
      if (row === undefined) throw new Failure('NOT_FOUND', { what: 'correction' })
      const { noteId } = row
      return change(noteId === null ? everyNote : async () => [noteId], { remove: id })
    },
  }
}

/** In a phrase, by a person. */
const MOST_TYPED = 200

function phraseOf(asked: string): string {
  const parsed = phraseSchema.max(MOST_TYPED).safeParse(asked.normalize('NFC'))
  if (!parsed.success) throw new Failure('BAD_USAGE', { detail: 'Give the words to look for, at most 200 characters.' })
  return parsed.data
}

const typeOf = (token: Token): string => token.slice(1, token.lastIndexOf('_'))

function shown(what: Corrected | undefined): { text: string | null; by?: Finder; type?: PiiType; token?: Token; into?: Token } {
  if (what === undefined) return { text: null }
  switch (what.kind) {
    case 'hide':
      return { text: what.phrase, type: what.type, by: what.by }
    case 'never-hide':
      return { text: what.phrase, ...(what.token === null ? {} : { token: what.token }) }
    case 'merge':
      return { text: null, token: what.token, into: what.into }
    case 'split':
      return { text: what.phrase, token: what.token }
    default:
      return what satisfies never
  }
}

/** Runs again what was made under corrections that hold no more. */
export async function untilCurrent(work: () => Promise<{ isStale?: boolean | undefined }>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) if ((await work()).isStale !== true) return
  throw new Error('corrections changed faster than a text could be stored')
}
