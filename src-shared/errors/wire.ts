import { catalogue, isErrorCode } from './catalogue.ts'
import { Failure } from './failure.ts'

/** What an error looks like on a wire; oRPC's ORPCError has this shape. */
interface WireError {
  readonly code: string
  readonly data: unknown
  readonly message: string
}

/** The Failure behind a declared error that came over a wire; anything undeclared or malformed becomes INTERNAL. */
export function failureOf(error: WireError): Failure {
  if (!isErrorCode(error.code)) return new Failure('INTERNAL', {}, { cause: error })
  const params = catalogue[error.code].params.safeParse(error.data ?? {})
  if (!params.success) return new Failure('INTERNAL', {}, { cause: error })
  // The code's own schema parsed the parameters; TypeScript cannot tie the two through the union.
  return new Failure(error.code, params.data)
}
