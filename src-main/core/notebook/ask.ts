import type { Answer, AskEvent } from '../../../src-shared/contract/ask.ts'
import { effectiveSegments } from '../../../src-shared/domain/effective-segments.ts'
import type { NoteId, SegmentId } from '../../../src-shared/domain/ids.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import { redactedTextSchema } from '../../../src-shared/domain/text.ts'
import type { Token } from '../../../src-shared/domain/token.ts'
import { Failure, isFailure } from '../../../src-shared/errors/failure.ts'
import type { TextWorker } from '../pipeline/index.ts'
import { asIndexWord } from '../search/index.ts'
import type { Store } from '../store/index.ts'
import { nameable, readQuestion, type Asked, type Source } from '../summary/answer/index.ts'
import type { Vault } from '../vault/index.ts'
import { textsLookedAtAgain } from './look-again.ts'
import { withTokens, type Reading } from './show.ts'

/** What a model is given to answer from, and what it may not be given: names. */
export interface ModelQuestion {
  readonly question: string
  /** The person's own words and what they are called in each note. */
  readonly names: readonly { readonly word: string; readonly tokens: readonly { readonly noteId: NoteId; readonly token: Token }[] }[]
  readonly passages: readonly { readonly noteId: NoteId; readonly segments: readonly Note['segments'][number][] }[]
}

export type AnswerWithModel = (
  asked: ModelQuestion,
  options: { model: string | undefined; signal: AbortSignal; onProgress: (done: number) => void },
) => Promise<{ sentences: { noteId: NoteId; text: string; evidence: readonly SegmentId[] }[]; model: string }>

interface Parts {
  readonly store: Store
  readonly vault: Pick<Vault, 'tokensCalled' | 'corrections'>
  /** A thread of its own: a question does not wait behind an import, and cancelling it ends no import. */
  readonly asking: TextWorker
  readonly withModel: AnswerWithModel
  readonly get: (noteId: NoteId) => Promise<Note>
  readonly openReading: (noteId: NoteId) => Promise<Reading>
}

export interface AskRequest {
  readonly question: string
  readonly noteId?: NoteId | undefined
  readonly reveal: boolean
  readonly engine: 'embedded' | 'ollama'
  readonly model?: string | undefined
}

/** Notes read for one question. */
const MOST_NOTES = 12
/** Notes a question about decisions or tasks looks at where it names nothing else. */
const NEWEST = 5
const MOST_LINES = 8
/** What a model is given to read is found with less than the built-in engine asks for: it tells by itself what answers. */
const FOR_MODEL = { from: 0.2, most: 14, around: 3 } as const

interface Found {
  readonly noteId: NoteId
  readonly text: string
  readonly evidence: readonly SegmentId[]
}

/** Answers out of notes, each sentence with the words that bear it out; "not in your notes" where there are none (decision 0037). */
export function createAsk({ store, vault, asking, withModel, get, openReading }: Parts) {
  const namesIn = async (question: string, reveal: boolean): Promise<ModelQuestion['names'][number][]> => {
    if (!reveal) return []
    const names = []
    for (const { word } of nameable(question)) {
      const tokens = await vault.tokensCalled(word)
      if (tokens.length > 0) names.push({ word, tokens })
    }
    return names
  }

  const likelyNotes = async ({ stems, part }: Asked, words: ReturnType<typeof nameable>, names: ModelQuestion['names']): Promise<NoteId[]> => {
    if (stems.length === 0) {
      const all = part === null ? [] : await store.read.listNotes({ includeDeleted: false })
      return all.slice(0, NEWEST).map(({ id }) => id)
    }
    const tokensOf = new Map(names.map(({ word, tokens }) => [word, [...tokens]]))
    const query = stems.map((stem) => {
      const called = words.filter((word) => word.stem === stem).flatMap(({ word }) => tokensOf.get(word) ?? [])
      const word = words.find((one) => one.stem === stem)?.word ?? stem
      return { match: asIndexWord(word, stem), tokens: called }
    })
    return (await store.read.findNotes({ words: query, limit: MOST_NOTES })).map(({ noteId }) => noteId)
  }

  const sourceOf = (note: Note, { part }: Asked, words: ReturnType<typeof nameable>, names: ModelQuestion['names']): Source => {
    const called: Record<string, string[]> = {}
    for (const { word, tokens } of names) {
      const stem = words.find((one) => one.word === word)?.stem ?? word
      called[stem] = [...(called[stem] ?? []), ...tokens.filter(({ noteId }) => noteId === note.id).map(({ token }) => token)]
    }
    return {
      noteId: note.id,
      segments: effectiveSegments(note).filter(({ marks }) => marks === undefined),
      participants: note.participants,
      favoured: part === null ? [] : (note.summary?.[part] ?? []).flatMap(({ evidence }) => evidence),
      called,
    }
  }

  /**
   * What a model wrote, and what is shown without names and may be copied on, is looked at once more; what a note says of itself is
   * shown with names as it stands.
   */
  const lookedAt = async (found: readonly Found[], notes: ReadonlyMap<NoteId, Note>, signal: AbortSignal): Promise<Found[]> => {
    const looked = new Map<Found, string>()
    for (const noteId of new Set(found.map((one) => one.noteId))) {
      const language = notes.get(noteId)?.language ?? null
      const key = await store.read.getVaultKey({ noteId })
      const note = key === null || key.indexKey === null
        ? null
        : { noteId, publicKey: key.publicKey, indexKey: key.indexKey, index: await store.read.getIndex({ noteId }) }
      const own = found.filter((one) => one.noteId === noteId)
      const texts = await textsLookedAtAgain({ text: asking, vault }, own.map(({ text }) => redactedTextSchema.parse(text)), { noteId, language, note, signal })
      own.forEach((one, at) => looked.set(one, texts[at] ?? one.text))
    }
    return found.map((one) => ({ ...one, text: looked.get(one) ?? one.text }))
  }

  const cited = async (found: readonly Found[], notes: ReadonlyMap<NoteId, Note>, reveal: boolean): Promise<Answer['sentences']> => {
    const readings = new Map<NoteId, Reading>()
    for (const noteId of new Set(found.map((one) => one.noteId))) readings.set(noteId, reveal ? await openReading(noteId) : withTokens)
    return found.flatMap(({ noteId, text, evidence }) => {
      const note = notes.get(noteId)
      const reading = readings.get(noteId) ?? withTokens
      if (note === undefined) return []
      const title = note.title === null ? null : reading.said(note.title, 'title', 'title')
      const citations = note.segments.flatMap(({ id, startMs, speaker }, segment) =>
        evidence.includes(id)
          ? [{ noteId, title, date: note.date, segment, startMs, speaker: speaker === null ? null : reading.said(speaker, id, 'speaker') }]
          : [],
      )
      return citations.length === 0 ? [] : [{ text: reading.made(redactedTextSchema.parse(text)), citations }]
    })
  }

  return {
    /** @throws Failure NOT_FOUND, CANCELLED, VAULT_CLOSED; those of a model end in the built-in engine's answer */
    async ask({ question, noteId, reveal, engine, model }: AskRequest, signal: AbortSignal, report: (event: AskEvent) => void): Promise<void> {
      const progress = (stage: 'finding' | 'reading' | 'writing') => (done: number) => report({ kind: 'progress', stage, done })
      progress('finding')(0)
      const asked = readQuestion(question)
      const words = nameable(question)
      const names = await namesIn(question, reveal)
      const ids = noteId === undefined ? await likelyNotes(asked, words, names) : [noteId]
      const notes = new Map<NoteId, Note>()
      for (const [at, id] of ids.entries()) {
        if (signal.aborted) throw new Failure('CANCELLED', {})
        progress('reading')(at / ids.length)
        notes.set(id, await get(id))
      }
      const sources = [...notes.values()].map((note) => sourceOf(note, asked, words, names))

      const embedded = async (): Promise<Found[]> => {
        if (asked.stems.length === 0) return linesOfPart([...notes.values()], asked.part)
        return asking.run((worker) => worker.answer({ asked: copied(asked), sources: sources.map(copiedSource) }), { signal })
      }
      const byModel = async (): Promise<{ found: Found[]; model: string }> => {
        const near = await asking.run(
          (worker) => worker.answer({ asked: copied(asked), sources: sources.map(copiedSource), from: FOR_MODEL.from, most: FOR_MODEL.most }),
          { signal },
        )
        const passages = sources.flatMap(({ noteId: of, segments }) => {
          const hit = new Set(near.filter((one) => one.noteId === of).flatMap(({ evidence }) => evidence))
          const around = segments.filter((_, at) => segments.slice(Math.max(0, at - FOR_MODEL.around), at + FOR_MODEL.around + 1).some(({ id }) => hit.has(id)))
          return around.length === 0 ? [] : [{ noteId: of, segments: around }]
        })
        if (passages.length === 0) return { found: [], model: model ?? '' }
        const made = await withModel({ question, names, passages }, { model, signal, onProgress: progress('writing') })
        return { found: made.sentences, model: made.model }
      }

      let result: { found: Found[]; engine: 'embedded' | 'ollama'; model?: string; fallback?: string }
      if (engine === 'embedded') result = { found: await embedded(), engine }
      else {
        try {
          result = { ...(await byModel()), engine }
        } catch (thrown) {
          if (!isFailure(thrown) || thrown.code === 'CANCELLED' || signal.aborted) throw thrown
          result = { found: await embedded(), engine: 'embedded', fallback: thrown.code }
        }
      }
      const found = reveal && result.engine === 'embedded' ? result.found : await lookedAt(result.found, notes, signal)
      const sentences = await cited(found, notes, reveal)
      const outcome = sentences.length === 0 ? 'not-in-notes' : 'answered'
      await store.write.appendAudit({
        kind: 'question.asked',
        data: { ...(noteId === undefined ? {} : { note: noteId }), engine: result.engine, outcome, notes: notes.size },
      })
      const { found: _found, ...by } = result
      report({ kind: 'answer', answer: { outcome, sentences, notesRead: notes.size, ...by, withoutNames: !reveal } })
    },
  }
}

/** "What did we decide?": the lines of that part of the summaries, sure ones alone. */
function linesOfPart(notes: readonly Note[], part: Asked['part']): Found[] {
  if (part === null) return []
  return notes
    .flatMap(({ id, summary }) =>
      (summary?.[part] ?? [])
        .filter(({ possible, unsupported }) => possible !== true && unsupported !== true)
        .map(({ text, evidence }) => ({ noteId: id, text, evidence })),
    )
    .slice(0, MOST_LINES)
}

/** Copies that may cross to another thread. */
const copied = ({ stems, ...asked }: Asked) => ({ ...asked, stems: [...stems] })
const copiedSource = ({ called, ...source }: Source) => ({
  ...source,
  called: Object.fromEntries(Object.entries(called).map(([stem, tokens]) => [stem, [...tokens]])),
})
