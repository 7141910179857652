import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { TypedLine } from '../../../src-shared/domain/own-line.ts'
import { toFailure, type Failure } from '../../../src-shared/errors/failure.ts'
import { beforeLocking, type SottoClient } from '../../rpc/index.ts'
import { changeOf, followText, newLineId, stored, type DraftLine } from './draft.ts'

/** Written down once nobody has typed for so long, and at the latest after twice that: less than a second may be lost. */
const PAUSE_MS = 350
const RETRY_MS = 2_000

export interface Kept {
  readonly lines: readonly DraftLine[]
  readonly state: 'reading' | 'saved' | 'saving' | 'failed'
  readonly failure: Failure | null
  /** The summary was made before the lines were as they are. */
  readonly summaryIsStale: boolean
}

/** Somebody's own notes of one meeting while a window has them: what is typed, and what of it is on the disk. */
export interface Keeper {
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => Kept
  readonly type: (text: string, atMs: number | null) => void
  /** Resolves once all that was typed is on the disk, or could not be written. */
  readonly settle: () => Promise<void>
}

const keepers = new Map<NoteId, Keeper>()

/** One for each note, whatever comes and goes on screen. */
export function keeperOf(noteId: NoteId, client: SottoClient): Keeper {
  const known = keepers.get(noteId)
  if (known !== undefined) return known
  const made = createKeeper(noteId, client)
  keepers.set(noteId, made)
  return made
}

function createKeeper(noteId: NoteId, client: SottoClient): Keeper {
  const listeners = new Set<() => void>()
  let kept: Kept = { lines: [], state: 'reading', failure: null, summaryIsStale: false }
  let saved: readonly TypedLine[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  /** Counts what was typed: an answer that was asked for before is not about what stands now. */
  let typed = 0
  let saving: Promise<void> | null = null
  let forget: () => void = () => undefined

  const show = (next: Partial<Kept>): void => {
    kept = { ...kept, ...next }
    for (const listener of listeners) listener()
  }
  const read = async (): Promise<void> => {
    const before = typed
    try {
      const { lines, summaryIsStale } = await client.ownNotes.read({ id: noteId, reveal: true })
      if (typed !== before || saving !== null) return
      saved = lines
      show({ lines, state: 'saved', failure: null, summaryIsStale })
    } catch (thrown) {
      if (kept.state === 'reading') show({ state: 'failed', failure: toFailure(thrown) })
    }
  }
  const save = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    await saving
    const draft = kept.lines
    const change = changeOf(saved, draft)
    if (change === null) {
      if (kept.state === 'saving') show({ state: 'saved' })
      return
    }
    saving = (async () => {
      try {
        const { summaryIsStale } = await client.ownNotes.save({ id: noteId, ...change })
        saved = stored(draft)
        show({ state: timer === undefined ? 'saved' : 'saving', failure: null, summaryIsStale })
      } catch (thrown) {
        show({ state: 'failed', failure: toFailure(thrown) })
        timer ??= setTimeout(() => void save(), RETRY_MS)
      } finally {
        saving = null
      }
    })()
    await saving
  }

  return {
    subscribe(listener) {
      if (listeners.size === 0) {
        forget = beforeLocking(save)
        if (kept.state !== 'saving') void read()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        forget()
        void save()
      }
    },
    current: () => kept,
    type(text, atMs) {
      typed++
      if (timer === undefined) since = performance.now()
      clearTimeout(timer)
      show({ lines: followText(kept.lines, text, atMs, newLineId), state: 'saving' })
      const left = Math.max(0, 2 * PAUSE_MS - (performance.now() - since))
      timer = setTimeout(() => void save(), Math.min(PAUSE_MS, left))
    },
    settle: save,
  }
}
