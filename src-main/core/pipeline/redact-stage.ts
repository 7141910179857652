import type { z } from 'zod'
import type { RedactionResult } from '../../../src-shared/contract/store.ts'
import type { textWorkerContract } from '../../../src-shared/contract/text-worker.ts'
import type { OptionalType, Span } from '../../../src-shared/domain/pii.ts'
import type { Correction } from '../../../src-shared/domain/correction.ts'
import { segmentIdSchema, type SegmentId } from '../../../src-shared/domain/ids.ts'
import { ownUnit } from '../../../src-shared/domain/own-line.ts'
import type { RawCue, Segment, TimedPiece } from '../../../src-shared/domain/transcript.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import {
  correctNote,
  createTokenBook,
  hiddenIn,
  layerOf,
  redactMeeting,
  textsToScan,
  type DisplayName,
  type Layer,
  type Looking,
  type MeetingToRedact,
  type NoteUnit,
  type RedactedUnit,
  type TokenBook,
} from '../redaction/index.ts'
import { sealBase, sealHidden, startBatch, type HiddenUnit, type Sealer, type StagedMeeting } from '../vault/index.ts'
import { sameTokens } from './correct-note.ts'

type Index = RedactionResult['index']

/** Redacts a staged meeting whole: names must agree between its first cue and its last. Then the person's corrections are laid over it. */
export function redactStaged(
  meeting: StagedMeeting,
  { sealer, indexKey, index, language, previous, transcriptId, corrections, nextSegmentId, foundByModel, alsoTypes }: {
    sealer: Sealer
    indexKey: Uint8Array
    index: Index
    language: string | null
    previous: readonly Segment[]
    transcriptId: string
    corrections: readonly Correction[]
    nextSegmentId: () => SegmentId
    foundByModel: (text: string) => readonly Span[]
    alsoTypes: readonly OptionalType[]
  },
): Omit<RedactionResult, 'noteId' | 'jobId' | 'transcriptId' | 'soundExpiresAt' | 'corrections' | 'ownBatch'> {
  const book = createTokenBook({ indexKey, entries: index })
  const own = meeting.own ?? []
  const redacted = redactMeeting({ ...toRedact(meeting), foundByModel, alsoTypes, ...(language === null ? {} : { language }) }, book)

  const fresh: FreshUnit[] = []
  const keep = (key: string, unit: string, place: HiddenUnit['place'], text: RedactedUnit, context: FreshUnit['context'], times?: TimedPiece[]): string => {
    fresh.push({ key, unit, place, layer: layerOf(text, times ?? null), context })
    return key
  }

  const titleKey = redacted.title === null ? null : keep('title', 'title', 'title', redacted.title, { place: null })
  const participantKeys = redacted.participants.map((name, ordinal) => keep(`participant:${ordinal}`, `participant:${ordinal}`, 'participant', name, {}))
  const ownKeys = redacted.typed.map((text, at) => {
    const unit = ownUnit(own[at]?.id ?? '')
    return keep(unit, unit, 'text', text, {})
  })
  const idAt = keptIds(previous, nextSegmentId)
  const segmentKeys = redacted.cues.map(({ speaker, text, times }, ordinal) => {
    const cue = meeting.cues[ordinal]
    const id = idAt(cue)
    const context = { place: id, group: transcriptId, speaker: speaker?.text ?? null, isTimed: cue?.startMs !== undefined }
    return {
      id,
      cue,
      hasTimes: times !== undefined,
      speakerKey: speaker === null ? null : keep(`speaker:${transcriptId}:${id}`, id, 'speaker', speaker, { speaks: id }),
      textKey: keep(`text:${transcriptId}:${id}`, id, 'text', text, context, times),
    }
  })
  const laid = layOver(fresh, { corrections, book, language })
  const layerAt = (key: string): Layer => {
    const layer = laid.layers.get(key)
    if (layer === undefined) throw new Error('every unit has its layer')
    return layer
  }

  return {
    title: titleKey === null ? null : layerAt(titleKey).text,
    participants: participantKeys.map((key) => layerAt(key).text),
    own: own.map(({ id, atMs }, at) => ({ id, atMs, text: layerAt(ownKeys[at] ?? '').text })),
    segments: segmentKeys.map(({ id, cue, hasTimes, speakerKey, textKey }) => ({
      id,
      speaker: speakerKey === null ? null : layerAt(speakerKey).text,
      startMs: whole(cue?.startMs),
      endMs: whole(cue?.endMs),
      text: layerAt(textKey).text,
      ...(hasTimes ? { times: [...(layerAt(textKey).times ?? [])] } : {}),
      ...(cue?.marks === undefined ? {} : { marks: [...cue.marks] }),
    })),
    index: book.entries(),
    batch: sealer.batch,
    ...sealHidden(laid.hidden, [...redacted.names, ...laid.names], sealer, sameTokens(corrections)),
    bases: laid.bases.map(({ key, layers }) => sealBase(key, layers, sealer)),
  }
}

interface FreshUnit extends HiddenAt {
  readonly key: string
  readonly layer: Layer
  readonly context: NoteUnit['contexts'][number]
}
type HiddenAt = Pick<HiddenUnit, 'unit' | 'place'>

/** A staged meeting with what was typed of it. */
export const toRedact = (meeting: StagedMeeting): MeetingToRedact => ({ ...meeting, typed: (meeting.own ?? []).map(({ text }) => rawText(text)) })

/** Corrections over texts that have just been redacted. */
function layOver(
  fresh: readonly FreshUnit[],
  { corrections, book, language }: { corrections: readonly Correction[]; book: TokenBook; language: string | null },
): { layers: Map<string, Layer>; hidden: HiddenUnit[]; names: DisplayName[]; bases: { key: string; layers: readonly Layer[] }[] } {
  const { units, names } = correctNote(
    {
      units: fresh.map(({ key, layer, context }) => ({ key, layers: [layer], contexts: [context] })),
      bases: new Map(),
      before: [],
      after: corrections,
      display: () => undefined,
      language,
    },
    book,
  )
  const layers = new Map(units.flatMap(({ key, layers: [layer] }) => (layer === undefined ? [] : [[key, layer] as const])))
  return {
    layers,
    hidden: fresh.map(({ key, unit, place, layer }) => ({ unit, place, hidden: hiddenIn(layers.get(key) ?? layer) })),
    names,
    bases: units.flatMap(({ key, base }) => (base === null ? [] : [{ key, layers: base }])),
  }
}

/** Redacts one typed text with the note's own tokens; works with the public key alone. */
export async function redactTyped(
  input: z.infer<(typeof textWorkerContract)['redactEdit']['~orpc']['inputSchema'] & z.ZodType>,
  batchId: string,
  { looking, alsoTypes }: { looking: Looking; alsoTypes: readonly OptionalType[] },
): Promise<z.infer<(typeof textWorkerContract)['redactEdit']['~orpc']['outputSchema'] & z.ZodType>> {
  const { unit, place, language, corrections } = input
  const book = createTokenBook({ indexKey: input.indexKey, entries: input.index })
  const sealer = startBatch(input.noteId, input.publicKey, batchId)
  const known = new Set(input.index.map((entry) => entry.token))
  // A title is a text by itself, which is what a typed line is too.
  const meeting: MeetingToRedact = {
    title: rawText(input.text),
    cues: [],
    participants: input.participants.map(rawText),
    ...(language === null ? {} : { language }),
  }
  const { found } = await looking.look(textsToScan(meeting))
  looking.forget()
  const { title: typed, names } = redactMeeting({ ...meeting, foundByModel: found, alsoTypes }, book)
  if (typed === null) throw new Error('a given title is always returned')
  const segment = segmentIdSchema.safeParse(unit.replace(/^edit:/, ''))
  const context = segment.success ? { place: segment.data } : unit === 'title' ? { place: null } : {}
  const laid = layOver([{ key: unit, unit, place, layer: layerOf(typed), context }], { corrections, book, language })
  return {
    text: laid.layers.get(unit)?.text ?? typed.text,
    index: book.entries(),
    batch: sealer.batch,
    // A token the note already has keeps the display name it has.
    ...sealHidden(
      laid.hidden,
      [...names, ...laid.names].filter(({ token }) => !known.has(token)),
      sealer,
    ),
    bases: laid.bases.map(({ key, layers }) => sealBase(key, layers, sealer)),
  }
}

/** The id of the earlier segment that was spoken at the same time, each once; a fresh one where there is none. */
function keptIds(previous: readonly Segment[], nextId: () => SegmentId): (cue: RawCue | undefined) => SegmentId {
  const timed = previous.filter((segment) => segment.startMs !== null && segment.endMs !== null)
  let from = 0
  return (cue) => {
    if (cue?.startMs === undefined || cue.endMs === undefined) return nextId()
    const middle = (cue.startMs + cue.endMs) / 2
    while ((timed[from]?.endMs ?? Infinity) < cue.startMs) from++
    for (let at = from; (timed[at]?.startMs ?? Infinity) <= middle; at++) {
      if (middle > (timed[at]?.endMs ?? 0)) continue
      const [kept] = timed.splice(at, 1)
      if (kept !== undefined) return kept.id
    }
    return nextId()
  }
}

const whole = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms))
