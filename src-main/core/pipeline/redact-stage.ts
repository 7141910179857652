import type { z } from 'zod'
import type { RedactionResult } from '../../../src-shared/contract/store.ts'
import type { textWorkerContract } from '../../../src-shared/contract/text-worker.ts'
import type { SegmentId } from '../../../src-shared/domain/ids.ts'
import type { RawCue, Segment } from '../../../src-shared/domain/transcript.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { createTokenBook, redactMeeting, type RedactedUnit } from '../redaction/index.ts'
import { sealHidden, startBatch, type HiddenUnit, type Sealer, type StagedMeeting } from '../vault/index.ts'

type Index = RedactionResult['index']

/** Redacts a staged meeting whole: names must agree between its first cue and its last. */
export function redactStaged(
  meeting: StagedMeeting,
  {
    sealer,
    indexKey,
    index,
    language,
    previous,
    nextSegmentId,
  }: { sealer: Sealer; indexKey: Uint8Array; index: Index; language: string | null; previous: readonly Segment[]; nextSegmentId: () => SegmentId },
): Omit<RedactionResult, 'noteId' | 'jobId' | 'transcriptId' | 'soundExpiresAt'> {
  const book = createTokenBook({ indexKey, entries: index })
  const redacted = redactMeeting({ ...meeting, ...(language === null ? {} : { language }) }, book)

  const units: HiddenUnit[] = []
  const keep = (unit: string, place: HiddenUnit['place'], { hidden }: RedactedUnit): void => void units.push({ unit, place, hidden })

  if (redacted.title !== null) keep('title', 'title', redacted.title)
  redacted.participants.forEach((name, ordinal) => keep(`participant:${ordinal}`, 'participant', name))
  const idAt = keptIds(previous, nextSegmentId)
  const segments = redacted.cues.map(({ speaker, text, times }, ordinal) => {
    const cue = meeting.cues[ordinal]
    const id = idAt(cue)
    if (speaker !== null) keep(id, 'speaker', speaker)
    keep(id, 'text', text)
    return {
      id,
      speaker: speaker?.text ?? null,
      startMs: whole(cue?.startMs),
      endMs: whole(cue?.endMs),
      text: text.text,
      ...(times === undefined ? {} : { times }),
      ...(cue?.marks === undefined ? {} : { marks: [...cue.marks] }),
    }
  })

  return {
    title: redacted.title?.text ?? null,
    participants: redacted.participants.map((name) => name.text),
    segments,
    index: book.entries(),
    batch: sealer.batch,
    ...sealHidden(units, redacted.names, sealer),
  }
}

/** Redacts one typed text with the note's own tokens; works with the public key alone. */
export function redactTyped(
  input: z.infer<(typeof textWorkerContract)['redactEdit']['~orpc']['inputSchema'] & z.ZodType>,
  batchId: string,
): z.infer<(typeof textWorkerContract)['redactEdit']['~orpc']['outputSchema'] & z.ZodType> {
  const book = createTokenBook({ indexKey: input.indexKey, entries: input.index })
  const sealer = startBatch(input.noteId, input.publicKey, batchId)
  const known = new Set(input.index.map((entry) => entry.token))
  // A title is a text by itself, which is what a typed line is too.
  const { title: unit, names } = redactMeeting(
    {
      title: rawText(input.text),
      cues: [],
      participants: input.participants.map(rawText),
      ...(input.language === null ? {} : { language: input.language }),
    },
    book,
  )
  if (unit === null) throw new Error('a given title is always returned')
  return {
    text: unit.text,
    index: book.entries(),
    batch: sealer.batch,
    // A token the note already has keeps the display name it has.
    ...sealHidden(
      [{ unit: input.unit, place: input.place, hidden: unit.hidden }],
      names.filter(({ token }) => !known.has(token)),
      sealer,
    ),
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
