import { mapEventIterator, ORPCError } from '@orpc/client'
import { isFailure, type Failure } from '../errors/failure.ts'
import { failureOf } from '../errors/wire.ts'

/** Whether a call's result is a stream of events, which may fail long after the call was answered. */
const isStream = (result: unknown): result is AsyncIterator<unknown, unknown, unknown> & AsyncIterable<unknown> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result && 'next' in result

async function translated<T>(call: () => Promise<T>, translate: (thrown: unknown) => unknown): Promise<T> {
  let result: T
  try {
    result = await call()
  } catch (thrown) {
    throw translate(thrown)
  }
  if (!isStream(result)) return result
  return mapEventIterator(result, {
    value: async (value) => value,
    error: async (thrown) => translate(thrown),
  }) as T // the same events under the same type; only errors are others
}

/** On the caller's side: declared errors, of the answer or of the stream it opens, become the Failures they were. */
export const withFailures = <T>(call: () => Promise<T>): Promise<T> =>
  translated(call, (thrown) => (thrown instanceof ORPCError ? failureOf(thrown) : thrown))

/** On the serving side: Failures, of the answer or of the stream it opens, become the contract's declared errors. */
export const withDeclaredErrors = <T>(call: () => Promise<T>): Promise<T> =>
  translated(call, (thrown) => (isFailure(thrown) ? declared(thrown) : thrown))

const declared = (failure: Failure): ORPCError<string, unknown> =>
  new ORPCError(failure.code, { data: failure.params, message: failure.message, defined: true, cause: failure })
