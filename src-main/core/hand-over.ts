import { handOverSchema, type HandedOver } from '../../src-shared/wire/hand-over.ts'
import type { TakeBytes } from '../../src-shared/wire/receive-bytes.ts'
import type { Sotto } from './sotto.ts'

/** What a host does with a file that its window hands over: imports it, transcript or recording. */
export const takeFile =
  (sotto: Pick<Sotto, 'importStream'>): TakeBytes =>
  (stream, meta, signal): Promise<HandedOver> =>
    sotto.importStream(stream, handOverSchema.parse(meta), signal)
