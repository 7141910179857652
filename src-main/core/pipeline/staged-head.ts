import type { Batch, SealedRow } from '../../../src-shared/contract/store.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import type { TypedLine } from '../../../src-shared/domain/own-line.ts'
import { sealStaging, startBatch } from '../vault/index.ts'

export interface HeadToStage {
  readonly noteId: string
  readonly publicKey: Uint8Array
  readonly batchId: string
  readonly title?: string | undefined
  readonly participants: readonly string[]
  readonly vocabulary?: string | undefined
  readonly own?: readonly TypedLine[] | undefined
}

/** What a person says of a recording before anybody has heard it, sealed; its words join it as they are heard. */
export function stagedHead({ noteId, publicKey, batchId, title, participants, vocabulary, own }: HeadToStage): { batch: Batch; rows: SealedRow[] } {
  const sealer = startBatch(noteId, publicKey, batchId)
  const rows = sealStaging(
    {
      ...(title === undefined ? {} : { title: rawText(title) }),
      participants: participants.map(rawText),
      ...(vocabulary === undefined ? {} : { vocabulary: rawText(vocabulary) }),
      ...(own === undefined ? {} : { own }),
      cues: [],
    },
    sealer,
  )
  return { batch: sealer.batch, rows }
}
