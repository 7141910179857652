import type { z } from 'zod'
import type { findAgainProcedure } from '../../../src-shared/contract/corrections.ts'
import type { Correction, CorrectedPlace, FoundAgain } from '../../../src-shared/domain/correction.ts'
import type { OptionalType } from '../../../src-shared/domain/pii.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import {
  createTokenBook,
  openLayer,
  phrasesOf,
  redactMeeting,
  textsToScan,
  type Layer,
  type Looking,
  type MeetingToRedact,
  type RedactedUnit,
} from '../redaction/index.ts'
import { openBases, openNoteWords } from '../vault/index.ts'
import { unitsOf } from './note-units.ts'

type Procedure = (typeof findAgainProcedure)['~orpc']
type Input = z.output<Procedure['inputSchema'] & z.ZodType>

interface Range {
  readonly start: number
  readonly end: number
}

/** A text as it was said or typed, and what of it is hidden, or was until a person showed it. */
interface Read {
  readonly source: string
  readonly known: readonly Range[]
  readonly place: CorrectedPlace['segmentId']
}

interface Found extends Range {
  readonly in: Read
  readonly phrase: string
  readonly type: FoundAgain['type']
  readonly why: FoundAgain['why']
}

/**
 * Redacts a note's words anew and says what is found beyond what is hidden; on the text thread. Only words that can be read anyway leave
 * it: of a name that is hidden in part, the rest.
 */
export async function findAgain(
  input: Input,
  looking: Looking,
  { limitMs, alsoTypes }: { limitMs: number; alsoTypes: readonly OptionalType[] },
): Promise<z.input<Procedure['outputSchema'] & z.ZodType>> {
  const meeting = openMeeting(input)
  const { done, total, found: foundByModel } = await looking.look(textsToScan(meeting.toRedact), limitMs)
  if (done < total) return { found: null, done, total }
  looking.forget()
  const book = createTokenBook({ indexKey: crypto.getRandomValues(new Uint8Array(32)), entries: [] })
  const { title, cues, typed } = redactMeeting({ ...meeting.toRedact, foundByModel, alsoTypes }, book)
  const units = [...(title === null ? [] : [title]), ...cues.map(({ text }) => text), ...typed]
  const found = meeting.reads.flatMap((read, at) => beyond(read, units[at]))
  return { found: asCorrections(found, meeting.reads), done, total }
}

/** The note as it was before anything was hidden in it; `reads` are its title, its segments and what was typed, in that order. */
function openMeeting({ texts, seed, corrections, ...sealed }: Input): { reads: Read[]; toRedact: MeetingToRedact } {
  const words = openNoteWords(texts.noteId, seed, sealed)
  const bases = openBases(texts.noteId, seed, sealed.bases)
  const layers = new Map(unitsOf(texts, words).map(({ unit }) => [unit.key, unit.layers[0]]))
  const open = (layer: Layer) => openLayer(layer, (token) => words.display(token) ?? rawText(token))
  const read = (key: string, place: Read['place']): Read => {
    const layer = layers.get(key)
    if (layer === undefined) throw new Error('every text has its unit')
    const { source, held } = open(layer)
    const base = bases.get(key)?.[0]
    return { source, known: [...held, ...(base === undefined ? [] : open(base).held)], place }
  }
  const current = texts.segments.filter(({ isCurrent }) => isCurrent)
  const spoken = current.map(({ transcriptId, id, speaker, isTimed }) => ({
    words: read(`text:${transcriptId}:${id}`, id),
    speaker: speaker === null ? null : read(`speaker:${transcriptId}:${id}`, id).source,
    isTimed,
  }))
  const typed = [
    ...texts.own.map(({ id }) => read(ownUnit(id), id)),
    ...texts.edits.filter(({ fits }) => fits).map(({ segmentId }) => read(`edit:${segmentId}`, segmentId)),
  ]
  const title = texts.title === null ? null : read('title', null)
  return {
    reads: [...(title === null ? [] : [title]), ...spoken.map((one) => one.words), ...typed],
    toRedact: {
      ...(title === null ? {} : { title: rawText(title.source) }),
      cues: spoken.map((one) => ({
        text: rawText(one.words.source),
        ...(one.speaker === null ? {} : { speaker: rawText(one.speaker) }),
        ...(one.isTimed ? { startMs: 0 } : {}),
      })),
      typed: typed.map(({ source }) => rawText(source)),
      participants: texts.participants.map((_, ordinal) => rawText(read(`participant:${ordinal}`, null).source)),
      rules: { always: [], never: shownEverywhere(corrections) },
      ...(texts.language === null ? {} : { language: texts.language }),
    },
  }
}

/** What a person showed in one place is known there; these hold wherever they are said. */
const shownEverywhere = (corrections: readonly Correction[]): string[] =>
  corrections.flatMap(({ what }) => (what.kind === 'never-hide' && what.place === null ? [what.phrase] : []))

const LETTERS = /[\p{L}\p{N}][^]*[\p{L}\p{N}]|[\p{L}\p{N}]/u

/** What of the spans found is not known, without the marks around it. */
function beyond(read: Read, unit: RedactedUnit | undefined): Found[] {
  return (unit?.hidden ?? []).flatMap(({ span: { start, end, type, score, recognizer, cue } }) => {
    const found: Found[] = []
    let at = start
    for (const taken of [...read.known.filter((other) => other.start < end && start < other.end).sort((a, b) => a.start - b.start), { start: end, end }]) {
      const piece = LETTERS.exec(read.source.slice(at, taken.start))
      if (piece !== null) {
        const range = wholeWords(read.source, { start: at + piece.index, end: at + piece.index + piece[0].length })
        const phrase = read.source.slice(range.start, range.end)
        found.push({ ...range, in: read, phrase, type, why: { score, recognizer, ...(cue === undefined ? {} : { cue }) } })
      }
      at = Math.max(at, taken.end)
    }
    return found
  })
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u

/** Corrections go by whole words. */
function wholeWords(source: string, { start, end }: Range): Range {
  let [from, to] = [start, end]
  while (from > 0 && IN_WORD.test(source[from - 1] ?? '')) from--
  while (to < source.length && IN_WORD.test(source[to] ?? '')) to++
  return { start: from, end: to }
}

const mentionsIn = ({ source }: Read, pattern: RegExp): Range[] =>
  Array.from(source.matchAll(pattern), ({ index, 0: said }) => ({ start: index, end: index + said.length }))

/** Everywhere in the note where every mention was found or is hidden; else only where it was, since the words mean something else as well. */
function asCorrections(found: readonly Found[], reads: readonly Read[]): FoundAgain[] {
  return [...Map.groupBy(found, ({ phrase }) => phrase.toLowerCase()).values()].flatMap((same) => {
    const [first] = same
    const pattern = first === undefined ? null : phrasesOf([first.phrase])
    if (first === undefined || pattern === null) return []
    const mentions = new Map(reads.map((read) => [read, mentionsIn(read, pattern)]))
    const accounted = (read: Read, mention: Range): boolean =>
      [...read.known, ...found.filter((other) => other.in === read)].some(({ start, end }) => start <= mention.start && mention.end <= end)
    const { phrase, type, why } = first
    if ([...mentions].every(([read, all]) => all.every((mention) => accounted(read, mention)))) return [{ phrase, type, why, place: null }]
    return same.flatMap((one): FoundAgain[] => {
      const nth = (mentions.get(one.in) ?? []).findIndex(({ start }) => start === one.start) + 1
      return nth === 0 ? [] : [{ phrase: one.phrase, type: one.type, why: one.why, place: { segmentId: one.in.place, nth } }]
    })
  })
}
