import { Failure } from '../errors/failure.ts'
import { failureOf } from '../errors/wire.ts'
import { receiverMessageSchema, WINDOW_BYTES, type ByteWire, type SenderMessage } from './byte-stream.ts'

export interface SendOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with how many bytes the other side has taken so far. */
  readonly onTaken?: ((bytes: number) => void) | undefined
}

/**
 * The sender's end of a binary connection: sends one stream, as fast as the other side takes it, and closes the connection.
 * @param source pieces of at most PIECE_BYTES
 * @returns what the other side made of it
 * @throws Failure whatever the other side failed with; CANCELLED by the signal; NOT_CONNECTED when the connection ended
 */
export async function sendBytes(
  wire: ByteWire,
  source: AsyncIterable<Uint8Array<ArrayBuffer>>,
  meta: unknown,
  { signal, onTaken }: SendOptions = {},
): Promise<unknown> {
  let room = 0
  let granted = 0
  let wake = (): void => undefined
  const tell = (message: SenderMessage): void => wire.send(JSON.stringify(message))
  const answer = new Promise<unknown>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Failure('CANCELLED', {})), { once: true })
    wire.onClose(() => reject(new Failure('NOT_CONNECTED', { reason: 'gone' })))
    wire.onMessage((message) => {
      const parsed = receiverMessageSchema.parse(typeof message === 'string' ? JSON.parse(message) : null)
      if ('done' in parsed) return resolve(parsed.done)
      if ('failed' in parsed) return reject(failureOf({ ...parsed.failed, message: '' }))
      room += parsed.more
      granted += parsed.more
      onTaken?.(Math.max(0, granted - WINDOW_BYTES))
      wake()
    })
  })
  let isOver = false
  const over = (): void => {
    isOver = true
    wake()
  }
  answer.then(over, over)
  try {
    if (signal?.aborted === true) throw new Failure('CANCELLED', {})
    tell({ begin: meta })
    for await (const piece of source) {
      while (room < piece.length && !isOver) await new Promise<void>((resolve) => (wake = resolve))
      if (isOver) break
      room -= piece.length
      wire.send(piece)
    }
    if (!isOver) tell({ end: true })
    return await answer
  } finally {
    answer.catch(() => undefined) // a source that failed leaves nobody to hear of it
    wire.close()
  }
}
