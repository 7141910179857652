import { Failure, failedWith } from '../../../src-shared/errors/failure.ts'
import type { Egress } from '../egress/index.ts'
import { continuationOf, rangeHeaders } from './answer.ts'
import type { Model } from './manifest.ts'
import type { Part } from './part.ts'

/** Why an answer ended before the file did; another try may get further. */
export type Trouble = 'unreachable' | 'silent' | 'dropped' | 'server'

/** The answer is not the file of the manifest; nothing of it may be kept. */
export class OtherFile extends Error {}

/** The disk would not take the bytes. */
export class DiskTrouble extends Error {}

const BUSY = [408, 425, 429, 500, 502, 503, 504]

export type GuardedFetch = ReturnType<Egress['fetchFor']>

interface Request {
  readonly model: Model
  readonly part: Part
  readonly fetch: GuardedFetch
  readonly signal: AbortSignal | undefined
  readonly onBytes: (bytes: number) => void
}

/**
 * One request for what is missing of a part; its bytes are appended as they come.
 * @returns null when an answer was read to its end, which need not be the file's
 * @throws Failure CANCELLED, EGRESS_DENIED, DOWNLOAD_FAILED (refused); OtherFile; DiskTrouble
 */
export async function fetchMore(request: Request): Promise<Trouble | null> {
  const { model, part, signal } = request
  const have = part.print.bytes
  const headers = rangeHeaders(have, part.etag)
  let response: Response
  try {
    response = await request.fetch(model.url, { headers, ...(signal === undefined ? {} : { signal }) })
  } catch (thrown) {
    return troubleOf(thrown, signal, 'unreachable')
  }
  const next = continuationOf(response, have, model.bytes)
  if (next.kind === 'append' || next.kind === 'whole') {
    if (next.kind === 'whole') await part.restart(next.etag)
    return take(response, request)
  }
  await response.body?.cancel()
  if (next.kind === 'other file') throw new OtherFile()
  if (next.kind === 'ask again') {
    await part.restart(null)
    return 'server'
  }
  if (BUSY.includes(next.status)) return 'server'
  throw new Failure('DOWNLOAD_FAILED', { reason: 'refused', status: next.status })
}

async function take(response: Response, { model, part, signal, onBytes }: Request): Promise<Trouble | null> {
  const body: ReadableStream<Uint8Array> | null = response.body
  if (body === null) return 'dropped'
  try {
    for await (const chunk of body) {
      if (part.print.bytes + chunk.byteLength > model.bytes) throw new OtherFile()
      await part.append(chunk).catch((cause: unknown) => {
        throw new DiskTrouble('writing', { cause })
      })
      onBytes(part.print.bytes)
    }
  } catch (thrown) {
    if (failedWith(thrown, 'EGRESS_DENIED') && thrown.params.reason === 'size') throw new OtherFile()
    return troubleOf(thrown, signal, 'dropped')
  }
  return part.print.bytes === model.bytes ? null : 'dropped'
}

function troubleOf(thrown: unknown, signal: AbortSignal | undefined, otherwise: Trouble): Trouble {
  if (signal?.aborted === true) throw new Failure('CANCELLED', {}, { cause: thrown })
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') return 'silent'
  // What fetch throws for a connection that cannot be made, or breaks. Anything else is not the network's doing.
  if (thrown instanceof TypeError) return otherwise
  throw thrown
}
