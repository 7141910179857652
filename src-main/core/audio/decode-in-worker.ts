import { Failure } from '../../../src-shared/errors/failure.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import { DecodingThread } from './decoding-thread.ts'
import type { AudioSource, AudioStream, OpenAudioOptions } from './open-audio.ts'

/** Blocks decoded ahead of the reader, a second each: enough that neither waits for the other's turn. */
const AHEAD = 4

export interface DecodeOptions extends OpenAudioOptions {
  readonly signal?: AbortSignal | undefined
}

/**
 * `openAudio` in a thread of its own: nothing here blocks for longer than it takes to receive a block, and cancelling ends the
 * thread at once, whatever the decoder is doing. Blocks come as `openAudio` gives them. The thread is ended after the last block,
 * on leaving `blocks` early, by `close` and by every failure; whoever does neither must call `close`.
 *
 * @throws Failure what `openAudio` throws; CANCELLED; INPUT_TOOK_TOO_LONG where the decoder is stuck; WORKER_DIED
 */
export async function decodeInWorker(source: AudioSource, options: DecodeOptions = {}): Promise<AudioStream> {
  const { signal, keepTruncated = false } = options
  if (signal?.aborted === true) throw new Failure('CANCELLED', {})
  const thread = new DecodingThread(source, { keepTruncated, signal })
  try {
    const opened = await thread.hear()
    if (opened.say === 'failed') throw failureOf({ code: opened.code, data: opened.data, message: '' })
    if (opened.say !== 'opened') throw new Error(`the decoding thread began with ${opened.say}`)
    const { say: _, ...sound } = opened
    let isTruncated = false

    async function* blocks(): AsyncGenerator<Int16Array[]> {
      try {
        for (let ahead = 0; ahead < AHEAD; ahead += 1) thread.say({ say: 'next' })
        for (;;) {
          const message = await thread.hear()
          if (message.say === 'block') {
            yield message.planes
            thread.say({ say: 'next' })
            continue
          }
          if (message.say === 'opened') throw new Error('the decoding thread began twice')
          isTruncated = message.isTruncated
          if (message.say === 'failed') throw failureOf({ code: message.code, data: message.data, message: '' })
          return
        }
      } finally {
        await thread.end()
      }
    }
    return { ...sound, blocks, isTruncated: () => isTruncated, close: () => thread.end() }
  } catch (thrown) {
    await thread.end()
    throw thrown
  }
}
