import type { ClientRequest, IncomingMessage } from 'node:http'
import type { EgressPurpose } from '../../../src-shared/domain/egress.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { Entry } from './ledger-entry.ts'
import type { EgressRules } from './rules.ts'

export interface AnswerParts {
  readonly answer: IncomingMessage
  readonly request: ClientRequest
  readonly entry: Entry
  readonly status: number
  readonly signal: AbortSignal | null
  readonly rules: EgressRules
  readonly purpose: EgressPurpose
}

/** The reason for dropping an answer's body that is no giving up: it is a redirect. */
export const LED_ELSEWHERE = Symbol('redirect')

/**
 * The body of an answer, counted as it passes. However it ends (read to the end, broken off by either side, too long a
 * silence, over the limit), the ledger's entry is closed before the reader hears of it.
 */
export function answerBody({ answer, request, entry, status, signal, rules, purpose }: AnswerParts): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = answer[Symbol.asyncIterator]()
  answer.on('error', () => undefined) // heard by whoever reads next; without a listener it would end the process
  let bytes = 0
  /** Ticks while we wait for the server and while the reader keeps us waiting: a forgotten answer must not stay open. */
  let idle: NodeJS.Timeout
  const silence = new DOMException('The answer stopped coming.', 'TimeoutError')
  const settle = async (result: 'ok' | 'failed' | 'aborted', reason?: 'size'): Promise<void> => {
    clearTimeout(idle)
    request.destroy()
    await entry.close(result, { status, responseBytes: bytes, ...(reason === undefined ? {} : { reason }) })
  }
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        idle = setTimeout(() => {
          answer.destroy(silence)
          void settle('aborted').then(() => controller.error(silence), (thrown: unknown) => controller.error(thrown))
        }, rules.idleMs)
      },
      pull: async (controller) => {
        let next: IteratorResult<Buffer>
        try {
          next = await chunks.next()
        } catch (thrown) {
          const ours = signal?.aborted === true
          await settle(ours || thrown === silence ? 'aborted' : 'failed')
          throw ours ? signal.reason : thrown === silence ? thrown : new TypeError('terminated', { cause: thrown })
        }
        idle.refresh()
        if (next.done === true) {
          await settle('ok')
          controller.close()
          return
        }
        bytes += next.value.byteLength
        if (bytes > rules.maxResponseBytes) {
          await settle('aborted', 'size')
          throw new Failure('EGRESS_DENIED', { purpose, reason: 'size' })
        }
        controller.enqueue(new Uint8Array(next.value))
      },
      cancel: (why: unknown) => settle(why === LED_ELSEWHERE ? 'ok' : 'aborted'),
    },
    // Nothing is fetched ahead of the reader, so that the count is what was really taken.
    { highWaterMark: 0 },
  )
}
