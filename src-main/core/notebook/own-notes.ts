import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import {
  inOrder,
  MAX_OWN_LINES,
  ownUnit,
  type OwnLine,
  type OwnLinesChange,
  type TypedLine,
} from '../../../src-shared/domain/own-line.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { TextWorker } from '../pipeline/index.ts'
import type { Ids } from '../platform/index.ts'
import type { Store } from '../store/index.ts'
import { openOwnLines, sealOwnLines, startBatch, type Vault } from '../vault/index.ts'
import { withTokens, type Reading } from './show.ts'
import { redactTypedText } from './typed-text.ts'

interface Parts {
  readonly store: Store
  readonly vault: Vault
  readonly text: TextWorker
  readonly ids: Ids
  readonly get: (noteId: NoteId) => Promise<Note>
  readonly openReading: (noteId: NoteId) => Promise<Reading>
}

interface Read {
  readonly lines: TypedLine[]
  /** The summary was made before the lines were as they are. */
  readonly summaryIsStale: boolean
}

/**
 * What a person writes down of a meeting. As long as nobody has redacted what was said, their lines wait with it, sealed to the
 * note's key; from then on each is redacted with the note's own tokens as it is saved (docs/decisions/0036).
 */
export function createOwnNotes({ store, vault, text, ids, get, openReading }: Parts) {
  /** One change after the other: each is made of the lines that the one before left. */
  const queues = new Map<NoteId, Promise<void>>()
  const oneByOne = async <T>(noteId: NoteId, work: () => Promise<T>): Promise<T> => {
    const before = queues.get(noteId)
    const { promise: mine, resolve: done } = Promise.withResolvers<void>()
    queues.set(noteId, mine)
    try {
      await before
      return await work()
    } finally {
      if (queues.get(noteId) === mine) queues.delete(noteId)
      done()
    }
  }

  const staged = async (noteId: NoteId): Promise<{ lines: TypedLine[]; batch: string | null }> => {
    const { batches, rows } = await store.read.getStagedOwnLines({ noteId })
    const [row] = rows
    if (row === undefined) return { lines: [], batch: null }
    const seed = await vault.openSeed(noteId)
    try {
      return { lines: openOwnLines(noteId, seed, { batches, rows }), batch: row.batchId }
    } finally {
      seed.fill(0)
    }
  }

  /** @returns false where the note has its transcript by now, or somebody else changed the lines meanwhile */
  const stage = async (noteId: NoteId, change: OwnLinesChange): Promise<boolean> => {
    const { lines, batch: over } = await staged(noteId)
    const left = changed(lines, change)
    refuseTooMany(left)
    const key = await store.read.getVaultKey({ noteId })
    if (key === null) throw new Failure('NOT_FOUND', { what: 'note' })
    const sealer = startBatch(noteId, key.publicKey, ids.next())
    const row = left.length === 0 ? null : sealOwnLines(left, sealer)
    const { isStale } = await store.write.stageOwnLines({ noteId, batch: row === null ? null : sealer.batch, row, over })
    return isStale !== true
  }

  /** @returns false where a correction was made meanwhile */
  const redactAndSave = async (note: Note, { put, removed, order }: OwnLinesChange): Promise<boolean> => {
    const before = new Set((await store.read.listOwnLines({ noteId: note.id })).map(({ id }) => id))
    refuseTooMany([...before, ...put.filter(({ id }) => !before.has(id))])
    // A token given to one line's new name must be the next line's too, so each is stored before the next is redacted.
    for (const line of put) {
      const { corrections, text: redacted, ...hidden } = await redactTypedText({ store, vault, text }, note, {
        unit: ownUnit(line.id),
        place: 'text',
        text: line.text,
      })
      const stored = { ...hidden, line: { id: line.id, atMs: line.atMs, text: redacted } }
      if ((await store.write.saveOwnLines({ noteId: note.id, put: [stored], removed: [], corrections })).isStale === true) return false
    }
    if (removed.length > 0 || order !== undefined) {
      const corrections = (await store.read.listCorrections({ noteId: note.id })).map(({ id }) => id)
      await store.write.saveOwnLines({ noteId: note.id, put: [], removed, ...(order === undefined ? {} : { order }), corrections })
    }
    await vault.linkPeople()
    return true
  }

  return {
    /** @throws Failure NOT_FOUND, VAULT_CLOSED, NAMES_EXPIRED */
    async ownNotes(noteId: NoteId, reveal: boolean): Promise<Read> {
      const note = await get(noteId)
      if (note.transcriptId === null) {
        const { lines } = await staged(noteId)
        // Nobody has redacted them; without names there is nothing of them to show but that they are there.
        return { lines: reveal ? lines : [], summaryIsStale: false }
      }
      const lines = await store.read.listOwnLines({ noteId })
      const reading = reveal && lines.length > 0 ? await openReading(noteId) : withTokens
      return { lines: lines.map((line) => shownLine(line, reading)), summaryIsStale: isStale(note, lines) }
    },

    /** Resolves once the lines are on the disk. @throws Failure NOT_FOUND, NAMES_EXPIRED, BAD_USAGE for too many lines, DISK_FULL */
    saveOwnNotes: (noteId: NoteId, change: OwnLinesChange): Promise<{ summaryIsStale: boolean }> =>
      oneByOne(noteId, async () => {
        for (;;) {
          const note = await get(noteId)
          const isSaved = note.transcriptId === null ? await stage(noteId, change) : await redactAndSave(note, change)
          if (isSaved) return { summaryIsStale: note.transcriptId !== null && isStale(note, await store.read.listOwnLines({ noteId })) }
        }
      }),
  }
}

function changed(lines: readonly TypedLine[], { put, removed, order }: OwnLinesChange): TypedLine[] {
  const now = new Map(put.map((line) => [line.id, line]))
  const known = new Set(lines.map(({ id }) => id))
  const kept = lines.map((line) => now.get(line.id) ?? line).filter(({ id }) => !removed.includes(id))
  return inOrder([...kept, ...put.filter(({ id }) => !known.has(id))], order)
}

const shownLine = ({ id, atMs, text }: OwnLine, reading: Reading): TypedLine => ({ id, atMs, text: reading.said(text, ownUnit(id), 'text') })

/** Whether a summary was made of other lines than these. */
const isStale = ({ summary }: Note, lines: readonly OwnLine[]): boolean =>
  summary !== null && JSON.stringify((summary.own ?? []).map(({ text }) => text)) !== JSON.stringify(lines.map(({ text }) => text))

function refuseTooMany(lines: readonly unknown[]): void {
  if (lines.length > MAX_OWN_LINES) throw new Failure('BAD_USAGE', { detail: `Notes have at most ${MAX_OWN_LINES} lines.` })
}
