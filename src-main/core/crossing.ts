import { os } from '@orpc/server'
import { withDeclaredErrors } from '../../src-shared/contract/failing.ts'

/** Middleware: our failures become the contract's declared errors; anything else is a bug and reaches the caller as INTERNAL. */
export const crossing = os.middleware(async ({ next }, _input: unknown, answer) => {
  const result = await withDeclaredErrors(async () => next())
  const output: unknown = result.output
  return answer(await withDeclaredErrors(async () => output))
})
