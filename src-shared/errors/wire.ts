import { z } from 'zod'
import { catalogue, isErrorCode } from './catalogue.ts'
import { Failure } from './failure.ts'

/** What an error looks like on a wire; oRPC's ORPCError has this shape. */
interface WireError {
  readonly code: string
  readonly data: unknown
  readonly message: string
}

const issuesSchema = z.object({
  issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional(), message: z.string() })).min(1),
})

/** What a contract's schema found wrong with an input, in its own words. */
function firstIssue(data: unknown): string {
  const [issue] = issuesSchema.safeParse(data).data?.issues ?? []
  return issue === undefined ? 'That is not a valid input.' : `${issue.path?.join('.') ?? 'input'}: ${issue.message}.`
}

/** The Failure behind a declared error that came over a wire; anything undeclared or malformed becomes INTERNAL. */
export function failureOf(error: WireError): Failure {
  if (error.code === 'BAD_REQUEST') return new Failure('BAD_USAGE', { detail: firstIssue(error.data) }, { cause: error })
  if (!isErrorCode(error.code)) return new Failure('INTERNAL', {}, { cause: error })
  const params = catalogue[error.code].params.safeParse(error.data ?? {})
  if (!params.success) return new Failure('INTERNAL', {}, { cause: error })
  // The code's own schema parsed the parameters; TypeScript cannot tie the two through the union.
  return new Failure(error.code, params.data)
}
