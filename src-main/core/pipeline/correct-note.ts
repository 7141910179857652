import type { z } from 'zod'
import type { correctProcedure, CorrectedNoteRows } from '../../../src-shared/contract/corrections.ts'
import type { Occurrence } from '../../../src-shared/contract/store.ts'
import type { Correction } from '../../../src-shared/domain/correction.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import type { Token } from '../../../src-shared/domain/token.ts'
import { correctNote, createTokenBook, hiddenIn, mapSummary, mapVerdict, type Layer } from '../redaction/index.ts'
import { baseUnit, openBases, openNoteWords, sealBase, sealHidden, startBatch, type HiddenUnit } from '../vault/index.ts'
import { bookOfNobody, wordsGone } from './hide-for-good.ts'
import { unitsOf } from './note-units.ts'

type Input = z.infer<(typeof correctProcedure)['~orpc']['inputSchema'] & z.ZodType>

/** A note's rows under other corrections than before: what differs, ready for the one transaction that stores it. */
export function correctStored(input: Input, batchId: string): CorrectedNoteRows {
  const { texts, seed, publicKey } = input
  const { noteId } = texts
  const sealer = startBatch(noteId, publicKey, batchId)
  const words = seed === null ? wordsGone(texts) : openNoteWords(noteId, seed, input)
  const bases = seed === null ? new Map<string, Layer[]>() : openBases(noteId, seed, input.bases)
  const book = input.indexKey === null ? bookOfNobody() : createTokenBook({ indexKey: input.indexKey, entries: input.index })
  const places = unitsOf(texts, words)
  const { units, names, forgotten } = correctNote(
    {
      units: places.map(({ unit }) => unit),
      bases,
      before: input.before,
      after: input.after,
      display: (token) => words.display(token),
      language: texts.language,
    },
    book,
  )
  const by = new Map(units.map((unit) => [unit.key, unit]))
  const changed = units.filter(({ isChanged }) => isChanged)
  const layersOf = (key: string): readonly Layer[] | undefined => {
    const unit = by.get(key)
    return unit?.isChanged === true ? unit.layers : undefined
  }
  const text = (key: string): Layer['text'] | undefined => layersOf(key)?.[0]?.text

  // The vault keeps one row for a unit, whatever places it has: all of it is sealed again where one of them changes.
  const touched = new Set(places.flatMap(({ unit: { key }, said }) => (said !== null && layersOf(key) !== undefined ? [said.unit] : [])))
  const hiddenUnits = places.flatMap(({ unit: { key }, said }): HiddenUnit[] => {
    const layer = said === null || !touched.has(said.unit) ? undefined : by.get(key)?.layers[0]
    return said === null || layer === undefined || layer.words === null ? [] : [{ unit: said.unit, place: said.place, hidden: hiddenIn(layer) }]
  })
  const { sealedOccurrences, sealedNames } = sealHidden(hiddenUnits, names, sealer)
  const kept = new Set(sealedOccurrences.map(({ unit }) => unit))

  const summaries = texts.summaries.flatMap(({ id, summary }) => {
    const layers = layersOf(`summary:${id}`)
    return layers === undefined ? [] : [{ id, summary: mapSummary(summary, inTurn(layers)) }]
  })
  const verdicts = texts.verdicts.flatMap(({ verdict }) => {
    const layers = layersOf(`verdict:${verdict.id}`)
    return layers === undefined ? [] : [mapVerdict(verdict, inTurn(layers))]
  })
  const was = new Map(input.index.map(({ mac, token }) => [mac, token]))
  const rows: CorrectedNoteRows = {
    noteId,
    digest: texts.digest,
    title: text('title') ?? null,
    participants: texts.participants.flatMap((_, ordinal) => {
      const name = text(`participant:${ordinal}`)
      return name === undefined ? [] : [{ ordinal, name }]
    }),
    segments: texts.segments.flatMap(({ isCurrent: _, isTimed: __, ...segment }) => {
      const said = layersOf(`text:${segment.transcriptId}:${segment.id}`)?.[0]
      const speaker = text(`speaker:${segment.transcriptId}:${segment.id}`)
      if (said === undefined && speaker === undefined) return []
      return [{ ...segment, text: said?.text ?? segment.text, speaker: speaker ?? segment.speaker, times: said === undefined ? segment.times : timesOf(said) }]
    }),
    edits: texts.edits.flatMap(({ segmentId }) => {
      const edited = text(`edit:${segmentId}`)
      return edited === undefined ? [] : [{ segmentId, text: edited }]
    }),
    own: texts.own.flatMap(({ id }) => {
      const written = text(ownUnit(id))
      return written === undefined ? [] : [{ id, text: written }]
    }),
    summaries,
    verdicts,
    occurrences: places.flatMap(({ unit: { key }, shown }) => {
      const layer = layersOf(key)?.[0]
      return shown === null || layer === undefined || layer.words === null ? [] : [{ ...shown, rows: rowsOf(shown, layer) }]
    }),
    index: book.entries().filter(({ mac, token }) => was.get(mac) !== token),
    batch: sealer.batch,
    sealedOccurrences,
    droppedOccurrences: [...touched].filter((unit) => !kept.has(unit)),
    sealedNames: [...words.sealSame(sameTokens(input.after), sealer), ...sealedNames],
    forgotten,
    bases: units.flatMap(({ key, base }) => (base === null || bases.has(key) ? [] : [sealBase(key, base, sealer)])),
    droppedBases: units.filter(({ key, base }) => base === null && bases.has(key)).map(({ key }) => baseUnit(key)),
    changed: changed.length,
  }
  if (seed !== null) return rows
  // Nobody could open it.
  return { ...rows, index: [], sealedOccurrences: [], droppedOccurrences: [], sealedNames: [], forgotten: [], bases: [], droppedBases: [] }
}

/** Hands the texts of a unit back in the order in which they were taken from it. */
function inTurn(layers: readonly Layer[]): (text: Layer['text']) => Layer['text'] {
  let next = 0
  return (text) => layers[next++]?.text ?? text
}

const timesOf = ({ times }: Layer) => (times === null ? null : [...times])

const rowsOf = (shown: Pick<Occurrence, 'unit' | 'place'>, layer: Layer): Occurrence[] =>
  hiddenIn(layer).map(({ token, ordinal, span }) => ({ ...shown, ordinal, token, span }))

/** Which token each token is, after every merge that holds. */
export function sameTokens(corrections: readonly Correction[]): Map<Token, Token> {
  const same = new Map<Token, Token>()
  for (const { what } of [...corrections].sort((a, b) => a.createdAt - b.createdAt)) {
    if (what.kind !== 'merge') continue
    for (const [token, is] of same) if (is === what.token) same.set(token, what.into)
    same.set(what.token, what.into)
  }
  return same
}

