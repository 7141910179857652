import type { SegmentId } from '../../../src-shared/domain/ids.ts'
import type { PiiType } from '../../../src-shared/domain/pii.ts'

/** Words a model thinks are personal, standing letter by letter in a segment. */
export interface ProposedSpan {
  readonly segmentId: SegmentId
  readonly text: string
  readonly type: PiiType
}

export interface Proposals {
  readonly spans: readonly ProposedSpan[]
  /** Proposals that were not taken: words that do not stand there, tokens, ordinary words. */
  readonly refused: number
  readonly model: string
  /** Of the prompt. */
  readonly version: string
}
