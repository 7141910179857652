import type { MessagePort } from 'node:worker_threads'
import { isFailure } from '../../../src-shared/errors/failure.ts'
import { openAudio } from './open-audio.ts'
import { toThreadSchema, type FromThread } from './sound-messages.ts'

/**
 * The decoding thread's side of `decodeInWorker`: one recording, opened and handed out block by block as blocks are asked for.
 * It never ends by itself; who asked ends the thread.
 */
export async function serveDecoding(port: MessagePort, { path, keepTruncated }: { path: string | null; keepTruncated: boolean }): Promise<void> {
  const say = (message: FromThread, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved)
  const wanted = new Turnstile<true>()
  const pieces = new Turnstile<Uint8Array>()
  port.on('message', (data: unknown) => {
    const message = toThreadSchema.parse(data)
    if (message.say === 'next') wanted.put(true)
    else pieces.put(message.bytes)
  })

  async function* asked(): AsyncGenerator<Uint8Array> {
    for (;;) {
      say({ say: 'read' })
      const piece = await pieces.take()
      if (piece.length === 0) return
      yield piece
    }
  }

  let isTruncated = (): boolean => false
  try {
    const stream = await openAudio(path === null ? asked() : { path }, { keepTruncated })
    isTruncated = stream.isTruncated
    const { format, sourceRate, sourceChannels, durationMs, channels } = stream
    say({ say: 'opened', format, sourceRate, sourceChannels, durationMs, channels })
    for await (const planes of stream.blocks()) {
      await wanted.take()
      say({ say: 'block', planes }, planes.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer))
    }
    say({ say: 'end', isTruncated: isTruncated() })
  } catch (thrown) {
    // A bug ends the thread, and its owner is told by that.
    if (!isFailure(thrown)) throw thrown
    say({ say: 'failed', code: thrown.code, data: thrown.params, isTruncated: isTruncated() })
  }
}

/** What came before anybody waited is kept in order; who waits first is served first. */
class Turnstile<T> {
  readonly #kept: T[] = []
  readonly #waiting: ((value: T) => void)[] = []

  put(value: T): void {
    const serve = this.#waiting.shift()
    if (serve === undefined) this.#kept.push(value)
    else serve(value)
  }

  take(): Promise<T> {
    const [value] = this.#kept.splice(0, 1)
    return value === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(value)
  }
}
