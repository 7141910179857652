import type { Correction } from '../../../src-shared/domain/correction.ts'
import type { OptionalType } from '../../../src-shared/domain/pii.ts'
import type { RedactedText } from '../../../src-shared/domain/text.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { correctNote, createTokenBook, layerOf, redactMeeting, textsToScan, type IndexEntry, type Looking } from '../redaction/index.ts'

export interface TailToRedact {
  /** The last final words of one side, oldest first: as many as what is said next may belong to. */
  readonly tail: readonly string[]
  /** What the side is saying now. */
  readonly provisional: string | null
  readonly participants: readonly string[]
  readonly language: string | null
  /** 32 bytes, the note's own. */
  readonly indexKey: Uint8Array
  readonly index: readonly IndexEntry[]
  /** What the person said of words in this meeting and in all; what was said of one place has none here yet. */
  readonly corrections: readonly Correction[]
  /** Kinds that are hidden beside what always is. */
  readonly alsoTypes?: readonly OptionalType[]
}

export interface RedactedTail {
  readonly tail: RedactedText[]
  readonly provisional: RedactedText | null
  /** The tokens given out so far, to be given back with the next tail. Provisional words leave none behind. */
  readonly index: IndexEntry[]
}

/** Words of one side, in order: a phrase that was cut is found across the cut. */
const SPOKEN = { group: 'tail', speaker: null, isTimed: true } as const

/**
 * Redacts the end of what a side has said as one text, so that a number or an address that was cut in two is seen whole: what was
 * shown before may come back with more hidden. Names heard earlier in the meeting are known by their index. Corrections are laid over it
 * as over a whole transcript.
 */
export async function redactTail(
  { tail, provisional, participants, language, indexKey, index, corrections, alsoTypes }: TailToRedact,
  looking: Looking,
): Promise<RedactedTail> {
  const redact = async (texts: readonly string[], entries: readonly IndexEntry[]): Promise<{ texts: RedactedText[]; index: IndexEntry[] }> => {
    const book = createTokenBook({ indexKey, entries })
    const meeting = {
      cues: texts.map((text, at) => ({ text: rawText(text.normalize('NFC')), startMs: at })),
      participants: participants.map(rawText),
      ...(language === null ? {} : { language }),
    }
    const looked = textsToScan(meeting)
    const { found } = await looking.look(looked)
    looking.forget(looked)
    const { cues } = redactMeeting({ ...meeting, foundByModel: found, alsoTypes }, book)
    const units = cues.map(({ text }, at) => ({ key: `${at}`, layers: [layerOf(text)], contexts: [SPOKEN] }))
    const corrected = correctNote({ units, bases: new Map(), before: [], after: corrections, display: () => undefined, language }, book)
    const said = corrected.units.flatMap(({ layers: [layer] }) => (layer === undefined ? [] : [layer.text]))
    return { texts: said, index: book.entries() }
  }
  const settled = await redact(tail, index)
  if (provisional === null) return { tail: settled.texts, provisional: null, index: settled.index }
  const running = await redact([...tail, provisional], settled.index)
  return { tail: running.texts.slice(0, -1), provisional: running.texts.at(-1) ?? null, index: settled.index }
}
