import { isFailure } from '../errors/failure.ts'
import { PIECE_BYTES, senderMessageSchema, WINDOW_BYTES, type ByteWire, type ReceiverMessage } from './byte-stream.ts'

/** Takes one stream in and says what became of it; the signal aborts when the sender goes away or breaks the rules. */
export type TakeBytes = (stream: AsyncIterable<Uint8Array>, meta: unknown, signal: AbortSignal) => Promise<unknown>

/**
 * The receiver's end of a binary connection, which carries one stream. Nothing is asked for before there is room for it,
 * so that a sender of any speed fills no more than {@link WINDOW_BYTES} of memory.
 */
export function receiveBytes(wire: ByteWire, take: TakeBytes): void {
  const abort = new AbortController()
  const pieces = createPieces(abort.signal)
  let state: 'waiting' | 'taking' | 'ended' = 'waiting'
  let asked = 0

  const tell = (message: ReceiverMessage): void => {
    if (!abort.signal.aborted) wire.send(JSON.stringify(message))
  }
  const ask = (bytes: number): void => {
    asked += bytes
    tell({ more: bytes })
  }
  const refuse = (): void => {
    abort.abort()
    wire.close()
  }
  async function* stream(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      yield piece
      ask(piece.length)
    }
  }
  const begin = async (meta: unknown): Promise<void> => {
    state = 'taking'
    ask(WINDOW_BYTES)
    try {
      tell({ done: await take(stream(), meta, abort.signal) })
    } catch (thrown) {
      tell({ failed: isFailure(thrown) ? { code: thrown.code, data: thrown.params } : { code: 'INTERNAL', data: {} } })
    }
  }

  wire.onClose(() => abort.abort())
  wire.onMessage((message) => {
    if (typeof message !== 'string') {
      asked -= message.length
      if (state !== 'taking' || asked < 0 || message.length > PIECE_BYTES) return refuse()
      return pieces.add(message)
    }
    const { data } = senderMessageSchema.safeParse(parse(message))
    if (data !== undefined && 'end' in data && state === 'taking') {
      state = 'ended'
      return pieces.end()
    }
    if (data === undefined || 'end' in data || state !== 'waiting') return refuse()
    void begin(data.begin)
  })
}

interface Pieces extends AsyncIterable<Uint8Array> {
  add(piece: Uint8Array): void
  end(): void
}

/** What has arrived and was not taken yet. Taking from it throws when the signal aborts. */
function createPieces(signal: AbortSignal): Pieces {
  const waiting: Uint8Array[] = []
  let isEnded = false
  let wake = (): void => undefined
  signal.addEventListener('abort', () => wake())
  return {
    add(piece) {
      waiting.push(piece)
      wake()
    },
    end() {
      isEnded = true
      wake()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        signal.throwIfAborted()
        const piece = waiting.shift()
        if (piece !== undefined) yield piece
        else if (isEnded) return
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
